package dev.steep.network;

import static org.junit.jupiter.api.Assertions.fail;

import dev.steep.catalog.Choice;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.FromLogits;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Where activations and losses have to keep their small values, and how exactly. A value may be off by some units in the last
 * place, or by what its inputs' last places change in it: nothing more than rounding can explain.
 */
public final class SmallValues {
    private static final double UNITS = 8;

    /**
     * Differences of numbers as large as x, also in Keras: they are only as exact as x is. A better gelu takes another elementary
     * function, the complement of erf.
     */
    private static final Set<Activation> DIFFERENCES = Set.of(Activation.GELU, Activation.TANH_SHRINK);

    private SmallValues() {}

    /** Inputs of all sizes, of either sign. */
    public static List<double[]> inputs() {
        List<double[]> inputs = new ArrayList<>();
        for (int k = -60; k <= 8; k += 2) {
            for (double x : new double[] {1, 1.375}) {
                double size = (float) (x * Math.scalb(1.0, k));
                if (size < 80) { // e^80 is still a float32
                    inputs.add(new double[] {size});
                    inputs.add(new double[] {-size});
                }
            }
        }
        inputs.add(new double[] {-17});
        inputs.add(new double[] {17});
        return inputs;
    }

    /** What a model says and should say: probabilities, and positive numbers that are or are not near each other. */
    public static List<double[]> pairs(Loss loss) {
        List<double[]> pairs = new ArrayList<>();
        for (int k = 1; k <= 19; k++) {
            float small = Math.scalb(1f, -k);
            for (float p : new float[] {small, Math.min(1 - small, 0.99999f)}) {
                pairs.add(new double[] {p, 0});
                pairs.add(new double[] {p, 1});
            }
        }
        if (loss.suits(new Task.Regression(1))) {
            for (int k = -20; k <= 6; k += 2) {
                float t = 1.25f * Math.scalb(1f, k);
                for (int near = 0; near < 20; near += 3) {
                    float p = t + t * Math.scalb(1f, -near);
                    pairs.add(new double[] {p, t});
                    pairs.add(new double[] {t, p});
                }
            }
        }
        return pairs;
    }

    /** Binary cross-entropy from logits x for targets 0 and 1. */
    public static List<double[]> logits() {
        List<double[]> logits = new ArrayList<>();
        for (double[] x : inputs()) {
            logits.add(new double[] {x[0], 0});
            logits.add(new double[] {x[0], 1});
        }
        return logits;
    }

    /** Its formula over x and t. */
    public static Expr fromLogits() {
        return FromLogits.BINARY;
    }

    /** How far an activation may be off at x beyond rounding, in units of the last place of 1. */
    public static double slack(Activation activation, double x) {
        return DIFFERENCES.contains(activation) ? Math.abs(x) : 0;
    }

    public static Choice preset(Activation activation) {
        return activation.kind().choice();
    }

    /**
     * Compares with what is true.
     *
     * @param truth gives the true value at some inputs
     * @param unit the last place of 1
     * @param slack how much more it may be off, in units
     */
    public static void check(
            String what, double[] at, double value, ToDoubleFunction<double[]> truth, double unit, double slack) {
        double expected = truth.applyAsDouble(at);
        double may = UNITS * unit * (Math.abs(expected) + slack) + Float.MIN_NORMAL;
        for (int i = 0; i < at.length; i++) {
            for (double sign : new double[] {-UNITS, UNITS}) {
                double[] moved = at.clone();
                moved[i] += sign * unit * at[i];
                may += Math.abs(truth.applyAsDouble(moved) - expected);
            }
        }
        if (!(Math.abs(value - expected) <= may)) {
            fail(what + " at " + at[0] + (at.length > 1 ? ", " + at[1] : "") + " should be " + expected + " but is "
                    + value);
        }
    }
}
