package dev.steep.math.expr;

import dev.steep.math.Elementary;

/**
 * What a formula can do to numbers: the closed list that every consumer of {@link Expr} covers with one {@code switch}
 * expression. Powers are products, square roots or {@code exp(p log x)}; see {@link Functions#power}.
 */
public enum Op {
    /** A number handed in when the formula is evaluated. */
    INPUT(0),
    /** A number that is part of the formula. */
    CONST(0),
    NEG(1),
    ABS(1),
    EXP(1),
    /** exp(x) - 1, as precise near zero as anywhere. */
    EXPM1(1),
    /** Natural logarithm: NaN below zero, minus infinity at zero. */
    LOG(1),
    /** log(1 + x), as precise near zero as anywhere: NaN below -1, minus infinity at -1. */
    LOG1P(1),
    SQRT(1),
    TANH(1),
    ERF(1),
    SIN(1),
    COS(1),
    /** The next whole number at or below. */
    FLOOR(1),
    ADD(2),
    SUB(2),
    MUL(2),
    DIV(2),
    /** The smaller of two; NaN if either is. */
    MIN(2),
    /** The larger of two; NaN if either is. */
    MAX(2),
    /** 1 if the first is smaller, otherwise 0 (as with NaN). */
    LESS(2),
    /** 1 if the first is smaller or both are equal, otherwise 0 (as with NaN). */
    LESS_EQUAL(2),
    /** 1 if both are equal, otherwise 0 (as with NaN). */
    EQUAL(2),
    /** The second if the first is not 0, otherwise the third. */
    SELECT(3);

    private final int arity;

    Op(int arity) {
        this.arity = arity;
    }

    /** How many arguments it takes, 0 to 3. */
    public int arity() {
        return arity;
    }

    /** Whether it is 1 or 0: whether something is so. */
    public boolean isComparison() {
        return this == LESS || this == LESS_EQUAL || this == EQUAL;
    }

    /** How many operations of arithmetic it takes, about: a function such as exp is a polynomial and more. */
    public int operations() {
        return switch (this) {
            case INPUT, CONST -> 0;
            case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> 10;
            case NEG, ABS, SQRT, FLOOR, ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT -> 1;
        };
    }

    /** Its value; arguments beyond the arity are ignored. A leaf has no arguments: its value is passed as a. */
    public double apply(double a, double b, double c) {
        return switch (this) {
            case INPUT, CONST -> a;
            case NEG -> -a;
            case ABS -> Math.abs(a);
            case EXP -> Elementary.exp(a);
            case EXPM1 -> Elementary.expm1(a);
            case LOG -> Elementary.log(a);
            case LOG1P -> Elementary.log1p(a);
            case SQRT -> Math.sqrt(a);
            case TANH -> Elementary.tanh(a);
            case ERF -> Elementary.erf(a);
            case SIN -> Elementary.sin(a);
            case COS -> Elementary.cos(a);
            case FLOOR -> Math.floor(a);
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case LESS -> a < b ? 1 : 0;
            case LESS_EQUAL -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case SELECT -> a != 0 ? b : c;
        };
    }
}
