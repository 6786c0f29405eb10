package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.Arrays;

/**
 * How the numbers of a column are spread, for each class: a histogram over bins of equal width from the lowest to the highest, the last of
 * which holds its upper end too (as {@code numpy.histogram}). Whole numbers that span less than {@code bins} have a bin each, with the number
 * in its middle. First come where the bins begin, where they end, how many there are, how many classes, and how many numbers are not finite.
 * Then for each class how many finite numbers it has, their mean, standard deviation (of the population), lowest and highest, and the counts
 * of the bins. Nothing where no number is finite.
 *
 * @param column of {@link SampleTable#at}, or {@link SampleTable#ANY} for all features together, as the pixels of images
 * @param part a {@link DataPart}'s place or {@link SampleTable#ANY}
 */
public record SpreadLook(int column, int part, int bins) implements Look {
    static final String KIND = "spread";

    /** Numbers that come first. */
    public static final int HEAD = 5;

    /** Numbers of each class before the counts. */
    public static final int FIELDS = 5;

    /** Numbers that are read at the most: about a tenth of a second. Of more samples, some are drawn evenly. */
    static final int NUMBERS = 50_000_000;

    static SpreadLook unpack(Unpacker from) {
        return new SpreadLook(from.whole(), from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(column).number(part).number(bins);
    }

    @Override
    public Answering begin(Source source) {
        SampleTable table = source.table();
        boolean known = column == SampleTable.ANY || column >= 0 && column < table.columns();
        if (!known || table.count() == 0 || bins < 1) {
            return new Known(source.now(), new float[0]);
        }
        int width = column == SampleTable.ANY ? table.size() : 1;
        return new Counting(this, table, source.now(), table.some(part, NUMBERS / Math.max(1, width)), width);
    }

    private static final class Counting extends RowSlices {
        private final SpreadLook look;
        private final SampleTable table;
        private final int width;
        private final int groups;
        private final double[] count;
        private final double[] mean;
        private final double[] squares;
        private final double[] low;
        private final double[] high;
        private double first;
        private double last;
        private int bins;
        private int missing;
        private boolean whole = true;
        private float[] counts = new float[0];

        Counting(SpreadLook look, SampleTable table, Moment moment, int[] rows, int width) {
            super(moment, rows, width, 2);
            this.look = look;
            this.table = table;
            this.width = width;
            groups = Math.max(1, table.classes());
            count = new double[groups];
            mean = new double[groups];
            squares = new double[groups];
            low = new double[groups];
            high = new double[groups];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            bins = look.bins;
        }

        private double number(int row, int i) {
            return look.column == SampleTable.ANY ? table.value(row, i) : table.at(row, look.column);
        }

        @Override
        void row(int row, int pass) {
            int group = table.group(row);
            for (int i = 0; i < width; i++) {
                double number = number(row, i);
                if (!Double.isFinite(number)) {
                    missing += pass == 0 ? 1 : 0;
                } else if (pass == 0) {
                    add(group, number);
                } else {
                    counts[group * bins + bin(number)]++;
                }
            }
        }

        /** Mean and squared distances from it, updated by one number (Welford 1962). */
        private void add(int group, double number) {
            count[group]++;
            double before = number - mean[group];
            mean[group] += before / count[group];
            squares[group] += before * (number - mean[group]);
            low[group] = Math.min(low[group], number);
            high[group] = Math.max(high[group], number);
            whole &= number == Math.rint(number);
        }

        private int bin(double number) {
            return Math.max(0, Math.min(bins - 1, (int) Math.floor((number - first) / (last - first) * bins)));
        }

        @Override
        void passed(int pass) {
            if (pass > 0) {
                return;
            }
            first = Double.POSITIVE_INFINITY;
            last = Double.NEGATIVE_INFINITY;
            for (int group = 0; group < groups; group++) {
                first = Math.min(first, low[group]);
                last = Math.max(last, high[group]);
            }
            if (whole && last - first < look.bins) {
                bins = Math.max(1, (int) (last - first) + 1);
                first -= 0.5;
                last += 0.5;
            } else if (!(last > first)) {
                first -= 0.5;
                last += 0.5;
            }
            counts = new float[groups * bins];
        }

        @Override
        public float[] numbers() {
            double all = 0;
            for (double each : count) {
                all += each;
            }
            if (all == 0) {
                return new float[0];
            }
            float[] numbers = new float[HEAD + groups * (FIELDS + bins)];
            numbers[0] = (float) first;
            numbers[1] = (float) last;
            numbers[2] = bins;
            numbers[3] = groups;
            numbers[4] = missing;
            for (int group = 0; group < groups; group++) {
                int at = HEAD + group * (FIELDS + bins);
                numbers[at] = (float) count[group];
                numbers[at + 1] = count[group] > 0 ? (float) mean[group] : Float.NaN;
                numbers[at + 2] = count[group] > 0 ? (float) Math.sqrt(squares[group] / count[group]) : Float.NaN;
                numbers[at + 3] = count[group] > 0 ? (float) low[group] : Float.NaN;
                numbers[at + 4] = count[group] > 0 ? (float) high[group] : Float.NaN;
                System.arraycopy(counts, group * bins, numbers, at + FIELDS, bins);
            }
            return numbers;
        }
    }
}
