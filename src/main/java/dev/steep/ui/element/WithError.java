package dev.steep.ui.element;

/** A number with its standard error, as physicists write it: {@code 0.103 ± 0.004}, the last digits those that are uncertain. */
public final class WithError {
    private static final double PLAIN_TO = 1e6;
    private static final double PLAIN_FROM = 1e-5;

    private WithError() {}

    /** Of the error one digit, or two if the first is a 1; without an error, or with none that says anything, the number alone. */
    public static String of(double value, double error) {
        if (!(error > 0) || !Double.isFinite(error) || !Double.isFinite(value)) {
            return Figures.of(value);
        }
        double size = Math.max(Math.abs(value), error);
        if (size >= PLAIN_TO || error < PLAIN_FROM) {
            int exponent = exponent(size);
            double unit = power(exponent);
            return "(" + plain(value / unit, error / unit) + ")e" + exponent;
        }
        return plain(value, error);
    }

    private static String plain(double value, double error) {
        int exponent = exponent(error);
        double first = error / power(exponent);
        int decimals = Math.max(0, Math.min(12, (first < 1.95 ? 1 : 0) - exponent));
        return Figures.fixed(value, decimals) + " ± " + Figures.fixed(error, decimals);
    }

    /** The largest whole e with 10^e not above a positive number. */
    private static int exponent(double number) {
        int exponent = 0;
        while (power(exponent + 1) <= number) {
            exponent++;
        }
        while (power(exponent) > number) {
            exponent--;
        }
        return exponent;
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= 10;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
