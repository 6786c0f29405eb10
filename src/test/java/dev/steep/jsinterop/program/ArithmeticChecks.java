package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import dev.steep.math.Elementary;
import dev.steep.math.Random;

/** Arithmetic that is Java's to the last bit. */
final class ArithmeticChecks {
    /** Numbers of unequal size, so that each order of adding or multiplying them rounds differently. */
    private static final double[] NUMBERS = {0.1, 0.7, 0.2, 1e16, 1.1, 0.0, 7, 2, 1.5, 0.3, 2.3};

    /** Numbers, and what {@code Math.rint} makes of them. */
    private static final double[][] RINT = {
        {0.5, 0},
        {1.5, 2},
        {2.5, 2},
        {-0.5, -0.0},
        {-2.5, -2},
        {-0.0, -0.0},
        {0.49999999999999994, 0},
        {2.3, 2},
        {-2.7, -3},
        {4503599627370495.5, 4503599627370496.0},
        {1e300, 1e300},
        {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY},
        {Double.NaN, Double.NaN}
    };

    /** Numbers, and what {@code Math.round} makes of them. */
    private static final double[][] ROUND = {
        {0.5, 1},
        {2.5, 3},
        {-0.5, 0},
        {-2.5, -2},
        {-2.51, -3},
        {0.49999999999999994, 0},
        {-0.2, 0},
        {4503599627370497.0, 4503599627370497.0}
    };

    private ArithmeticChecks() {}

    static void run() {
        double a = NUMBERS[0];
        double b = NUMBERS[1];
        double c = NUMBERS[2];
        double large = NUMBERS[3];
        double d = NUMBERS[4];
        check("brackets of a sum", 0.1 + (0.7 + 0.2), () -> a + (b + c));
        check("brackets of a difference in a sum", 1e16 + (1.1 - 0.1), () -> large + (d - a));
        check("brackets of two sums", (0.1 + 0.7) + (0.2 + 0.3), () -> (a + b) + (c + NUMBERS[9]));
        check("brackets of a product", 0.1 * (0.7 * 1.1), () -> a * (b * d));
        check("brackets of a quotient in a product", 0.1 * (0.7 / 0.2), () -> a * (b / c));
        check("brackets of two products", (0.1 * 0.7) * (2.3 * 0.2), () -> (a * b) * (NUMBERS[10] * c));
        check("brackets of a product in a remainder", 1.0, () -> NUMBERS[6] % (NUMBERS[7] * NUMBERS[8]));
        check("brackets across a method", 0.1 + (0.7 + 0.2), () -> a + sum(b, c));
        check("zero keeps its sign", Double.NEGATIVE_INFINITY, () -> 1 / -NUMBERS[5]);
        for (double[] each : RINT) {
            check("rint of " + each[0], each[1], () -> Math.rint(each[0]));
        }
        for (double[] each : ROUND) {
            check("round of " + each[0], each[1], () -> (double) Math.round(each[0]));
        }
        double[] kinds = {0, -0.0, 1, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double each : kinds) {
            check(each + " is finite", "false true false", () -> kind(each));
            check("the float " + each + " is a number", false, () -> Float.isNaN((float) each));
        }
        check("infinity", "false false true", () -> kind(1 / NUMBERS[5]));
        check("minus infinity", "false false true", () -> kind(-1 / NUMBERS[5]));
        check("NaN", "true false false", () -> kind(Math.sqrt(-d)));
        check("NaN as a float", true, () -> Float.isNaN((float) Math.sqrt(-d)));
        check("elementary functions have the bits they have on the JVM", -1228839133, ArithmeticChecks::hash);
    }

    private static String kind(double x) {
        return Double.isNaN(x) + " " + Double.isFinite(x) + " " + Double.isInfinite(x);
    }

    private static double sum(double x, double y) {
        return x + y;
    }

    /** As in {@code ElementaryTest.everyBitIsFixed}. */
    private static int hash() {
        Random random = new Random(1);
        int hash = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = random.normal() * 10;
            double size = Math.abs(x);
            double[] all = {
                Elementary.exp(x),
                Elementary.expm1(x),
                Elementary.log(size),
                Elementary.log1p(size),
                Elementary.tanh(x),
                Elementary.sin(x),
                Elementary.cos(x),
                Elementary.erf(x / 5),
                Elementary.pow(size, x),
                Elementary.sin(x * 1e20)
            };
            for (double y : all) {
                hash = Random.mix(hash + Double.hashCode(y));
            }
        }
        return hash;
    }
}
