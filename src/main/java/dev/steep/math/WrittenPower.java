package dev.steep.math;

import java.util.Optional;

/**
 * A product of equal factors, or exp(p log u), seen as the power that {@link Functions#power} would have built in the
 * very same way: base to the exponent.
 */
record WrittenPower(Expr base, Expr exponent) {
    /** The power that x stands for, or nothing if it is better written as it is. */
    static Optional<WrittenPower> of(Expr x) {
        if (x.op() == Op.MUL) {
            int n = wholeExponent(x);
            return n > 1 ? Optional.of(new WrittenPower(wholeBase(x), Expr.c(n))) : Optional.empty();
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

    private static int wholeExponent(Expr x) {
        if (x.op() != Op.MUL) {
            return 1;
        }
        int n = wholeExponent(x.argument(0));
        int whole = x.argument(0).equals(x.argument(1))
                ? 2 * n
                : n % 2 == 0 && wholeBase(x.argument(0)).equals(x.argument(1)) ? n + 1 : 1;
        return whole <= Functions.LARGEST_WHOLE_POWER ? whole : 1;
    }

    private static Expr wholeBase(Expr x) {
        return wholeExponent(x) == 1 ? x : wholeBase(x.argument(0));
    }

    private static boolean isWhole(double value) {
        return value == Math.floor(value);
    }
}
