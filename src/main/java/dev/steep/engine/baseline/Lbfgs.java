package dev.steep.engine.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by L-BFGS with ten pairs and backtracking (Nocedal and Wright, Numerical Optimization,
 * algorithms 7.4 and 3.1), one step at a time.
 */
final class Lbfgs {
    private static final int PAIRS = 10;
    private static final double ENOUGH = 1e-4;

    /** A function and its gradient. */
    interface Function {
        double at(double[] x, double[] gradient);
    }

    private record Pair(double[] moved, double[] turned, double product) {}

    private final Function function;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] x;
    private double[] gradient;
    private double value;

    Lbfgs(Function function, int size) {
        this.function = function;
        x = new double[size];
        gradient = new double[size];
        value = function.at(x, gradient);
    }

    double[] x() {
        return x;
    }

    /** The largest slope. */
    double slope() {
        double largest = 0;
        for (double each : gradient) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    /** Goes one step; returns whether that came any lower. */
    boolean step() {
        double[] direction = direction();
        double along = dot(direction, gradient);
        double length = pairs.isEmpty() ? Math.min(1, 1 / Math.max(1e-12, Math.sqrt(dot(gradient, gradient)))) : 1;
        for (int tries = 0; tries < 40; tries++) {
            double[] there = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                there[i] = x[i] + length * direction[i];
            }
            double[] slope = new double[x.length];
            double found = function.at(there, slope);
            if (found <= value + ENOUGH * length * along && found < value) {
                remember(there, slope);
                value = found;
                return true;
            }
            length /= 2;
        }
        return false;
    }

    private void remember(double[] there, double[] slope) {
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
        x = there;
        gradient = slope;
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
