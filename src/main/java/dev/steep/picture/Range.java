package dev.steep.picture;

import java.util.Arrays;

/**
 * From where to where numbers reach.
 *
 * @param low the lowest
 * @param high the highest
 */
public record Range(double low, double high) {
    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};

    /** Looking at more would not change a picture. */
    private static final int ENOUGH = 2048;

    /** One in so many may lie beyond a robust range. */
    private static final int RARE = 200;

    /** The lowest and highest finite number; 0 to 0 if there is none. */
    public static Range of(float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? new Range(0, 0) : new Range(low, high);
    }

    /** The same without the outermost half percent at either end, so that one outlier does not blind a whole picture. */
    public static Range robust(float[] values) {
        int stride = Math.max(1, values.length / ENOUGH);
        float[] some = new float[(values.length + stride - 1) / stride];
        int count = 0;
        for (int i = 0; i < values.length; i += stride) {
            if (Float.isFinite(values[i])) {
                some[count++] = values[i];
            }
        }
        if (count == 0) {
            return new Range(0, 0);
        }
        Arrays.sort(some, 0, count);
        int cut = count / RARE;
        return new Range(some[cut], some[count - 1 - cut]);
    }

    /** The largest distance from zero. */
    public double most() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /**
     * The next number above that is quickly read, of the steps 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten: ends of a scale
     * made so stay while numbers change a little. 0 for numbers that are not above 0.
     */
    public static double round(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(value));
        for (double step : STEPS) {
            double end = exponent < 0 ? step / power(-exponent) : step * power(exponent);
            if (value <= end) {
                return end;
            }
        }
        return exponent < -1 ? 1 / power(-exponent - 1) : power(exponent + 1);
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** The smallest range that holds both. */
    public Range with(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }
}
