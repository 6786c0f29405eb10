package dev.steep.math;

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

    /** The log1p(e^u) of a softplus, which is u itself where e^u would overflow. */
    static Optional<Expr> ofSoftplus(Expr x) {
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
