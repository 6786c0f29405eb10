package dev.steep.catalog;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a pick does to a number, for pictures and textbooks: the very formulas that are compiled and trained with.
 *
 * @param formula y over x, as it was declared or typed
 * @param slope dy/dx over x and y; over x alone if there are letters
 * @param letters how many inputs after x are numbers to be found: pictures take each for 1
 */
public record Curve(Expr formula, Expr slope, int letters) {
    /** A function of x alone. */
    public Curve(Expr formula, Expr slope) {
        this(formula, slope, 0);
    }

    /** Where {@link #gap} looks: from -{@value} to {@value}. */
    private static final int END = 8;

    private static final int PER_UNIT = 10;

    /** What to know before training with it: that it has no value somewhere, or that nothing learns through it. */
    public Optional<String> caution() {
        return gap().or(() -> slope.simplify().is(0)
                ? Optional.of("Its slope is 0 everywhere, so nothing before it learns.")
                : Optional.empty());
    }

    /** A sentence about where it, or its slope, has no value; nothing if it has one everywhere near zero. */
    public Optional<String> gap() {
        double[] x = new double[2 * END * PER_UNIT + 1];
        Arrays.setAll(x, i -> (double) (i - END * PER_UNIT) / PER_UNIT);
        double[][] values = at(x);
        int wrong = broken(values[0]);
        if (wrong >= 0 && Arrays.stream(values[0]).noneMatch(Curve::isNumber)) {
            return Optional.of("It has no value for any x from −" + END + " to " + END + ": training would break off.");
        } else if (wrong >= 0) {
            return Optional.of("It has no value at x = " + sign(x[wrong])
                    + ", for instance: training breaks off when a unit comes there.");
        }
        int steep = broken(values[1]);
        return steep < 0
                ? Optional.empty()
                : Optional.of(
                        "It has no slope at x = " + sign(x[steep]) + ": training breaks off when a unit comes there.");
    }

    /** The place nearest to zero without a number; -1 if there is none. */
    private static int broken(double[] values) {
        int middle = values.length / 2;
        for (int away = 0; away <= middle; away++) {
            if (!isNumber(values[middle - away])) {
                return middle - away;
            } else if (!isNumber(values[middle + away])) {
                return middle + away;
            }
        }
        return -1;
    }

    /** Whether it is one as a float, too. */
    private static boolean isNumber(double value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }

    private static String sign(double x) {
        return (x < 0 ? "−" : "") + Numbers.write(Math.abs(x));
    }

    /** {y, dy/dx} at these x. Parts of a formula may have no value: there they are NaN, and so are slopes of what has no value. */
    public double[][] at(double[] x) {
        double[] y = new double[x.length];
        double[] slopes = new double[x.length];
        int[] none = {0, 0};
        int[] dense = {1, 1};
        Lanes.of(withOnes(formula)).run(x.length, new double[][] {x, y}, none, dense, y, 0);
        Lanes.of(withOnes(slope)).run(x.length, new double[][] {x, y}, none, dense, slopes, 0);
        for (int i = 0; i < x.length; i++) {
            slopes[i] = Double.isFinite(y[i]) ? slopes[i] : Double.NaN; // 1/x is no slope where log(x) has no value
        }
        return new double[][] {y, slopes};
    }

    private Expr withOnes(Expr x) {
        Expr ones = x;
        for (int letter = 1; letter <= letters; letter++) {
            ones = ones.substitute(letter, Expr.c(1));
        }
        return ones;
    }
}
