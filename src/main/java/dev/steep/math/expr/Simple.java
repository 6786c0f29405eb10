package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.of;

/**
 * Formulas built without needless parts. Values stay the same for finite numbers, up to rounding and the sign of zero;
 * no rule turns a number into NaN.
 */
final class Simple {
    /**
     * Between so many numbers a mask may choose. A product of masks is a choice with the product of their numbers: without a
     * limit it would be exponentially large.
     */
    private static final int MOST_NUMBERS = 64;

    private Simple() {}

    static Expr simplify(Expr x) {
        return rewriting().of(x);
    }

    /** Simplifies several formulas; what they share is simplified once. */
    static Rewriting rewriting() {
        return new Rewriting((part, arguments) -> build(part.op(), arguments));
    }

    /** The operation on these arguments, in its simplest form. */
    static Expr build(Op op, Expr... x) {
        return switch (op) {
            case INPUT, CONST -> throw new IllegalArgumentException(op + " is a leaf and has no arguments");
            case NEG -> neg(x[0]);
            case ADD -> add(x[0], x[1]);
            case SUB -> sub(x[0], x[1]);
            case MUL -> mul(x[0], x[1]);
            case DIV -> div(x[0], x[1]);
            case MIN, MAX -> x[0].equals(x[1]) ? x[0] : folded(op, x);
            case SELECT -> select(x[0], x[1], x[2]);
            case ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR, LESS, LESS_EQUAL, EQUAL ->
                folded(op, x);
        };
    }

    static Expr neg(Expr x) {
        if (x.is(0)) {
            return c(0);
        }
        if (x.op() == Op.NEG) {
            return x.argument(0);
        }
        if (x.op() == Op.SUB) {
            return sub(x.argument(1), x.argument(0));
        }
        if (scaled(x)) {
            return mul(c(-x.argument(0).value()), x.argument(1));
        }
        if (x.op() == Op.MUL && x.argument(1).op() == Op.SUB) {
            return mul(x.argument(0), neg(x.argument(1)));
        }
        return folded(Op.NEG, x);
    }

    static Expr add(Expr a, Expr b) {
        if (a.is(0)) {
            return b;
        }
        if (b.is(0)) {
            return a;
        }
        if (b.op() == Op.NEG) {
            return sub(a, b.argument(0));
        }
        if (a.op() == Op.NEG) {
            return sub(b, a.argument(0));
        }
        if (scaled(b) && b.argument(0).value() < 0) {
            return sub(a, neg(b));
        }
        return folded(Op.ADD, a, b);
    }

    static Expr sub(Expr a, Expr b) {
        if (b.is(0)) {
            return a;
        }
        if (a.is(0)) {
            return neg(b);
        }
        if (b.op() == Op.NEG) {
            return add(a, b.argument(0));
        }
        return a.equals(b) ? c(0) : folded(Op.SUB, a, b);
    }

    static Expr mul(Expr a, Expr b) {
        if (b.op() == Op.CONST && a.op() != Op.CONST) {
            return mul(b, a);
        }
        if (a.is(0) || a.is(1)) {
            return a.is(0) ? c(0) : b;
        }
        if (a.is(-1)) {
            return neg(b);
        }
        if (a.op() == Op.CONST && scaled(b)) {
            return mul(c(a.value() * b.argument(0).value()), b.argument(1));
        }
        if (a.op() != Op.CONST && scaled(b)) {
            return mul(b.argument(0), mul(a, b.argument(1)));
        }
        if (a.op() != Op.CONST && scaled(a)) {
            return mul(a.argument(0), mul(a.argument(1), b));
        }
        if (b.op() == Op.NEG) {
            return neg(mul(a, b.argument(0)));
        }
        if (a.op() == Op.NEG) {
            return neg(mul(a.argument(0), b));
        }
        if (isMask(a) || isMask(b)) {
            return isMask(a) ? masked(a, b) : masked(b, a);
        }
        return folded(Op.MUL, a, b);
    }

    static Expr div(Expr a, Expr b) {
        if (a.is(0) && !b.is(0) || b.is(1)) {
            return a;
        }
        if (b.is(-1)) {
            return neg(a);
        }
        if (scaled(a) && b.op() == Op.CONST) {
            double quotient = a.argument(0).value() / b.value();
            if (quotient * b.value() == a.argument(0).value()) {
                return mul(c(quotient), a.argument(1));
            }
        }
        if (a.op() == Op.NEG) {
            return neg(div(a.argument(0), b));
        }
        return b.op() == Op.NEG ? neg(div(a, b.argument(0))) : folded(Op.DIV, a, b);
    }

    static Expr select(Expr condition, Expr a, Expr b) {
        if (condition.op() == Op.CONST) {
            return condition.value() != 0 ? a : b;
        }
        Expr yes = a.op() == Op.SELECT && a.argument(0).equals(condition) ? a.argument(1) : a;
        Expr no = b.op() == Op.SELECT && b.argument(0).equals(condition) ? b.argument(2) : b;
        return yes.equals(no) ? yes : of(Op.SELECT, condition, yes, no);
    }

    /** A number times something. */
    private static boolean scaled(Expr x) {
        return x.op() == Op.MUL
                && x.argument(0).op() == Op.CONST
                && x.argument(1).op() != Op.CONST;
    }

    /** A choice between numbers, one of them 0, such as the slope of relu or the sign of a number; not between too many. */
    private static boolean isMask(Expr x) {
        return x.op() == Op.SELECT && numbers(x, MOST_NUMBERS) <= MOST_NUMBERS && hasZero(x);
    }

    /** Between how many numbers this chooses: more than are asked for if they are more, or not all are numbers. */
    private static int numbers(Expr x, int most) {
        if (x.op() != Op.SELECT || most < 1) {
            return x.op() == Op.CONST ? 1 : most + 1;
        }
        int yes = numbers(x.argument(1), most - 1); // the other branch has at least one
        return yes >= most ? most + 1 : yes + numbers(x.argument(2), most - yes);
    }

    private static boolean hasZero(Expr x) {
        return x.is(0) || x.op() == Op.SELECT && (hasZero(x.argument(1)) || hasZero(x.argument(2)));
    }

    /** mask times x, as a choice: where the mask is 0 the product is 0, even if x is infinite. */
    private static Expr masked(Expr mask, Expr x) {
        return mask.op() == Op.SELECT
                ? select(mask.argument(0), masked(mask.argument(1), x), masked(mask.argument(2), x))
                : mul(mask, x);
    }

    /** The operation, or its value where all arguments are numbers. */
    static Expr folded(Op op, Expr... x) {
        for (Expr argument : x) {
            if (argument.op() != Op.CONST) {
                return of(op, x);
            }
        }
        return c(op.apply(x[0].value(), x.length > 1 ? x[1].value() : 0, x.length > 2 ? x[2].value() : 0));
    }
}
