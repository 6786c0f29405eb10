package dev.steep.math.expr;

import dev.steep.math.Random;

/** Random formulas of two inputs x and y, over every operation. */
public final class RandomExpr {
    private static final Op[] OPS = Op.values();
    private static final double[] NUMBERS = {0, 1, -1, 2, 0.5, -2.5, 3, 1e-3, 100, Math.PI};

    private final Random random;

    public RandomExpr(Random random) {
        this.random = random;
    }

    /** A formula at most this deep. */
    public Expr next(int depth) {
        Op op = OPS[random.below(OPS.length)];
        if (depth == 0 || op.arity() == 0) {
            return random.below(3) == 0
                    ? Expr.c(NUMBERS[random.below(NUMBERS.length)])
                    : random.below(2) == 0 ? Expr.input(0, "x") : Expr.input(1, "y");
        }
        if (random.below(8) == 0) {
            return Functions.power(next(depth - 1), random.below(9) - 3 + 0.5 * random.below(2));
        }
        Expr[] arguments = new Expr[op.arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i > 0 && random.below(6) == 0 ? arguments[0] : next(depth - 1);
        }
        return Expr.of(op, arguments);
    }

    /** Whether every part of a formula is finite, of moderate size and away from poles and the ends of roots here. */
    static boolean isTame(Expr formula, double... inputs) {
        for (int i = 0; i < formula.op().arity(); i++) {
            if (!isTame(formula.argument(i), inputs)) {
                return false;
            }
        }
        boolean sensitive =
                formula.op() == Op.SQRT || formula.op() == Op.LOG || formula.op() == Op.LOG1P || formula.op() == Op.DIV;
        double pole = formula.op() == Op.LOG1P ? -1 : 0;
        double last = sensitive ? formula.argument(formula.op().arity() - 1).evaluate(inputs) - pole : 1;
        return Math.abs(formula.evaluate(inputs)) < 1e6 && Math.abs(last) > 1e-4;
    }

    /** A formula with this operation at the root. */
    Expr with(Op op, int depth) {
        Expr[] arguments = new Expr[op.arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = next(depth);
        }
        return op.arity() == 0 ? next(0) : Expr.of(op, arguments);
    }
}
