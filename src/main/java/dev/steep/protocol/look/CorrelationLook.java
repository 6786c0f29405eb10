package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * Pearson's correlation of each column with each other: the covariance over the product of the standard deviations. Of two columns the
 * samples count in which both numbers are finite, as in {@code pandas.DataFrame.corr}. First comes how many samples there are, then the
 * matrix row by row: NaN where a column never changes.
 *
 * @param columns of {@link SampleTable#at}
 * @param part a {@link DataPart}'s place or {@link SampleTable#ANY}
 */
public record CorrelationLook(int[] columns, int part) implements Look {
    static final String KIND = "correlation";

    /** Columns at the most: as many as can be read side by side. */
    public static final int MOST = 24;

    /** Products that are added up at the most; of more samples, some are drawn evenly. */
    private static final int PRODUCTS = 50_000_000;

    static CorrelationLook unpack(Unpacker from) {
        return new CorrelationLook(from.ints(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.ints(columns).number(part);
    }

    @Override
    public Answering begin(Source source) {
        SampleTable table = source.table();
        boolean known = columns.length > 0 && columns.length <= MOST;
        for (int column : columns) {
            known &= column >= 0 && column < table.columns();
        }
        int products = columns.length * columns.length;
        return known && table.count() > 0
                ? new Adding(columns, table, source.now(), table.some(part, PRODUCTS / products))
                : new Known(source.now(), new float[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CorrelationLook look && words().equals(look.words());
    }

    @Override
    public int hashCode() {
        return words().hashCode();
    }

    /** The first time through it finds the means of the columns, the second time the products of the distances from them. */
    private static final class Adding extends RowSlices {
        private final int[] columns;
        private final SampleTable table;
        private final int samples;
        private final int width;
        private final double[] mean;
        private final double[] count;
        private final double[] now;
        /** Of columns i and j at i × width + j: how many samples; sums of i; of i squared; of i times j. */
        private final double[][] sums;

        Adding(int[] columns, SampleTable table, Moment moment, int[] rows) {
            super(moment, rows, columns.length * columns.length, 2);
            this.columns = columns;
            this.table = table;
            samples = rows.length;
            width = columns.length;
            mean = new double[width];
            count = new double[width];
            now = new double[width];
            sums = new double[4][width * width];
        }

        @Override
        void row(int row, int pass) {
            for (int i = 0; i < width; i++) {
                double number = table.at(row, columns[i]);
                now[i] = Double.isFinite(number) ? number - mean[i] : Double.NaN;
                if (pass == 0 && !Double.isNaN(now[i])) {
                    count[i]++;
                    sums[1][i] += now[i];
                }
            }
            for (int i = 0; pass == 1 && i < width; i++) {
                for (int j = 0; j < width; j++) {
                    if (!Double.isNaN(now[i]) && !Double.isNaN(now[j])) {
                        int at = i * width + j;
                        sums[0][at]++;
                        sums[1][at] += now[i];
                        sums[2][at] += now[i] * now[i];
                        sums[3][at] += now[i] * now[j];
                    }
                }
            }
        }

        @Override
        void passed(int pass) {
            for (int i = 0; pass == 0 && i < width; i++) {
                mean[i] = sums[1][i] / Math.max(1, count[i]);
                sums[1][i] = 0;
            }
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[1 + width * width];
            numbers[0] = samples;
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    numbers[1 + i * width + j] = (float) correlation(i * width + j, j * width + i);
                }
            }
            return numbers;
        }

        private double correlation(int there, int back) {
            double n = sums[0][there];
            double across = sums[2][there] - sums[1][there] * sums[1][there] / n;
            double up = sums[2][back] - sums[1][back] * sums[1][back] / n;
            double both = sums[3][there] - sums[1][there] * sums[1][back] / n;
            double most = Math.sqrt(across) * Math.sqrt(up);
            return n > 1 && most > 0 ? Math.max(-1, Math.min(1, both / most)) : Double.NaN;
        }
    }
}
