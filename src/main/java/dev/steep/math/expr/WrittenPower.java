package dev.steep.math.expr;

import java.util.Optional;

/**
 * A product of equal factors, or exp(p log u), seen as the power that {@link Functions#power} would have built in the
 * very same way: base to the exponent.
 */
record WrittenPower(Expr base, Expr exponent) {
    /** The power that x stands for, or nothing if it is better written as it is. */
    static Optional<WrittenPower> of(Expr x) {
        if (x.op() == Op.MUL) {
            return x.power() > 1 ? Optional.of(new WrittenPower(wholeBase(x), Expr.c(x.power()))) : Optional.empty();
        }
        if (x.op() != Op.EXP
                || x.argument(0).op() != Op.MUL
                || x.argument(0).argument(1).op() != Op.LOG) {
            return Optional.empty();
        }
        Expr exponent = x.argument(0).argument(0);
        Expr base = x.argument(0).argument(1).argument(0);
        boolean readable = !base.is(Math.E) && !(exponent.op() == Op.CONST && isWhole(exponent.value()));
        return readable && Functions.power(base, exponent).equals(x)
                ? Optional.of(new WrittenPower(base, exponent))
                : Optional.empty();
    }

    /** The exponent of the product of these as a whole power: 1 if it is none. */
    static int exponent(Expr a, Expr b) {
        int n = a.power();
        int whole = a.equals(b) ? 2 * n : n % 2 == 0 && wholeBase(a).equals(b) ? n + 1 : 1;
        return whole <= Functions.LARGEST_WHOLE_POWER ? whole : 1;
    }

    private static Expr wholeBase(Expr x) {
        Expr base = x;
        while (base.power() > 1) {
            base = base.argument(0);
        }
        return base;
    }

    private static boolean isWhole(double value) {
        return value == Math.floor(value);
    }
}
