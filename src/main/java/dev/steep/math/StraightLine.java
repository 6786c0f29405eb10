package dev.steep.math;

/**
 * The straight line y = slope x + start that is nearest to points, by least squares.
 *
 * @param slope NaN where fewer than two different x are known
 */
public record StraightLine(double slope, double start) {
    /** Through points, one after the other; what is no number is passed over. */
    public static StraightLine through(double[] x, double[] y) {
        int count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                count++;
                sumX += x[i];
                sumY += y[i];
            }
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                double away = x[i] - sumX / count;
                squares += away * away;
                products += away * (y[i] - sumY / count);
            }
        }
        double slope = squares > 0 ? products / squares : Double.NaN;
        return new StraightLine(slope, sumY / count - slope * sumX / count);
    }

    public double at(double x) {
        return slope * x + start;
    }
}
