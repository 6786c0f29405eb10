package dev.steep.math.expr;

import java.util.Optional;

/**
 * A formula on one line, with no more brackets than needed, in the words of some language. One that is too long to be written
 * out is only said to be one.
 */
final class Infix {
    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int SIGN = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    /** Nodes of a tree, and how deep they are nested, up to which it is written out. */
    private static final int LONGEST = 10_000;

    private static final int DEEPEST = 400;

    private final Words words;

    private Infix(Words words) {
        this.words = words;
    }

    /** As {@code Formula} reads it. */
    static String of(Expr x) {
        return of(x, Words.FORMULA);
    }

    static String of(Expr x, Words words) {
        if (x.size() > LONGEST || x.height() > DEEPEST) {
            return "(a formula of " + x.operations() + " operations)";
        }
        return new Infix(words).number(x, 0);
    }

    /** x where a number is wanted, in brackets if it binds more loosely than this. */
    private String number(Expr x, int binding) {
        if (words.comparesToBoolean() && x.op().isComparison()) {
            return words.select(text(x), "1.0", "0.0");
        }
        return bracketed(x, binding);
    }

    private String bracketed(Expr x, int binding) {
        return binding(x) < binding ? "(" + text(x) + ")" : text(x);
    }

    private String text(Expr x) {
        Optional<WrittenPower> power = WrittenPower.of(x);
        if (power.isPresent()) {
            return power(power.get());
        }
        return switch (x.op()) {
            case INPUT -> x.name();
            case CONST -> words.number(x.value());
            case NEG ->
                x.argument(0).op() == Op.CONST ? "-(" + text(x.argument(0)) + ")" : "-" + number(x.argument(0), SIGN);
            case ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR ->
                words.call(x.op(), number(x.argument(0), 0));
            case MIN, MAX -> words.call(x.op(), number(x.argument(0), 0) + ", " + number(x.argument(1), 0));
            case ADD -> between(x, " + ", SUM, PRODUCT);
            case SUB -> between(x, " - ", SUM, PRODUCT);
            case MUL -> product(number(x.argument(0), PRODUCT), number(x.argument(1), SIGN));
            case DIV -> between(x, " / ", PRODUCT, SIGN);
            case LESS -> between(x, " < ", SUM, SUM);
            case LESS_EQUAL -> between(x, " <= ", SUM, SUM);
            case EQUAL ->
                Functions.isNotEqual(x) ? between(x.argument(0), " != ", SUM, SUM) : between(x, " == ", SUM, SUM);
            case SELECT -> words.select(condition(x.argument(0)), branch(x.argument(1)), branch(x.argument(2)));
        };
    }

    private String between(Expr x, String sign, int left, int right) {
        return number(x.argument(0), left) + sign + number(x.argument(1), right);
    }

    private String power(WrittenPower power) {
        return number(power.base(), ATOM) + words.powerSign() + number(power.exponent(), POWER);
    }

    private String condition(Expr x) {
        return x.op().isComparison() || !words.comparesToBoolean() ? text(x) : bracketed(x, SUM) + " != 0";
    }

    private String branch(Expr x) {
        return x.op() == Op.CONST ? words.branch(x.value()) : number(x, 0);
    }

    /** 2 x instead of 2 * x where the language reads that: a plain number before what starts with a letter. */
    private String product(String left, String right) {
        boolean juxtaposed = words.multipliesSilently() && isPlainNumber(left) && Character.isLetter(right.charAt(0));
        return left + (juxtaposed ? " " : " * ") + right;
    }

    private static boolean isPlainNumber(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static int binding(Expr x) {
        if (WrittenPower.of(x).isPresent()) {
            return POWER;
        }
        return switch (x.op()) {
            case INPUT, ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR, MIN, MAX, SELECT -> ATOM;
            case CONST -> x.value() < 0 || 1 / x.value() < 0 ? SIGN : ATOM;
            case NEG -> SIGN;
            case ADD, SUB -> SUM;
            case MUL, DIV -> PRODUCT;
            case LESS, LESS_EQUAL, EQUAL -> COMPARISON;
        };
    }
}
