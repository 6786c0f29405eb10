package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.floor;
import static dev.steep.math.expr.Expr.input;
import static dev.steep.math.expr.Expr.log;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.min;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Expr.tanh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivativeTest {
    private static final Expr X = input(0, "x");
    private static final Expr Y = input(1, "y");

    @Test
    void everyOperationAgreesWithCentralDifferences() {
        Random random = new Random(21);
        RandomExpr formulas = new RandomExpr(random);
        for (Op op : Op.values()) {
            int checked = 0;
            for (int i = 0; i < 400; i++) {
                checked += agrees(formulas.with(op, i % 4), random);
            }
            assertTrue(checked > 100, op + " was checked only " + checked + " times");
        }
    }

    @Test
    void slopesOfStableFormsStayFiniteFarOut() {
        Expr softplusByAbs = max(X, c(0)).plus(log(c(1).plus(exp(neg(abs(X))))));
        List<Expr> stable = List.of(
                Functions.sigmoid(X),
                Functions.softplus(X),
                softplusByAbs,
                Functions.silu(X),
                Functions.gelu(X),
                X.times(tanh(Functions.softplus(X))),
                X.over(c(1).plus(exp(neg(X)))),
                log(Functions.sigmoid(X)),
                Expr.log1p(exp(neg(abs(X)))),
                Functions.elu(X),
                c(2).over(c(3).minus(exp(X).times(-2))),
                X.over(c(1).plus(abs(X))),
                X.plus(sqrt(X.times(X).plus(4))).over(2));
        for (Expr y : stable) {
            Expr slope = y.derive(0);
            for (double x : new double[] {-1e6, -1000, -745, -89, -40, 0, 40, 89, 745, 1000, 1e6}) {
                double value = slope.evaluate(x);
                assertTrue(Math.abs(value) <= 1.2, y + " has slope " + value + " at " + x + " by " + slope);
            }
        }
    }

    @Test
    void kinksHaveTheMeanSlope() {
        assertEquals(0, abs(X).derive(0).evaluate(0));
        assertEquals(0.5, max(c(0), X).derive(0).evaluate(0));
        assertEquals(0.5, min(X, c(0)).derive(0).evaluate(0));
        assertEquals(2, max(X, X.times(3)).derive(0).evaluate(0));
    }

    @Test
    void kinksThatCancelLeaveASmoothSlope() {
        Expr softplus = max(X, c(0)).plus(log(c(1).plus(exp(neg(abs(X))))));
        assertEquals(0.5, softplus.derive(0).evaluate(0));
    }

    @Test
    void reluHasSlopeZeroAtZero() {
        assertEquals(0, Functions.relu(X).derive(0).evaluate(0));
        assertEquals(1, Functions.relu(X).derive(0).evaluate(1e-300));
    }

    @Test
    void aSlopeOfZeroHidesAnInfiniteFactor() {
        Expr y = max(X, c(0)).times(exp(neg(X)));
        assertEquals(0, max(neg(X), c(0)).derive(0).times(exp(X)).simplify().evaluate(1000));
        assertEquals(0, y.derive(0).evaluate(1000));
    }

    @Test
    void stepsHaveSlopeZero() {
        assertEquals(c(0), floor(X).derive(0));
        assertEquals(c(0), Expr.less(X, Y).derive(0));
    }

    @Test
    void realPowersHaveTheirSlopeAtZeroToo() {
        assertEquals(0, Functions.power(X, 2.5).derive(0).evaluate(0));
    }

    @Test
    void slopesComeOutAsInTheTextbook() {
        reads("1 - tanh(x)^2", tanh(X));
        reads("7 x^6", Functions.power(X, 7));
        reads("2.5 x^1.5", Functions.power(X, 2.5));
        reads("1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x)))", Functions.sigmoid(X));
        reads("if(x <= 0, 0, 1)", Functions.relu(X));
        reads("x - y", X.minus(Y).times(X.minus(Y)).over(2));
        reads("1 / x", log(X));
        reads("1 / (1 + x)", Expr.log1p(X));
        reads("exp(x)", Expr.expm1(X));
        reads("1 / (1 + exp(-x))", Expr.log1p(exp(X)));
        reads("1 + 1 / expm1(x)", log(Expr.expm1(X)));
        reads("cos(x)", Expr.sin(X));
        reads("-sin(x)", Expr.cos(X));
        reads("y", X.times(Y));
        reads("0", Y);
    }

    private static void reads(String slope, Expr y) {
        assertEquals(slope, y.derive(0).toString(), "slope of " + y);
    }

    /** 1 if the differences were trustworthy and agree, 0 if they were not: near a kink, or swamped by rounding. */
    private static int agrees(Expr y, Random random) {
        double x = random.uniform(-2, 2);
        double other = random.uniform(0.1, 2);
        double fine = difference(y, x, other, 1e-5);
        double coarse = difference(y, x, other, 2e-5);
        double finer = difference(y, x, other, 3e-6);
        double size = 1 + Math.abs(fine) + 1e-4 * Math.abs(y.evaluate(x, other));
        boolean trustworthy = Math.abs(fine - coarse) < 1e-5 * size
                && Math.abs(fine - finer) < 1e-5 * size
                && RandomExpr.isTame(y, x, other);
        if (!trustworthy) {
            return 0;
        }
        Expr slope = y.derive(0);
        assertEquals(
                fine,
                slope.evaluate(x, other),
                1e-4 * size,
                () -> "seed 21: " + y + " at x = " + x + ", y = " + other + ", by " + slope);
        return 1;
    }

    private static double difference(Expr y, double x, double other, double h) {
        return (y.evaluate(x + h, other) - y.evaluate(x - h, other)) / (2 * h);
    }
}
