package dev.steep.catalog;

import dev.steep.math.Expr;
import dev.steep.math.Lanes;

/**
 * What a pick does to a number, for pictures and textbooks: the very formulas that are compiled and trained with.
 *
 * @param formula y over x, as it was declared or typed
 * @param slope dy/dx over x and y
 */
public record Curve(Expr formula, Expr slope) {
    /** {y, dy/dx} at these x. Parts of a formula may have no value: there they are NaN. */
    public double[][] at(double[] x) {
        double[] y = new double[x.length];
        double[] slopes = new double[x.length];
        int[] none = {0, 0};
        int[] dense = {1, 1};
        Lanes.of(formula).run(x.length, new double[][] {x, y}, none, dense, y, 0);
        Lanes.of(slope).run(x.length, new double[][] {x, y}, none, dense, slopes, 0);
        return new double[][] {y, slopes};
    }
}
