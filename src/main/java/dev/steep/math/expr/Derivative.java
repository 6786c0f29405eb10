package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Simple.add;
import static dev.steep.math.expr.Simple.build;
import static dev.steep.math.expr.Simple.div;
import static dev.steep.math.expr.Simple.mul;
import static dev.steep.math.expr.Simple.neg;
import static dev.steep.math.expr.Simple.select;
import static dev.steep.math.expr.Simple.sub;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Slopes by the rules of calculus, all in one table. At a kink of abs, min and max the slope is the mean of both sides,
 * which is what a central difference gives and what makes sums of kinks that cancel come out right; a SELECT has the
 * slope of the branch it takes. Steps (floor, comparisons) have slope 0.
 *
 * <p>Quotients and logarithms are differentiated by way of the relative slope f'/f, which stays finite where f itself
 * overflows: the slope of 1/(1 + exp(-x)) comes out as y (1 - y), not as infinity over infinity.
 *
 * <p>Each part is differentiated once, after those it consists of, and its slope is built on theirs: so the slope has a few times as
 * many operations as the formula, however often parts are shared.
 */
public final class Derivative {
    private static final double TWO_PER_ROOT_PI = 1.1283791670955126;

    private final int input;
    private final Map<Expr, Expr> slopes = new HashMap<>();

    /** f'/f of the parts that it was asked for. */
    private final Map<Expr, Expr> relatives = new HashMap<>();

    private final Rewriting simple = Simple.rewriting();

    private Derivative(int input) {
        this.input = input;
    }

    /** The derivative of y by one of its inputs. */
    public static Expr of(Expr y, int input) {
        Derivative derivative = new Derivative(input);
        for (Expr part : y.parts()) {
            derivative.slopes.put(part, derivative.rule(part));
        }
        return derivative.slope(y);
    }

    private Expr slope(Expr part) {
        return Objects.requireNonNull(slopes.get(part));
    }

    private Expr rule(Expr y) {
        return switch (y.op()) {
            case INPUT -> c(y.index() == input ? 1 : 0);
            case CONST, FLOOR, LESS, LESS_EQUAL, EQUAL -> c(0);
            case NEG -> neg(slope(y.argument(0)));
            case ABS -> mul(sign(y.argument(0)), slope(y.argument(0)));
            case EXP -> slopeOfExp(y);
            case EXPM1 -> mul(build(Op.EXP, y.argument(0)), slope(y.argument(0)));
            case LOG -> relative(y.argument(0));
            case LOG1P -> slopeOfLogOnePlus(y.argument(0));
            case SQRT -> div(slope(y.argument(0)), mul(c(2), y));
            case TANH -> mul(sub(c(1), mul(y, y)), slope(y.argument(0)));
            case ERF -> mul(mul(c(TWO_PER_ROOT_PI), build(Op.EXP, neg(square(y.argument(0))))), slope(y.argument(0)));
            case SIN -> mul(build(Op.COS, y.argument(0)), slope(y.argument(0)));
            case COS -> neg(mul(build(Op.SIN, y.argument(0)), slope(y.argument(0))));
            case ADD -> add(slope(y.argument(0)), slope(y.argument(1)));
            case SUB -> sub(slope(y.argument(0)), slope(y.argument(1)));
            case MUL -> slopeOfProduct(y);
            case DIV -> sub(div(slope(y.argument(0)), y.argument(1)), mul(y, relative(y.argument(1))));
            case MIN -> slopeOfLesser(y.argument(0), y.argument(1), y.argument(0), y.argument(1));
            case MAX -> slopeOfLesser(y.argument(0), y.argument(1), y.argument(1), y.argument(0));
            case SELECT -> select(y.argument(0), slope(y.argument(1)), slope(y.argument(2)));
        };
    }

    /** e^u has the slope e^u u'; but u^p, held as exp(p log u), has p u^(p-1) u', which is right at u = 0 as well. */
    private Expr slopeOfExp(Expr y) {
        if (Functions.isRealPower(y)) {
            Expr base = Functions.baseOfPower(y);
            double p = Functions.exponentOfPower(y);
            return mul(mul(c(p), simple.of(Functions.power(base, p - 1))), slope(base));
        }
        return mul(y, slope(y.argument(0)));
    }

    /**
     * log(1 + u) has the slope u' / (1 + u), which is sigmoid(v) v' where u is e^v: so it is kept where it is small, and finite
     * where u is not. A power, which is held as e^(p log w), has a slope of its own at w = 0.
     */
    private Expr slopeOfLogOnePlus(Expr u) {
        if (Functions.isRealPower(u)) {
            return div(slope(u), add(c(1), u));
        }
        if (u.op() == Op.EXP) {
            return mul(simple.of(Functions.sigmoid(u.argument(0))), slope(u.argument(0)));
        }
        Expr sum = add(c(1), u);
        for (Expr part : ComputingOrder.of(sum, slopes::containsKey)) {
            slopes.put(part, rule(part));
        }
        return relative(sum);
    }

    private Expr slopeOfProduct(Expr y) {
        Optional<WrittenPower> power = WrittenPower.of(y);
        if (power.isPresent()) {
            Expr base = power.get().base();
            double n = power.get().exponent().value();
            return mul(mul(c(n), Functions.power(base, n - 1)), slope(base));
        }
        Expr a = y.argument(0);
        Expr b = y.argument(1);
        return add(mul(slope(a), b), mul(a, slope(b)));
    }

    /** The slope of p where a is less than b, of q where b is less than a, of their mean where both are equal. */
    private Expr slopeOfLesser(Expr a, Expr b, Expr p, Expr q) {
        Expr mean = mul(c(0.5), add(slope(p), slope(q)));
        return select(build(Op.LESS, a, b), slope(p), select(build(Op.LESS, b, a), slope(q), mean));
    }

    /** f'/f, which is finite for every exponential. */
    private Expr relative(Expr f) {
        for (Expr part : ComputingOrder.of(f, relatives::containsKey)) {
            relatives.put(part, ruleOfRelative(part));
        }
        return Objects.requireNonNull(relatives.get(f));
    }

    private Expr ruleOfRelative(Expr f) {
        Expr slope = slope(f);
        if (slope.is(0)) {
            return slope;
        }
        return switch (f.op()) {
            case EXP -> slope(f.argument(0));
            case NEG -> relative(f.argument(0));
            case SQRT -> mul(c(0.5), relative(f.argument(0)));
            case MUL -> relativeOfProduct(f);
            case DIV -> sub(relative(f.argument(0)), relative(f.argument(1)));
            case ADD, SUB -> relativeOfSum(f, f.argument(0), f.argument(1));
            case EXPM1 -> mul(slope(f.argument(0)), add(c(1), div(c(1), f)));
            case INPUT, CONST, ABS, LOG, LOG1P, TANH, ERF, SIN, COS, FLOOR, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT ->
                div(slope, f);
        };
    }

    private Expr relativeOfProduct(Expr f) {
        return WrittenPower.of(f)
                .map(power -> mul(power.exponent(), relative(power.base())))
                .orElseGet(() -> add(relative(f.argument(0)), relative(f.argument(1))));
    }

    /** For f = k + e^u: f'/f = u' (1 - k/f), where e^u / f would be infinity over infinity. */
    private Expr relativeOfSum(Expr f, Expr a, Expr b) {
        if (a.op() == Op.CONST && isExponential(b)) {
            return mul(relative(b), sub(c(1), div(a, f)));
        }
        if (b.op() == Op.CONST && isExponential(a)) {
            Expr share = div(b, f);
            return mul(relative(a), f.op() == Op.ADD ? sub(c(1), share) : add(c(1), share));
        }
        return div(slope(f), f);
    }

    private static boolean isExponential(Expr x) {
        return x.op() == Op.EXP
                || x.op() == Op.MUL
                        && x.argument(0).op() == Op.CONST
                        && x.argument(1).op() == Op.EXP;
    }

    private static Expr square(Expr x) {
        return build(Op.MUL, x, x);
    }

    private Expr sign(Expr x) {
        return simple.of(Functions.sign(x));
    }
}
