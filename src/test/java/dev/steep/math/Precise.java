package dev.steep.math;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formulas evaluated to hundreds of digits, so that nothing that cancels is lost: what their values really are. */
public final class Precise {
    private static final MathContext DIGITS = new MathContext(220);
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Precise() {}

    /** Its value; inputs are at most 80 in size: e^-x beside 1 takes digits. */
    public static BigDecimal evaluate(Expr f, BigDecimal... inputs) {
        return switch (f.op()) {
            case INPUT -> inputs[f.index()];
            case CONST -> new BigDecimal(f.value());
            case SELECT -> evaluate(f.argument(evaluate(f.argument(0), inputs).signum() != 0 ? 1 : 2), inputs);
            case NEG, ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR ->
                of(f.op(), evaluate(f.argument(0), inputs));
            case ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL ->
                of(f.op(), evaluate(f.argument(0), inputs), evaluate(f.argument(1), inputs));
        };
    }

    private static BigDecimal of(Op op, BigDecimal x) {
        return switch (op) {
            case NEG -> x.negate();
            case ABS -> x.abs();
            case EXP -> exp(x);
            case EXPM1 -> exp(x).subtract(ONE, DIGITS);
            case LOG -> log(x);
            case LOG1P -> log(x.add(ONE, DIGITS));
            case SQRT -> x.sqrt(DIGITS);
            case TANH -> tanh(x);
            case ERF -> erf(x);
            case FLOOR -> x.setScale(0, RoundingMode.FLOOR);
            case SIN, COS, INPUT, CONST, ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT ->
                throw new IllegalArgumentException(op + " is not known here.");
        };
    }

    private static BigDecimal of(Op op, BigDecimal a, BigDecimal b) {
        return switch (op) {
            case ADD -> a.add(b, DIGITS);
            case SUB -> a.subtract(b, DIGITS);
            case MUL -> a.multiply(b, DIGITS);
            case DIV -> a.divide(b, DIGITS);
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case LESS -> a.compareTo(b) < 0 ? ONE : ZERO;
            case LESS_EQUAL -> a.compareTo(b) <= 0 ? ONE : ZERO;
            case EQUAL -> a.compareTo(b) == 0 ? ONE : ZERO;
            case INPUT, CONST, NEG, ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR, SELECT ->
                throw new IllegalArgumentException(op + " does not take two numbers.");
        };
    }

    /** (e^(x / 2^32))^(2^32), the inner power by its series. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(TWO.pow(32), DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; n < 32; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 32; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Halley's iteration, which triples the digits each time. */
    private static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 4; i++) {
            BigDecimal power = exp(y);
            BigDecimal step = x.subtract(power, DIGITS).divide(x.add(power, DIGITS), DIGITS);
            y = y.add(TWO.multiply(step), DIGITS);
        }
        return y;
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal power = exp(TWO.multiply(x));
        return power.subtract(ONE, DIGITS).divide(power.add(ONE, DIGITS), DIGITS);
    }

    /** 2/sqrt(pi) (x - x^3/3 + x^5/(2! 5) - ...); from 20 on it is 1 to 174 digits. */
    private static BigDecimal erf(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(20)) > 0) {
            return BigDecimal.valueOf(x.signum());
        }
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = x;
        BigDecimal sum = ZERO;
        for (int n = 0; n < 1400; n++) {
            sum = sum.add(term.divide(BigDecimal.valueOf(2 * n + 1), DIGITS), DIGITS);
            term = term.multiply(square, DIGITS)
                    .divide(BigDecimal.valueOf(n + 1), DIGITS)
                    .negate();
        }
        return TWO.multiply(sum).divide(PI.sqrt(DIGITS), DIGITS);
    }

    private static final BigDecimal PI = pi();

    /** By Machin's formula. */
    private static BigDecimal pi() {
        return BigDecimal.valueOf(16)
                .multiply(arctanOfReciprocal(5))
                .subtract(BigDecimal.valueOf(4).multiply(arctanOfReciprocal(239)), DIGITS);
    }

    private static BigDecimal arctanOfReciprocal(int x) {
        BigDecimal power = ONE.divide(BigDecimal.valueOf(x), DIGITS);
        BigDecimal sum = ZERO;
        for (int n = 0; n < 170; n++) {
            BigDecimal term = power.divide(BigDecimal.valueOf(2 * n + 1), DIGITS);
            sum = n % 2 == 0 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
            power = power.divide(BigDecimal.valueOf((long) x * x), DIGITS);
        }
        return sum;
    }
}
