package dev.steep.math.expr;

import java.util.Optional;

/** Functions that readers know by name or by a shorter form, recognised in the operations that they are made of. */
final class Shorthand {
    private Shorthand() {}

    /** The u of 1 / (1 + e^-u). */
    static Optional<Expr> ofSigmoid(Expr x) {
        boolean matches = x.op() == Op.DIV
                && x.argument(0).is(1)
                && x.argument(1).op() == Op.ADD
                && x.argument(1).argument(0).is(1)
                && x.argument(1).argument(1).op() == Op.EXP;
        return matches ? negated(x.argument(1).argument(1).argument(0)) : Optional.empty();
    }

    /** What a formula that was written for machines, with a choice, stands for in textbooks. */
    static Optional<Expr> ofGuarded(Expr x) {
        return ofSoftplus(x).or(() -> ofSquareplus(x)).or(() -> ofMish(x));
    }

    private static Optional<Expr> ofMish(Expr x) {
        boolean matches = x.op() == Op.SELECT
                && x.argument(1).op() == Op.MUL
                && x.equals(Functions.mish(x.argument(2)).simplify());
        return matches
                ? Optional.of(Expr.mul(x.argument(2), Expr.tanh(Functions.softplus(x.argument(2)))))
                : Optional.empty();
    }

    /** (u + sqrt(u^2 + b)) / 2, which is written another way below zero. */
    private static Optional<Expr> ofSquareplus(Expr x) {
        if (x.op() != Op.SELECT
                || x.argument(0).op() != Op.LESS
                || x.argument(1).op() != Op.DIV
                || x.argument(1).argument(0).op() != Op.CONST) {
            return Optional.empty();
        }
        Expr u = x.argument(0).argument(0);
        double b = 4 * x.argument(1).argument(0).value();
        Expr root = Expr.sqrt(Functions.square(u).plus(b));
        return x.equals(Functions.squareplus(u, b).simplify())
                ? Optional.of(u.plus(root).over(2))
                : Optional.empty();
    }

    /** The log1p(e^u) of a softplus, which is u itself where e^u would overflow. */
    private static Optional<Expr> ofSoftplus(Expr x) {
        boolean matches =
                x.op() == Op.SELECT && x.argument(1).op() == Op.LOG1P && x.equals(Functions.softplus(x.argument(2)));
        return matches ? Optional.of(x.argument(1)) : Optional.empty();
    }

    /** u, if x is written as -u. */
    private static Optional<Expr> negated(Expr x) {
        boolean factor = x.op() == Op.MUL
                && x.argument(0).op() == Op.CONST
                && x.argument(0).value() < 0;
        return factor || x.op() == Op.NEG ? Optional.of(Simple.neg(x)) : Optional.empty();
    }
}
