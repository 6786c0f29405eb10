package dev.steep.math;

import static dev.steep.math.Expr.c;
import static dev.steep.math.Expr.div;
import static dev.steep.math.Expr.exp;
import static dev.steep.math.Expr.lessEqual;
import static dev.steep.math.Expr.tanh;

import java.util.Optional;

/**
 * Formulas as textbooks write them, turned into equal ones that a machine can compute. {@code log(1 + e^x)} and {@code
 * e^x / (1 + e^x)} overflow for large x although their values are small: sums of two exponentials are replaced by
 * softplus, sigmoid and tanh, which do not. And at a kink that nothing cancels, as that of {@code max(0, x)}, the slope
 * becomes that of the number, as with the activations of Keras: {@code max(0, x)} is relu, to the last bit.
 */
final class Textbook {
    private Textbook() {}

    static Expr computable(Expr x) {
        return clipped(new Rewriting(Textbook::stable).of(x.simplify()).simplify());
    }

    private static Expr stable(Op op, Expr[] arguments) {
        Expr same = Expr.of(op, arguments);
        return switch (op) {
            case LOG -> logOfSum(same.argument(0)).orElse(same);
            case DIV -> quotient(same.argument(0), same.argument(1)).orElse(same);
            case INPUT,
                    CONST,
                    NEG,
                    ABS,
                    EXP,
                    SQRT,
                    TANH,
                    ERF,
                    SIN,
                    COS,
                    FLOOR,
                    ADD,
                    SUB,
                    MUL,
                    MIN,
                    MAX,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    SELECT -> same;
        };
    }

    /** log(e^u + e^v) = v + softplus(u - v); e^0 may be written as 1. */
    private static Optional<Expr> logOfSum(Expr sum) {
        if (!isSumOfExponentials(sum)) {
            return Optional.empty();
        }
        boolean oneFirst = sum.argument(0).op() == Op.CONST;
        Expr u = exponent(sum.argument(oneFirst ? 1 : 0));
        Expr v = exponent(sum.argument(oneFirst ? 0 : 1));
        return Optional.of(v.plus(Functions.softplus(u.minus(v))));
    }

    /** (e^u - e^v) / (e^u + e^v) = tanh((u - v) / 2), and e^u / (e^u + e^v) = sigmoid(u - v). */
    private static Optional<Expr> quotient(Expr a, Expr b) {
        if (a.op() == Op.DIV && b.op() == Op.DIV && a.argument(1).equals(b.argument(1))) {
            return quotient(a.argument(0), b.argument(0));
        }
        if (!isSumOfExponentials(b)) {
            return Optional.empty();
        }
        Expr p = b.argument(0);
        Expr q = b.argument(1);
        Expr difference = exponent(p).minus(exponent(q));
        if (a.op() == Op.SUB && a.argument(0).equals(p) && a.argument(1).equals(q)) {
            return Optional.of(tanh(difference.over(2)));
        }
        if (a.op() == Op.SUB && a.argument(0).equals(q) && a.argument(1).equals(p)) {
            return Optional.of(tanh(Expr.neg(difference).over(2)));
        }
        if (a.op() == Op.EXP && (a.equals(p) || a.equals(q))) {
            return Optional.of(div(c(1), c(1).plus(exp(a.equals(p) ? Expr.neg(difference) : difference))));
        }
        return Optional.empty();
    }

    /** e^u + e^v, where one of the two may be 1. */
    private static boolean isSumOfExponentials(Expr x) {
        return x.op() == Op.ADD
                && (x.argument(0).op() == Op.EXP || x.argument(0).is(1))
                && (x.argument(1).op() == Op.EXP || x.argument(1).is(1))
                && !(x.argument(0).op() == Op.CONST && x.argument(1).op() == Op.CONST);
    }

    private static Expr exponent(Expr x) {
        return x.op() == Op.EXP ? x.argument(0) : c(0);
    }

    /**
     * Minimum and maximum with a number become a choice, which has the slope of the branch taken, wherever nothing can
     * cancel their kink: where they stand alone, or inside functions and powers, or beside numbers.
     */
    private static Expr clipped(Expr x) {
        Optional<WrittenPower> power = WrittenPower.of(x);
        if (power.isPresent()) {
            return Functions.power(clipped(power.get().base()), power.get().exponent())
                    .simplify();
        }
        return switch (x.op()) {
            case MAX, MIN -> limit(x, x.argument(0), x.argument(1));
            case NEG, ABS, EXP, LOG, SQRT, TANH, ERF, SIN, COS, FLOOR -> Expr.of(x.op(), clipped(x.argument(0)));
            case ADD, SUB, MUL, DIV ->
                x.argument(0).op() == Op.CONST || x.argument(1).op() == Op.CONST
                        ? Expr.of(x.op(), clipped(x.argument(0)), clipped(x.argument(1)))
                        : x;
            case INPUT, CONST, LESS, LESS_EQUAL, EQUAL, SELECT -> x;
        };
    }

    private static Expr limit(Expr x, Expr a, Expr b) {
        Expr number = a.op() == Op.CONST ? a : b;
        Expr rest = a.op() == Op.CONST ? b : a;
        if (number.op() != Op.CONST || Double.isNaN(number.value())) {
            return x;
        }
        Expr beyond = x.op() == Op.MAX ? lessEqual(rest, number) : lessEqual(number, rest);
        return Expr.select(beyond, number, clipped(rest));
    }
}
