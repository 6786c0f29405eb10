package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;

/**
 * Formulas as a machine likes them, with the same value to the last bit: what depends on no input is computed ahead,
 * and choices that a minimum, a maximum or a comparison makes as well become that, since a mispredicted branch costs
 * more than all else that relu does.
 */
final class Lowering {
    private Lowering() {}

    static Expr of(Expr x) {
        return new Rewriting((part, arguments) -> lowered(part.op(), arguments)).of(x);
    }

    private static Expr lowered(Op op, Expr[] arguments) {
        Expr folded = Simple.folded(op, arguments);
        return folded.op() == Op.SELECT ? choice(folded.argument(0), folded.argument(1), folded.argument(2)) : folded;
    }

    private static Expr choice(Expr condition, Expr a, Expr b) {
        if (condition.op().isComparison() && a.is(1) && isPositiveZero(b)) {
            return condition;
        }
        if (condition.op().isComparison() && isPositiveZero(a) && b.is(1)) {
            return Expr.sub(c(1), condition);
        }
        boolean strict = condition.op() == Op.LESS;
        if (a.op() == Op.CONST && (strict || condition.op() == Op.LESS_EQUAL)) {
            // NaN makes the comparison false and so yields b, as min and max do; zeros differ in sign, hence the care
            boolean safe = !a.is(0) && !Double.isNaN(a.value());
            if (isPair(condition, b, a) && (safe || !strict && isPositiveZero(a))) {
                return Expr.max(b, a);
            }
            if (isPair(condition, a, b) && safe) {
                return Expr.min(b, a);
            }
        }
        return condition.op() == Op.CONST ? condition.value() != 0 ? a : b : Expr.select(condition, a, b);
    }

    private static boolean isPair(Expr x, Expr first, Expr second) {
        return x.argument(0).equals(first) && x.argument(1).equals(second);
    }

    private static boolean isPositiveZero(Expr x) {
        return x.is(0) && 1 / x.value() > 0;
    }
}
