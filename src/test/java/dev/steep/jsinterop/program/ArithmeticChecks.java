package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import dev.steep.math.Elementary;
import dev.steep.math.Random;

/** Arithmetic that is Java's to the last bit. */
final class ArithmeticChecks {
    /** Numbers of unequal size, so that each order of adding or multiplying them rounds differently. */
    private static final double[] NUMBERS = {0.1, 0.7, 0.2, 1e16, 1.1, 0.0, 7, 2, 1.5, 0.3, 2.3};

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
        check("elementary functions have the bits they have on the JVM", -1228839133, ArithmeticChecks::hash);
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
