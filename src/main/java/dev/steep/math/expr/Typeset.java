package dev.steep.math.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula as a browser typesets it, in MathML Core: fractions, roots, powers, cases. A comparison that stands for the
 * number 1 or 0 is written in brackets (Iverson's notation). Numbers show six digits.
 */
public final class Typeset {
    private static final int CHOICE = 0;
    private static final int SUM = 2;
    private static final int SIGN = 3;
    private static final int PRODUCT = 4;
    private static final int FRACTION = 5;
    private static final int POWER = 6;
    private static final int ATOM = 7;

    private static final Expr ONE = Expr.c(1);
    private static final String SILENT_TIMES = operator("&#x2062;");
    private static final String PRIME = "<mo lspace=\"0\" rspace=\"0\">′</mo>";
    private static final String THIN_SPACE = "<mspace width=\"0.17em\"></mspace>";

    private Typeset() {}

    /** Within a line of text. */
    public static String inline(Expr x) {
        return "<math>" + whole(x) + "</math>";
    }

    /** On a line of its own. */
    public static String block(Expr x) {
        return "<math display=\"block\">" + whole(x) + "</math>";
    }

    /** The equation y = x, within a line of text, which may break between the terms of a sum; the name may end in a prime. */
    public static String equation(String name, Expr x) {
        boolean prime = name.endsWith("′");
        String left = Glyphs.name(prime ? name.substring(0, name.length() - 1) : name);
        List<String> terms = new ArrayList<>();
        Expr first = x;
        while (isSum(first)) {
            terms.add(0, "<math>" + term(first) + "</math>");
            first = first.argument(0);
        }
        String right = terms.isEmpty() ? whole(first) : text(first);
        terms.add(0, "<math>" + between(prime ? "<msup>" + left + PRIME + "</msup>" : left, "=", right) + "</math>");
        return String.join(" ", terms);
    }

    private static boolean isSum(Expr x) {
        boolean plain = WrittenPower.of(x).isEmpty() && Shorthand.ofGuarded(x).isEmpty();
        return plain && (x.op() == Op.ADD || x.op() == Op.SUB);
    }

    /** The last term of a sum, with its sign. */
    private static String term(Expr sum) {
        Expr last = sum.argument(1);
        boolean negative = sum.op() == Op.ADD && last.op() == Op.CONST && last.value() < 0;
        String sign = negative || sum.op() == Op.SUB ? "−" : "+";
        String text = negative ? Glyphs.number(-last.value()) : bracketed(last, PRODUCT);
        return row("<mo form=\"infix\">" + sign + "</mo>" + text);
    }

    /** The sigmoid is σ within another formula, but by itself it is written out. */
    private static String whole(Expr x) {
        return Shorthand.ofSigmoid(x).isPresent() ? operation(x) : text(x);
    }

    private static String text(Expr x) {
        return Shorthand.ofSigmoid(x)
                .map(u -> call("σ", text(u)))
                .or(() ->
                        WrittenPower.of(x).map(power -> raised(bracketed(power.base(), ATOM), text(power.exponent()))))
                .or(() -> Shorthand.ofGuarded(x).map(Typeset::text))
                .orElseGet(() -> operation(x));
    }

    private static String operation(Expr x) {
        return switch (x.op()) {
            case INPUT -> Glyphs.name(x.name());
            case CONST -> Glyphs.number(x.value());
            case NEG -> row(operator("−") + bracketed(x.argument(0), PRODUCT));
            case ABS -> row(fence("|") + text(x.argument(0)) + fence("|"));
            case FLOOR -> row(fence("⌊") + text(x.argument(0)) + fence("⌋"));
            case EXP -> raised(identifier("e"), text(x.argument(0)));
            case SQRT -> "<msqrt>" + text(x.argument(0)) + "</msqrt>";
            case LOG -> call("ln", text(x.argument(0)));
            case EXPM1 -> between(text(Expr.exp(x.argument(0))), "−", text(ONE));
            case LOG1P -> call("ln", sum(ONE, x.argument(0)));
            case TANH, ERF, SIN, COS -> call(x.op().name().toLowerCase(), text(x.argument(0)));
            case MIN, MAX ->
                call(x.op().name().toLowerCase(), text(x.argument(0)) + operator(",") + text(x.argument(1)));
            case ADD -> sum(x.argument(0), x.argument(1));
            case SUB -> between(bracketed(x.argument(0), SUM), "−", bracketed(x.argument(1), PRODUCT));
            case MUL -> product(x.argument(0), x.argument(1));
            case DIV -> "<mfrac>" + row(text(x.argument(0))) + row(text(x.argument(1))) + "</mfrac>";
            case LESS, LESS_EQUAL, EQUAL -> row(fence("[") + comparison(x) + fence("]"));
            case SELECT -> cases(x);
        };
    }

    /** a + b, but a − 3 rather than a + −3. */
    private static String sum(Expr a, Expr b) {
        boolean negative = b.op() == Op.CONST && b.value() < 0;
        return negative
                ? between(bracketed(a, SUM), "−", Glyphs.number(-b.value()))
                : between(bracketed(a, SUM), "+", bracketed(b, PRODUCT));
    }

    /** Factors side by side, with a dot only before a number, between a number and a fraction, and between words. */
    private static String product(Expr a, Expr b) {
        boolean dot =
                startsWithNumber(b) || a.op() == Op.CONST && b.op() == Op.DIV && !isCall(b) || isWord(a) && isWord(b);
        String left = a.op() == Op.CONST ? text(a) : bracketed(a, PRODUCT);
        String times = dot ? operator("·") : isCall(b) ? SILENT_TIMES + THIN_SPACE : SILENT_TIMES;
        return row(left + times + bracketed(b, PRODUCT));
    }

    /** A letter whose name is written out: two of them side by side would read as one. */
    private static boolean isWord(Expr x) {
        return x.op() == Op.INPUT
                && x.name().length() > 1
                && Glyphs.name(x.name()).contains(x.name());
    }

    /** Whether it begins with the name of a function, which is set apart from what it multiplies: 2 sin x. */
    private static boolean isCall(Expr x) {
        return switch (x.op()) {
            case LOG, LOG1P, TANH, ERF, SIN, COS, MIN, MAX -> true;
            case MUL -> isCall(x.argument(0));
            case DIV -> Shorthand.ofSigmoid(x).isPresent();
            case SELECT -> Shorthand.ofGuarded(x).filter(Typeset::isCall).isPresent();
            case INPUT, CONST, NEG, ABS, EXP, EXPM1, SQRT, FLOOR, ADD, SUB, LESS, LESS_EQUAL, EQUAL -> false;
        };
    }

    private static boolean startsWithNumber(Expr x) {
        return x.op() == Op.CONST || x.op() == Op.MUL && startsWithNumber(x.argument(0));
    }

    /** A brace with one line per branch; a choice in the last branch continues the list. */
    private static String cases(Expr x) {
        StringBuilder lines = new StringBuilder();
        Expr rest = x;
        while (rest.op() == Op.SELECT) {
            lines.append(line(text(rest.argument(1)), "<mtext>if&#xa0;</mtext>" + condition(rest.argument(0))));
            rest = rest.argument(2);
        }
        lines.append(line(text(rest), "<mtext>otherwise</mtext>"));
        return row(fence("{") + "<mtable class=\"cases\">" + lines + "</mtable>");
    }

    private static String line(String value, String when) {
        return "<mtr><mtd>" + value + "</mtd><mtd>" + when + "</mtd></mtr>";
    }

    private static String condition(Expr x) {
        return x.op().isComparison() ? comparison(x) : between(bracketed(x, SUM), "≠", "<mn>0</mn>");
    }

    private static String comparison(Expr x) {
        if (Functions.isNotEqual(x)) {
            return between(
                    bracketed(x.argument(0).argument(0), SUM),
                    "≠",
                    bracketed(x.argument(0).argument(1), SUM));
        }
        String sign = x.op() == Op.LESS ? "&lt;" : x.op() == Op.EQUAL ? "=" : "≤";
        return between(bracketed(x.argument(0), SUM), sign, bracketed(x.argument(1), SUM));
    }

    private static String bracketed(Expr x, int binding) {
        return binding(x) < binding ? row(fence("(") + text(x) + fence(")")) : text(x);
    }

    private static int binding(Expr x) {
        if (WrittenPower.of(x).isPresent()) {
            return POWER;
        }
        Optional<Expr> guarded = Shorthand.ofGuarded(x);
        if (guarded.isPresent()) {
            return binding(guarded.get());
        }
        if (Shorthand.ofSigmoid(x).isPresent()) {
            return ATOM;
        }
        return switch (x.op()) {
            case INPUT, ABS, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR, MIN, MAX, LESS, LESS_EQUAL, EQUAL -> ATOM;
            case CONST -> x.value() < 0 ? SIGN : ATOM;
            case EXP -> POWER;
            case DIV -> FRACTION;
            case MUL -> x.argument(0).op() == Op.CONST && x.argument(0).value() < 0 ? SIGN : PRODUCT;
            case NEG -> SIGN;
            case ADD, SUB, EXPM1 -> SUM;
            case SELECT -> CHOICE;
        };
    }

    private static String call(String function, String arguments) {
        return row(identifier(function) + operator("&#x2061;") + fence("(") + arguments + fence(")"));
    }

    private static String raised(String base, String exponent) {
        return "<msup>" + row(base) + row(exponent) + "</msup>";
    }

    private static String between(String left, String sign, String right) {
        return row(left + operator(sign) + right);
    }

    private static String identifier(String text) {
        return "<mi>" + text + "</mi>";
    }

    private static String operator(String text) {
        return "<mo>" + text + "</mo>";
    }

    /** A bracket: MathML needs to be told that a bar is one. */
    private static String fence(String text) {
        return text.equals("|") ? "<mo fence=\"true\" stretchy=\"true\">|</mo>" : operator(text);
    }

    private static String row(String parts) {
        return "<mrow>" + parts + "</mrow>";
    }
}
