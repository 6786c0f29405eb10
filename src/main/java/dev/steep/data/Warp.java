package dev.steep.data;

import dev.steep.math.Elementary;

/** What is done to numbers that span many powers of ten before they are rescaled. */
public enum Warp {
    /** Nothing. */
    NONE("x") {
        @Override
        public double apply(double x) {
            return x;
        }

        @Override
        public double undo(double y) {
            return y;
        }
    },
    /** The natural logarithm; NaN of a number that is not above 0. */
    LOG("ln x") {
        @Override
        public double apply(double x) {
            return x > 0 ? Elementary.log(x) : Double.NaN;
        }

        @Override
        public double undo(double y) {
            return Elementary.exp(y);
        }
    },
    /** asinh x = ln(x + √(x² + 1)): like x near 0, like a logarithm far from it, and of any number. */
    ASINH("asinh x") {
        @Override
        public double apply(double x) {
            double size = Math.abs(x);
            if (size > 1e8) { // where 1 is lost beside x²
                return Math.copySign(Elementary.log(size) + Elementary.log(2), x);
            }
            double square = size * size;
            return Math.copySign(Elementary.log1p(size + square / (1 + Math.sqrt(1 + square))), x);
        }

        @Override
        public double undo(double y) {
            double size = Math.abs(y);
            double grown = Elementary.expm1(size);
            return Math.copySign(grown > 1e15 ? grown / 2 : (grown + grown / (grown + 1)) / 2, y);
        }
    };

    private final String formula;

    Warp(String formula) {
        this.formula = formula;
    }

    /** A number of the data set, warped. */
    public abstract double apply(double x);

    /** The number that {@link #apply} makes this of. */
    public abstract double undo(double y);

    /** {@code ln x}: what it does, in a formula. */
    public String formula() {
        return formula;
    }
}
