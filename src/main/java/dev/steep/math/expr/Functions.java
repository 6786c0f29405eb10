package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.div;
import static dev.steep.math.expr.Expr.equal;
import static dev.steep.math.expr.Expr.erf;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.expm1;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.math.expr.Expr.lessEqual;
import static dev.steep.math.expr.Expr.log;
import static dev.steep.math.expr.Expr.log1p;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.min;
import static dev.steep.math.expr.Expr.mul;
import static dev.steep.math.expr.Expr.select;
import static dev.steep.math.expr.Expr.sqrt;

/** Common functions made of {@link Op}s, for declaring formulas with. */
public final class Functions {
    /** Whole powers up to this size are products; a larger one would make a formula nobody can read. */
    public static final int LARGEST_WHOLE_POWER = 64;

    /** From here on log(1 + e^x) is x to the last bit. */
    private static final double SOFTPLUS_IS_LINEAR = 40;

    private Functions() {}

    /** 1 / (1 + e^-x): the logistic function, from 0 to 1. */
    public static Expr sigmoid(Expr x) {
        return div(c(1), c(1).plus(exp(Expr.neg(x))));
    }

    /** x above zero, otherwise 0; its slope at zero is 0, and NaN stays NaN. */
    public static Expr relu(Expr x) {
        return select(lessEqual(x, c(0)), c(0), x);
    }

    /** log(1 + e^x), a rounded relu; x itself where e^x would overflow. */
    public static Expr softplus(Expr x) {
        return select(less(x, c(SOFTPLUS_IS_LINEAR)), log1p(exp(x)), x);
    }

    /** (x + sqrt(x^2 + b)) / 2, a rounded relu; below zero, where that is a difference of equals, b / 4 over its mirror image. */
    public static Expr squareplus(Expr x, double b) {
        Expr mirrored = abs(x).plus(sqrt(square(x).plus(b))).times(0.5);
        return select(less(x, c(0)), c(b / 4).over(mirrored), mirrored);
    }

    /** x sigmoid(x), also called swish. */
    public static Expr silu(Expr x) {
        return mul(x, sigmoid(x));
    }

    /** x times the chance that a standard normal number lies below x. */
    public static Expr gelu(Expr x) {
        return mul(mul(c(0.5), x), c(1).plus(erf(div(x, sqrt(c(2))))));
    }

    /** -1 below zero, 1 above, 0 at zero. */
    public static Expr sign(Expr x) {
        return select(less(x, c(0)), c(-1), select(less(c(0), x), c(1), c(0)));
    }

    /** 1 where a exceeds b, otherwise 0. */
    public static Expr greater(Expr a, Expr b) {
        return less(b, a);
    }

    /** 1 where a is at least b, otherwise 0. */
    public static Expr greaterEqual(Expr a, Expr b) {
        return lessEqual(b, a);
    }

    /** 1 where the condition is 0, otherwise 0. */
    public static Expr not(Expr condition) {
        return equal(condition, c(0));
    }

    /** x above zero, e^x - 1 below. */
    public static Expr elu(Expr x) {
        return select(lessEqual(x, c(0)), expm1(x), x);
    }

    /**
     * x tanh(softplus(x)), which is x n / (n + 2) with n = e^x (e^x + 2): one function in place of three. It is x itself where
     * e^x would overflow.
     */
    public static Expr mish(Expr x) {
        Expr n = exp(x).times(exp(x).plus(2));
        return select(less(x, c(SOFTPLUS_IS_LINEAR)), mul(x, n.over(n.plus(2))), x);
    }

    /** The slope of mish, n / (n + 2) + 4 x e^x (e^x + 1) / (n + 2)^2. */
    public static Expr mishSlope(Expr x) {
        Expr power = exp(x);
        Expr n = power.times(power.plus(2));
        Expr bend = x.times(power.times(power.plus(1))).times(4).over(square(n.plus(2)));
        return select(less(x, c(SOFTPLUS_IS_LINEAR)), n.over(n.plus(2)).plus(bend), c(1));
    }

    /** x / (1 + |x|). */
    public static Expr softsign(Expr x) {
        return div(x, c(1).plus(abs(x)));
    }

    /** x, but at least low and at most high. */
    public static Expr clip(Expr x, Expr low, Expr high) {
        return min(max(x, low), high);
    }

    /** x, but at least low and at most high. */
    public static Expr clip(Expr x, double low, double high) {
        return clip(x, c(low), c(high));
    }

    /** x times x. */
    public static Expr square(Expr x) {
        return mul(x, x);
    }

    /**
     * x to the power p: a product where p is whole (its reciprocal below zero), a square root where p is 1/2, otherwise
     * exp(p log x), which needs x to be positive.
     */
    public static Expr power(Expr x, double p) {
        if (p == 0) {
            return c(1);
        }
        if (p == 0.5) {
            return sqrt(x);
        }
        if (p == Math.floor(p) && Math.abs(p) <= LARGEST_WHOLE_POWER) {
            Expr product = wholePower(x, (int) Math.abs(p));
            return p > 0 ? product : div(c(1), product);
        }
        return exp(mul(c(p), log(x)));
    }

    /** x to a power that may vary; x has to be positive unless the power is a number that is whole. */
    public static Expr power(Expr x, Expr p) {
        return power(x, p, p.simplify());
    }

    /** The same where the power is known in its simplest form. */
    public static Expr power(Expr x, Expr p, Expr simple) {
        return simple.op() == Op.CONST ? power(x, simple.value()) : exp(mul(p, log(x)));
    }

    /** Square, and multiply by x once more where the exponent's last binary digit is 1. */
    private static Expr wholePower(Expr x, int n) {
        if (n == 1) {
            return x;
        }
        Expr even = square(wholePower(x, n / 2));
        return n % 2 == 0 ? even : mul(even, x);
    }

    /** Whether this is exp(p log u) with a number p. */
    static boolean isRealPower(Expr x) {
        return x.op() == Op.EXP
                && x.argument(0).op() == Op.MUL
                && x.argument(0).argument(0).op() == Op.CONST
                && x.argument(0).argument(1).op() == Op.LOG;
    }

    /** Whether this is not(a == b). */
    static boolean isNotEqual(Expr x) {
        return x.op() == Op.EQUAL
                && x.argument(0).op() == Op.EQUAL
                && x.argument(1).equals(c(0));
    }

    /** The u of exp(p log u). */
    static Expr baseOfPower(Expr power) {
        return power.argument(0).argument(1).argument(0);
    }

    /** The p of exp(p log u). */
    static double exponentOfPower(Expr power) {
        return power.argument(0).argument(0).value();
    }
}
