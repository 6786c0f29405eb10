package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.div;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.expm1;
import static dev.steep.math.expr.Expr.lessEqual;
import static dev.steep.math.expr.Expr.log1p;
import static dev.steep.math.expr.Expr.tanh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Formulas as textbooks write them, turned into equal ones that a machine can compute. {@code log(1 + e^x)} and {@code
 * e^x / (1 + e^x)} overflow for large x although their values are small: sums of two exponentials are replaced by
 * softplus, sigmoid and tanh, which do not. Other {@code log(1 + u)} and {@code e^u - 1} become {@code log1p(u)} and {@code
 * expm1(u)}, since 1 + u forgets a small u. And at a kink that nothing cancels, as that of {@code max(0, x)}, the slope
 * becomes that of the number, as with the activations of Keras: {@code max(0, x)} is relu, to the last bit.
 */
final class Textbook {
    private final Rewriting simple = Simple.rewriting();

    private Textbook() {}

    static Expr computable(Expr x) {
        Textbook textbook = new Textbook();
        Expr stable = new Rewriting(Textbook::stable).of(textbook.simple.of(x));
        return textbook.simple.of(textbook.clipped(textbook.simple.of(stable)));
    }

    private static Expr stable(Expr part, Expr[] arguments) {
        Expr same = Expr.of(part.op(), arguments);
        return switch (part.op()) {
            case ADD, SUB -> growth(same).orElse(same);
            case LOG -> logOfSum(same.argument(0)).orElse(same);
            case LOG1P ->
                isExponential(same.argument(0))
                        ? Functions.softplus(same.argument(0).argument(0))
                        : same;
            case DIV -> quotient(same.argument(0), same.argument(1)).orElse(same);
            case INPUT,
                    CONST,
                    NEG,
                    ABS,
                    EXP,
                    EXPM1,
                    SQRT,
                    TANH,
                    ERF,
                    SIN,
                    COS,
                    FLOOR,
                    MUL,
                    MIN,
                    MAX,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    SELECT -> same;
        };
    }

    /** e^u - 1 = expm1(u), and 1 - e^u = -expm1(u). */
    private static Optional<Expr> growth(Expr sum) {
        Expr a = sum.argument(0);
        Expr b = sum.argument(1);
        if (isExponential(a) && b.is(sum.op() == Op.SUB ? 1 : -1)) {
            return Optional.of(expm1(a.argument(0)));
        }
        if (isExponential(b) && a.is(sum.op() == Op.SUB ? 1 : -1)) {
            return Optional.of(sum.op() == Op.SUB ? Expr.neg(expm1(b.argument(0))) : expm1(b.argument(0)));
        }
        return Optional.empty();
    }

    /** log(e^u + e^v) = v + softplus(u - v), where e^0 may be written as 1; other log(1 + u) = log1p(u). */
    private static Optional<Expr> logOfSum(Expr sum) {
        if (isSumOfExponentials(sum)) {
            boolean oneFirst = sum.argument(0).op() == Op.CONST;
            Expr u = exponent(sum.argument(oneFirst ? 1 : 0));
            Expr v = exponent(sum.argument(oneFirst ? 0 : 1));
            return Optional.of(v.plus(Functions.softplus(u.minus(v))));
        }
        if (sum.op() == Op.ADD && (sum.argument(0).is(1) || sum.argument(1).is(1))) {
            return Optional.of(log1p(sum.argument(sum.argument(0).is(1) ? 1 : 0)));
        }
        return Optional.empty();
    }

    /** (e^u - e^v) / (e^u + e^v) = tanh((u - v) / 2), and e^u / (e^u + e^v) = sigmoid(u - v). */
    private static Optional<Expr> quotient(Expr a, Expr b) {
        if (a.op() == Op.DIV && b.op() == Op.DIV && a.argument(1).equals(b.argument(1))) {
            return quotient(a.argument(0), b.argument(0));
        }
        if (!isSumOfExponentials(b)) {
            return Optional.empty();
        }
        Expr u = exponent(b.argument(0));
        Expr v = exponent(b.argument(1));
        Expr difference = u.minus(v);
        if (isDifference(a, u, v)) {
            return Optional.of(tanh(difference.over(2)));
        }
        if (isDifference(a, v, u)) {
            return Optional.of(tanh(Expr.neg(difference).over(2)));
        }
        if (a.op() == Op.EXP && (a.argument(0).equals(u) || a.argument(0).equals(v))) {
            boolean first = a.argument(0).equals(u);
            return Optional.of(div(c(1), c(1).plus(exp(first ? Expr.neg(difference) : difference))));
        }
        return Optional.empty();
    }

    /** Whether this is e^u - e^v; where v is 0 it has become expm1(u). */
    private static boolean isDifference(Expr x, Expr u, Expr v) {
        if (x.op() == Op.NEG) {
            return isDifference(x.argument(0), v, u);
        }
        if (x.op() == Op.EXPM1) {
            return x.argument(0).equals(u) && v.is(0);
        }
        return x.op() == Op.SUB
                && isExponential(x.argument(0), u)
                && isExponential(x.argument(1), v)
                && x.argument(0).op() == x.argument(1).op();
    }

    /** Whether this is e^u, or e^u - 1, of which a difference of two says the same. */
    private static boolean isExponential(Expr x, Expr u) {
        return (x.op() == Op.EXP || x.op() == Op.EXPM1) && x.argument(0).equals(u);
    }

    /** e^u + e^v, where one of the two may be 1. */
    private static boolean isSumOfExponentials(Expr x) {
        return x.op() == Op.ADD
                && (isExponential(x.argument(0)) || x.argument(0).is(1))
                && (isExponential(x.argument(1)) || x.argument(1).is(1))
                && !(x.argument(0).op() == Op.CONST && x.argument(1).op() == Op.CONST);
    }

    /** Powers of x are held as e^(p log x), but have a slope where that has none: at 0. */
    private static boolean isExponential(Expr x) {
        return x.op() == Op.EXP && !Functions.isRealPower(x);
    }

    private static Expr exponent(Expr x) {
        return x.op() == Op.EXP ? x.argument(0) : c(0);
    }

    /**
     * Minimum and maximum with a number become a choice, which has the slope of the branch taken, wherever nothing can
     * cancel their kink: where they stand alone, or inside functions and powers, or beside numbers.
     */
    private Expr clipped(Expr x) {
        List<Expr> around = new ArrayList<>();
        Expr clipped = x;
        for (Optional<Expr> next = inside(x); next.isPresent(); next = inside(clipped)) {
            around.add(clipped);
            clipped = next.get();
        }
        for (int i = around.size() - 1; i >= 0; i--) {
            clipped = clipped(around.get(i), clipped);
        }
        return clipped;
    }

    /** The argument whose kinks nothing in this operation can cancel, if there is one. */
    private static Optional<Expr> inside(Expr x) {
        Optional<WrittenPower> power = WrittenPower.of(x);
        if (power.isPresent()) {
            return power.map(WrittenPower::base);
        }
        return switch (x.op()) {
            case MAX, MIN ->
                besideNumber(x).filter(rest -> !Double.isNaN(number(x).value()));
            case NEG, ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR -> Optional.of(x.argument(0));
            case ADD, SUB, MUL, DIV -> besideNumber(x);
            case INPUT, CONST, LESS, LESS_EQUAL, EQUAL, SELECT -> Optional.empty();
        };
    }

    private static Optional<Expr> besideNumber(Expr x) {
        boolean first = x.argument(0).op() == Op.CONST;
        return first || x.argument(1).op() == Op.CONST ? Optional.of(x.argument(first ? 1 : 0)) : Optional.empty();
    }

    private static Expr number(Expr x) {
        return x.argument(x.argument(0).op() == Op.CONST ? 0 : 1);
    }

    /** The operation x on what became of the argument {@link #inside}. */
    private Expr clipped(Expr x, Expr inside) {
        Optional<WrittenPower> power = WrittenPower.of(x);
        if (power.isPresent()) {
            return simple.of(Functions.power(inside, power.get().exponent()));
        } else if (x.op() == Op.MAX || x.op() == Op.MIN) {
            return limit(x, inside);
        } else if (x.arity() == 1) {
            return Expr.of(x.op(), inside);
        }
        return x.argument(0).op() == Op.CONST
                ? Expr.of(x.op(), x.argument(0), inside)
                : Expr.of(x.op(), inside, x.argument(1));
    }

    private static Expr limit(Expr x, Expr inside) {
        Expr number = number(x);
        Expr rest = x.argument(x.argument(0).op() == Op.CONST ? 1 : 0);
        Expr beyond = x.op() == Op.MAX ? lessEqual(rest, number) : lessEqual(number, rest);
        return Expr.select(beyond, number, inside);
    }
}
