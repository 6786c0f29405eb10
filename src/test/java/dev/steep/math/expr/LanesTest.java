package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Expr X = input(0, "x");
    private static final Expr Y = input(1, "y");
    private static final double[] SPECIAL = {
        0.0, -0.0, 1, -1, 2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 1e-320, 1000
    };

    @Test
    void agreesWithEvaluateBitForBitForEveryOperation() {
        Random random = new Random(11);
        RandomExpr formulas = new RandomExpr(random);
        for (Op op : Op.values()) {
            for (int i = 0; i < 60; i++) {
                agrees(formulas.with(op, i % 5), random, "seed 11, " + op + " " + i);
            }
        }
    }

    @Test
    void choicesThatBecomeMinimaAndMaximaKeepTheirBits() {
        Random random = new Random(12);
        double[] numbers = {0.0, -0.0, 1, -1, Double.NaN, 2.5};
        for (Op comparison : new Op[] {Op.LESS, Op.LESS_EQUAL, Op.EQUAL}) {
            for (double a : numbers) {
                for (double b : numbers) {
                    agrees(Expr.select(Expr.of(comparison, X, c(a)), c(a), X), random, comparison + " high " + a);
                    agrees(Expr.select(Expr.of(comparison, c(a), X), c(a), X), random, comparison + " low " + a);
                    agrees(Expr.select(Expr.of(comparison, X, Y), c(a), c(b)), random, comparison + " " + a + " " + b);
                }
            }
        }
    }

    @Test
    void reluIsOneOperation() {
        assertEquals(1, Lanes.of(Functions.relu(X)).length());
    }

    @Test
    void sharedPartsAreComputedOnce() {
        Expr shared = exp(X.plus(Y));
        assertEquals(4, Lanes.of(shared.times(shared), exp(X.plus(Y)).plus(1)).length());
    }

    @Test
    void severalResultsMayOverwriteTheirInputs() {
        int n = 2 * Lanes.BLOCK + 3;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i;
            y[i] = -2.0 * i;
        }
        // swap, and the sum
        double[] sum = new double[n];
        Lanes.of(Y, X, X.plus(Y))
                .run(n, new double[][] {x, y}, new int[2], new int[] {1, 1}, new double[][] {x, y, sum}, new int[3]);
        for (int i = 0; i < n; i++) {
            assertArrayEquals(new double[] {-2.0 * i, i, -i}, new double[] {x[i], y[i], sum[i]}, "number " + i);
        }
    }

    @Test
    void anArrayMayBeRunInPlace() {
        double[] x = {1, 2, 3, 4};
        Lanes.of(X.times(X)).run(3, new double[][] {x}, new int[] {1}, new int[] {1}, x, 1);
        assertArrayEquals(new double[] {1, 4, 9, 16}, x);
    }

    /** Dense, broadcast and strided inputs in turn, longer than a block, with every special value somewhere. */
    private static void agrees(Expr formula, Random random, String what) {
        int n = Lanes.BLOCK + 45;
        double[] x = numbers(3 * n + 2, random);
        double[] y = numbers(3 * n + 2, random);
        int[] offsets = {random.below(3), random.below(3)};
        int[] strides = {1 + 2 * random.below(2), random.below(4)};
        double[] out = new double[n + 1];
        Lanes.of(formula).run(n, new double[][] {x, y}, offsets, strides, out, 1);
        for (int j = 0; j < n; j++) {
            double a = x[offsets[0] + j * strides[0]];
            double b = y[offsets[1] + j * strides[1]];
            double expected = formula.evaluate(a, b);
            assertEquals(expected, out[j + 1], () -> what + ": " + formula + " at x = " + a + ", y = " + b);
        }
    }

    private static double[] numbers(int n, Random random) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = random.below(3) == 0 ? SPECIAL[random.below(SPECIAL.length)] : random.normal() * 3;
        }
        return numbers;
    }
}
