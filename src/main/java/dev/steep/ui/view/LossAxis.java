package dev.steep.ui.view;

import dev.steep.picture.Range;
import dev.steep.ui.element.Figures;
import java.util.Arrays;
import java.util.Optional;

/**
 * The vertical axis of losses: from 0 to where nearly all of them lie, so that a few spikes do not flatten the rest; or in powers of ten,
 * with all of them. Losses below 0, such as poisson's, have an axis from the lowest to the highest, since theirs does not end at 0.
 *
 * @param columns of the chart, without what the axis cannot show
 * @param up from where to where it reaches
 * @param cut says what lies above it
 */
public record LossAxis(double[][] columns, Range up, Optional<String> cut) {
    /** A loss more than so many times as high as nearly all others is a spike. */
    private static final double SPIKE = 3;

    /** One in so many may be one. */
    private static final int RARE = 25;

    /** The axis of losses below 0 ends at one of so many steps. */
    private static final int STEPS = 5;

    /** Fewer losses than this are all shown. */
    private static final int FEW = 20;

    /** @param columns places along the horizontal axis, then the losses of each line */
    public static LossAxis of(double[][] columns, boolean logarithmic) {
        double[] sorted = new double[columns.length * columns[0].length];
        int count = 0;
        for (int line = 1; line < columns.length; line++) {
            for (double value : columns[line]) {
                if (Double.isFinite(value) && (value > 0 || !logarithmic)) {
                    sorted[count++] = value;
                }
            }
        }
        Arrays.sort(sorted, 0, count);
        double highest = count == 0 ? 0 : sorted[count - 1];
        if (logarithmic) {
            Range up = count == 0 ? new Range(0.1, 1) : new Range(sorted[0] / 1.2, highest * 1.2);
            boolean below = count == 0 && hasNumber(columns);
            return new LossAxis(
                    positive(columns),
                    up,
                    below ? Optional.of("all losses are 0 or below, which log cannot show") : Optional.empty());
        }
        if (count > 0 && sorted[0] < 0) {
            return signed(columns, sorted, count);
        }
        double usual = count < FEW ? highest : sorted[count - 1 - count / RARE];
        boolean spikes = usual > 0 && highest > SPIKE * usual;
        return new LossAxis(
                columns,
                new Range(0, roof(spikes ? 1.2 * usual : highest)),
                spikes
                        ? Optional.of("↑ spikes up to " + Figures.of(highest) + " are cut off; log shows them")
                        : Optional.empty());
    }

    /** @param sorted losses, {@code count} of them, the lowest below 0 */
    private static LossAxis signed(double[][] columns, double[] sorted, int count) {
        double low = sorted[0];
        double highest = sorted[count - 1];
        double usual = count < FEW ? highest : sorted[count - 1 - count / RARE];
        boolean spikes = usual > low && highest - low > SPIKE * (usual - low);
        double high = spikes ? usual + 0.2 * (usual - low) : highest;
        double step = roof(high - low) / STEPS;
        Range up = high > low
                ? new Range(Math.floor(low / step) * step, Math.ceil(high / step) * step)
                : around(low, high);
        return new LossAxis(
                columns,
                up,
                spikes
                        ? Optional.of(
                                "↑ spikes up to " + Figures.of(highest) + " are cut off; select a part to see them")
                        : Optional.empty());
    }

    private static boolean hasNumber(double[][] columns) {
        return Arrays.stream(columns).skip(1).flatMapToDouble(Arrays::stream).anyMatch(Double::isFinite);
    }

    /** The same of a part of the horizontal axis that somebody looks at: the vertical one fits what is there. */
    public static LossAxis within(Range part, double[][] columns, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int line = 1; line < columns.length; line++) {
            for (int i = 0; i < columns[0].length; i++) {
                double value = columns[line][i];
                boolean seen = columns[0][i] >= part.low() && columns[0][i] <= part.high();
                if (seen && Double.isFinite(value) && (value > 0 || !logarithmic)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        LossAxis all = of(columns, logarithmic);
        if (low > high) {
            return all;
        }
        Range up = logarithmic ? new Range(low / 1.05, high * 1.05) : around(low, high);
        return new LossAxis(all.columns, up, Optional.empty());
    }

    /** From the lowest to the highest, with a little room. */
    public static Range around(double low, double high) {
        double room = Math.max(0.06 * (high - low), Math.max(1e-9, 1e-3 * Math.abs(high)));
        return new Range(low - room, high + room);
    }

    private static double[][] positive(double[][] columns) {
        double[][] positive = new double[columns.length][];
        positive[0] = columns[0];
        for (int line = 1; line < columns.length; line++) {
            positive[line] = new double[columns[line].length];
            for (int i = 0; i < columns[line].length; i++) {
                positive[line][i] = columns[line][i] > 0 ? columns[line][i] : Double.NaN;
            }
        }
        return positive;
    }

    /** The next round number above; 1 for numbers that are not above 0. */
    public static double roof(double value) {
        double round = Range.round(value);
        return round > 0 ? round : 1;
    }
}
