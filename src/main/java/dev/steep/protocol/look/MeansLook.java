package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * The mean of the samples of each class, number by number, and their standard deviation (of the population). First comes how many classes
 * there are, then for each how many samples it has, all the means, and all the deviations; NaN of a class without samples. Where numbers
 * are predicted, all samples are one class.
 *
 * @param part a {@link DataPart}'s place or {@link SampleTable#ANY}
 * @param most classes at the most
 */
public record MeansLook(int part, int most) implements Look {
    static final String KIND = "means";

    static MeansLook unpack(Unpacker from) {
        return new MeansLook(from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part).number(most);
    }

    @Override
    public Answering begin(Source source) {
        SampleTable table = source.table();
        return table.count() == 0
                ? new Known(source.now(), new float[0])
                : new Adding(this, table, source.now(), table.some(part, SpreadLook.NUMBERS / table.size()));
    }

    private static final class Adding extends RowSlices {
        private final SampleTable table;
        private final int size;
        private final int groups;
        private final int[] count;
        private final double[][] mean;
        private final double[][] squares;

        Adding(MeansLook look, SampleTable table, Moment moment, int[] rows) {
            super(moment, rows, table.size(), 1);
            this.table = table;
            size = table.size();
            groups = Math.max(1, Math.min(look.most, table.classes()));
            count = new int[groups];
            mean = new double[groups][size];
            squares = new double[groups][size];
        }

        /** By Welford's update of mean and squared distances (1962). */
        @Override
        void row(int row, int pass) {
            int group = table.group(row);
            if (group >= groups) {
                return;
            }
            double n = ++count[group];
            double[] means = mean[group];
            double[] squared = squares[group];
            for (int i = 0; i < size; i++) {
                double before = table.value(row, i) - means[i];
                means[i] += before / n;
                squared[i] += before * (table.value(row, i) - means[i]);
            }
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[1 + groups * (1 + 2 * size)];
            numbers[0] = groups;
            for (int group = 0; group < groups; group++) {
                int at = 1 + group * (1 + 2 * size);
                numbers[at] = count[group];
                for (int i = 0; i < size; i++) {
                    boolean none = count[group] == 0;
                    numbers[at + 1 + i] = none ? Float.NaN : (float) mean[group][i];
                    numbers[at + 1 + size + i] = none ? Float.NaN : (float) Math.sqrt(squares[group][i] / count[group]);
                }
            }
            return numbers;
        }
    }
}
