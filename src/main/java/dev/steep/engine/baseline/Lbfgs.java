package dev.steep.engine.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/**
 * Minimises a smooth convex function by L-BFGS with ten pairs and backtracking (Nocedal and Wright, Numerical Optimization,
 * algorithms 7.4 and 3.1). The function is worked out in slices.
 */
final class Lbfgs {
    private static final int PAIRS = 10;
    private static final int MOST_TRIES = 40;
    private static final double ENOUGH = 1e-4;

    /** A function and its gradient, at one place after the other. */
    interface Function {
        /** From now on it is wanted here. */
        void at(double[] x);

        /** Goes on until the slice is over, at least a little; returns whether value and gradient are known. */
        boolean advance(BooleanSupplier over);

        double value();

        /** A new array. */
        double[] gradient();
    }

    private record Pair(double[] moved, double[] turned, double product) {}

    private final Function function;
    private final int mostSteps;
    private final double flat;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] x;
    private double[] there;
    private double[] gradient = {};
    private double[] direction = {};
    private double value = Double.POSITIVE_INFINITY;
    private double length;
    private int tries;
    private int steps;
    private boolean over;

    /**
     * Begins at 0.
     *
     * @param flat it ends where no slope is larger, or after the most steps
     */
    Lbfgs(Function function, int size, int mostSteps, double flat) {
        this.function = function;
        this.mostSteps = mostSteps;
        this.flat = flat;
        x = new double[size];
        there = x;
        function.at(there);
    }

    double[] x() {
        return x;
    }

    /** How many of its steps are done, as a share of the most. */
    double share() {
        return (double) steps / mostSteps;
    }

    /** Goes on until the slice is over, at least a little; returns whether the minimum is found. */
    boolean advance(BooleanSupplier slice) {
        while (!over && function.advance(slice)) {
            take(function.value(), function.gradient());
            if (slice.getAsBoolean()) {
                break;
            }
        }
        return over;
    }

    private void take(double found, double[] slope) {
        boolean first = gradient.length == 0;
        if (first || found <= value + ENOUGH * length * dot(direction, gradient) && found < value) {
            if (!first) {
                remember(slope);
                steps++;
            }
            value = found;
            gradient = slope;
            x = there;
            direction = direction();
            length = pairs.isEmpty() ? Math.min(1, 1 / Math.max(1e-12, Math.sqrt(dot(slope, slope)))) : 1;
            tries = 0;
            over = steps == mostSteps || largest(slope) <= flat;
        } else {
            length /= 2;
            over = ++tries == MOST_TRIES;
        }
        if (!over) {
            there = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                there[i] = x[i] + length * direction[i];
            }
            function.at(there);
        }
    }

    private static double largest(double[] slope) {
        double largest = 0;
        for (double each : slope) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private void remember(double[] slope) {
        double[] moved = new double[x.length];
        double[] turned = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            moved[i] = there[i] - x[i];
            turned[i] = slope[i] - gradient[i];
        }
        double product = dot(moved, turned);
        if (product > 1e-300) {
            pairs.addFirst(new Pair(moved, turned, product));
            if (pairs.size() > PAIRS) {
                pairs.removeLast();
            }
        }
    }

    private double[] direction() {
        double[] q = gradient.clone();
        double[] shares = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            shares[i] = dot(pair.moved, q) / pair.product;
            add(q, pair.turned, -shares[i]);
            i++;
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getFirst();
            double scale = last.product / dot(last.turned, last.turned);
            for (int k = 0; k < q.length; k++) {
                q[k] *= scale;
            }
        }
        for (Iterator<Pair> back = pairs.descendingIterator(); back.hasNext(); ) {
            Pair pair = back.next();
            i--;
            add(q, pair.moved, shares[i] - dot(pair.turned, q) / pair.product);
        }
        for (int k = 0; k < q.length; k++) {
            q[k] = -q[k];
        }
        return q;
    }

    private static void add(double[] to, double[] x, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * x[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
