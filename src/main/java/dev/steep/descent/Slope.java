package dev.steep.descent;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;
import java.util.Arrays;

/** A surface ready to compute: its loss and its gradient at a place, or its loss over a grid. */
public final class Slope {
    private final int count;
    private final double[][] edges;
    private final Lanes losses;
    private final Lanes both;

    /** One weight each, as the formulas take them. */
    private final double[][] place;

    private final double[][] results;
    private final int[] zeros;
    private final int[] ones;

    public Slope(Surface surface) {
        count = surface.names().size();
        edges = surface.edges();
        Expr formula = surface.formula().simplify();
        Expr[] all = new Expr[count + 1];
        all[0] = formula;
        for (int i = 0; i < count; i++) {
            all[i + 1] = formula.derive(i);
        }
        losses = Lanes.of(formula);
        both = Lanes.of(all);
        place = new double[count][1];
        results = new double[count + 1][1];
        zeros = new int[count + 1];
        ones = new int[count];
        Arrays.fill(ones, 1);
    }

    /** The loss there; its gradient goes into an array. */
    public double at(double[] weights, double[] gradient) {
        for (int i = 0; i < count; i++) {
            place[i][0] = weights[i];
        }
        both.run(1, place, zeros, ones, results, zeros);
        for (int i = 0; i < count; i++) {
            gradient[i] = results[i + 1][0];
        }
        return results[0][0];
    }

    /** The loss at a place. */
    public double loss(double[] weights) {
        return at(weights, new double[count]);
    }

    /** The losses at so many places along each weight, from the lowest to the highest that is shown; the first weight runs fastest. */
    public double[] grid(int side) {
        int size = count == 1 ? side : side * side;
        double[][] weights = new double[count][size];
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < count; d++) {
                int at = d == 0 ? i % side : i / side;
                weights[d][i] = edges[d][0] + (edges[d][1] - edges[d][0]) * at / (side - 1);
            }
        }
        double[] grid = new double[size];
        losses.run(size, weights, zeros, ones, grid, 0);
        return grid;
    }
}
