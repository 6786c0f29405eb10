package dev.steep.math.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.RandomExpr;
import dev.steep.math.expr.Typeset;
import org.junit.jupiter.api.Test;

class FormulaTest {
    /** {typed, what it means}. */
    private static final String[][] GOOD = {
        {"x", "x"},
        {"2x", "2 x"},
        {"-2x", "-2 x"},
        {"2 sin(x)", "2 sin(x)"},
        {"sin(x) + x", "sin(x) + x"},
        {"x * sigmoid(1.702 x)", "x * (1 / (1 + exp(-(1.702 x))))"},
        {"max(0, x) ^ 2", "max(0, x)^2"},
        {"max(1, x, 2)", "max(max(1, x), 2)"},
        {"(x+1)(x-1)", "(x + 1) * (x - 1)"},
        {"x(x+1)", "x * (x + 1)"},
        {"x sin(x)", "x * sin(x)"},
        {"1/2x", "1 / 2 * x"},
        {"1 - 2 - 3", "1 - 2 - 3"},
        {"1 - (2 - 3)", "1 - (2 - 3)"},
        {"x / (2 / x)", "x / (2 / x)"},
        {"-x^2", "-x^2"},
        {"(-x)^2", "(-x)^2"},
        {"2^-x", "2^(-x)"},
        {"x^2^3", "x^8"},
        {"(x^2)^3", "x^4 * x^2"},
        {"-pi", "-pi"},
        {"x**2", "x^2"},
        {"x²", "x^2"},
        {"x² + 3x³", "x^2 + 3 x^3"},
        {"x^-2", "1 / x^2"},
        {"x^0.5", "sqrt(x)"},
        {"x^(1/4)", "x^0.25"},
        {"x^x", "x^x"},
        {"x^2.5", "x^2.5"},
        {"pow(x, 2)", "x^2"},
        {"pow(2, x)", "2^x"},
        {"square(x)", "x^2"},
        {"2(x+1)", "2 * (x + 1)"},
        {"max(0,x)^2", "max(0, x)^2"},
        {"sinh(x)", "(expm1(x) - expm1(-x)) / 2"},
        {"e^x", "exp(x)"},
        {"e^(-x²/2) / √(2π)", "exp(-x^2 / 2) / sqrt(2 pi)"},
        {"|x|", "abs(x)"},
        {"2|x|", "2 abs(x)"},
        {"|x||x|", "abs(x)^2"},
        {"|x - |x||", "abs(x - abs(x))"},
        {"|(|x|)|", "abs(abs(x))"},
        {"x > 0 ? x : 0.1x", "if(0 < x, x, 0.1 x)"},
        {"x < 0 ? 0 : x < 1 ? x : 1", "if(x < 0, 0, if(x < 1, x, 1))"},
        {"if(x >= 0, 1, 0)", "if(0 <= x, 1, 0)"},
        {"where(x ≤ 0, 0, x)", "if(x <= 0, 0, x)"},
        {"2 (x > 0)", "2 * (0 < x)"},
        {"x != 0", "x != 0"},
        {"relu(x)", "if(x <= 0, 0, x)"},
        {"σ(x)", "1 / (1 + exp(-x))"},
        {"2e", "2 e"},
        {"2e3x", "2000 x"},
        {"1.5E-3 x", "0.0015 x"},
        {".5x", "0.5 x"},
        {"5.x", "5 x"},
        {"x × 2 ÷ 3 − 1", "x * 2 / 3 - 1"},
        {"+x", "x"},
        {"--x", "--x"},
        {"x - -3", "x - -3"},
        {" \t x\n", "x"},
        {"tan(x)", "sin(x) / cos(x)"},
        {"ceil(x)", "-floor(-x)"},
        {"clip(x, -1, 1)", "min(max(x, -1), 1)"},
        {"infinity", "infinity"},
    };

    /** {typed, where the mistake begins, how long it is, what is said}. */
    private static final Object[][] BAD = {
        {"", 0, 0, "There is no formula yet: write one, such as max(0, x)."},
        {"x *", 3, 0, "Formula ends after \"*\": a number, x or \"(\" should follow."},
        {"x +* 2", 3, 1, "\"*\" cannot follow \"+\": a number, x or \"(\" should come first."},
        {"*x", 0, 1, "A formula cannot begin with \"*\": begin with a number, x or \"(\"."},
        {"sigmod(x)", 0, 6, "\"sigmod\" is not a function here; did you mean sigmoid?"},
        {"1 + Sin(x)", 4, 3, "\"Sin\" is not a function here; did you mean sin?"},
        {"X", 0, 1, "\"X\" is not known here; did you mean x?"},
        {"xx", 0, 2, "\"xx\" is not known here; for a product write x * x."},
        {"y", 0, 1, "\"y\" is not known here; there is only x."},
        {"sin x", 0, 3, "sin needs what it applies to in brackets: write sin(x)."},
        {"max + 1", 0, 3, "max needs what it applies to in brackets: write max(x, ...)."},
        {"max(x)", 0, 3, "max takes 2 values or more, separated by commas; here it has 1."},
        {"sin(x, x)", 0, 3, "sin takes 1 value; here it has 2."},
        {"if(x)", 0, 2, "if takes 3 values, separated by commas; here it has 1."},
        {"max()", 4, 1, "\")\" cannot follow \"(\": a number, x or \"(\" should come first."},
        {"(x", 0, 1, "The \"(\" here is never closed: add a \")\"."},
        {"1 + sin(x", 7, 1, "The \"(\" here is never closed: add a \")\"."},
        {"|x", 0, 1, "The \"|\" here is never closed: add a \"|\"."},
        {"x)", 1, 1, "This \")\" closes nothing: take it away, or open a bracket before it."},
        {"1,5 x", 1, 1, "This comma is outside of a function's brackets: write decimals with a point, as in 1.5."},
        {"y = 2x", 2, 1, "\"=\" does not belong here: write only the right side of an equation, and == to compare."},
        {"0 < x < 1", 6, 1, "Only one comparison at a time: write (0 < x) * (x < 1), for instance."},
        {"x 2", 2, 1, "\"2\" cannot follow \"x\": a sign such as + or * is missing between them."},
        {"2 3", 2, 1, "Between 2 and 3 a sign is missing, such as + or *."},
        {"[x]", 0, 1, "\"[\" has no meaning in a formula: use round brackets, ( and )."},
        {"x $ 2", 2, 1, "\"$\" has no meaning in a formula: take it away."},
        {"𝛼 + x", 0, 2, "\"𝛼\" has no meaning in a formula: take it away."},
        {"pow(x, 100)", 0, 3, "The exponent 100 is too large here: use at most 64."},
        {"1.2.3", 3, 2, "Between 1.2 and .3 a sign is missing, such as + or *."},
        {"sin^2(x)", 0, 3, "sin needs what it applies to in brackets: write sin(x)^2."},
        {"max(x; 2)", 5, 1, "\";\" has no meaning in a formula: separate by a comma."},
        {"x⁴", 1, 1, "\"⁴\" has no meaning in a formula: write a power with ^, as in x^4."},
        {"½x", 0, 1, "\"½\" has no meaning in a formula: write a fraction with /, as in 1/2."},
        {"sqrt x", 0, 4, "sqrt needs what it applies to in brackets: write sqrt(x)."},
        {"x^", 2, 0, "Formula ends after \"^\": a number, x or \"(\" should follow."},
        {"x^100", 2, 3, "The exponent 100 is too large here: use at most 64."},
        {"x ? 1", 5, 0, "After \"?\" and a value, \":\" and another value should follow, as in x > 0 ? 1 : 0."},
    };

    @Test
    void formulasAreUnderstood() {
        for (String[] row : GOOD) {
            Formula formula = Formula.read(row[0], "x");
            Formula.Understood understood = assertInstanceOf(Formula.Understood.class, formula, row[0]);
            assertEquals(row[1], understood.expr().toString(), row[0]);
        }
    }

    @Test
    void mistakesSayWhereAndWhatToDo() {
        for (Object[] row : BAD) {
            Formula expected = new Formula.Mistake((int) row[1], (int) row[2], (String) row[3]);
            assertEquals(expected, Formula.read((String) row[0], "x"), (String) row[0]);
        }
    }

    @Test
    void variablesAreNumberedAsNamed() {
        assertEquals(23, read("y_true + 10 y_pred", "y_true", "y_pred").evaluate(3, 2));
    }

    @Test
    void aVariableMayTakeTheNameOfAConstant() {
        assertEquals(6, read("2 e", "e").evaluate(3));
    }

    @Test
    void xxIsNoProductOfUnknownNames() {
        assertEquals(
                "\"xy\" is not known here; there are x, z.",
                ((Formula.Mistake) Formula.read("xy", "x", "z")).message());
    }

    @Test
    void hostileTextIsRefusedQuickly() {
        refused("(".repeat(900), "nested");
        refused("-".repeat(900) + "x", "nested");
        refused("x^".repeat(450) + "x", "nested");
        refused("x" + "³".repeat(900), "operations");
        refused("(x+1)" + "²³".repeat(450), "operations");
        refused("|".repeat(900), "nested");
        refused("x?".repeat(450), "nested");
        refused("x".repeat(1001), "characters");
        refused("2*(".repeat(61) + "x" + ")".repeat(61), "nested");
    }

    @Test
    void whatIsPrintedIsReadBackTheSame() {
        Random random = new Random(41);
        RandomExpr formulas = new RandomExpr(random);
        for (int i = 0; i < 20_000; i++) {
            Expr formula = formulas.next(i % 6);
            assertEquals(formula, read(formula.toString(), "x", "y"), () -> "seed 41: " + formula);
        }
    }

    @Test
    void slopesArePrintedAndReadBackTheSame() {
        Random random = new Random(42);
        RandomExpr formulas = new RandomExpr(random);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            Expr slope = formulas.next(i % 4).derive(0);
            if (slope.toString().length() <= Formula.LONGEST) {
                read++;
                assertEquals(slope, read(slope.toString(), "x", "y"), () -> "seed 42: " + slope);
            }
        }
        assertTrue(read > 2_000, "only " + read + " were short enough");
    }

    @Test
    void noTextMakesReadingThrow() {
        String[] pieces = {
            "x", "y", "2", ".5", "1e9", "1e", "sin", "max", "if", "relu", "(", ")", "|", ",", "+", "-", "*", "/", "^",
            "**", "<", ">=", "==", "=", "!", "?", ":", " ", "²", "π", "e", "[", "#", "\\", "\"", "\ud835", "é", "0", "_"
        };
        Random random = new Random(43);
        int understood = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.below(12); n >= 0; n--) {
                text.append(pieces[random.below(pieces.length)]);
            }
            Formula formula = Formula.read(text.toString(), "x");
            if (formula instanceof Formula.Mistake mistake) {
                holdsTogether(text.toString(), mistake);
            } else {
                understood++;
            }
        }
        assertTrue(understood > 500, "seed 43: only " + understood + " made sense");
    }

    @Test
    void noTypingErrorMakesReadingThrow() {
        String keys = "xyeE0123456789.,+-*/^()|<>=!?: _\u00a0²πmaxsigodtnhéß\ud835\udfce'\"\\#%&;[]{}";
        Random random = new Random(44);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(GOOD[random.below(GOOD.length)][0]);
            for (int n = 1 + random.below(4); n > 0; n--) {
                int at = random.below(text.length() + 1);
                char key = keys.charAt(random.below(keys.length()));
                switch (random.below(at < text.length() ? 4 : 1)) {
                    case 0 -> text.insert(at, key);
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.setCharAt(at, key);
                    default -> text.insert(at, text.substring(at));
                }
            }
            String typed = text.toString();
            Formula formula = Formula.read(typed, "x");
            if (formula instanceof Formula.Understood understood) {
                Expr computed = understood.expr().computable();
                computed.derive(0).evaluate(0.5);
                assertTrue(Typeset.block(understood.expr()).startsWith("<math"), () -> "seed 44: " + typed);
            } else {
                holdsTogether(typed, (Formula.Mistake) formula);
            }
        }
    }

    @Test
    void everyFunctionNamedInASentenceIsKnown() {
        for (Named named : Named.values()) {
            String arguments = String.join(", ", java.util.Collections.nCopies(named.arity(), "x"));
            assertInstanceOf(Formula.Understood.class, Formula.read(named.word() + "(" + arguments + ")", "x"));
        }
    }

    private static void holdsTogether(String text, Formula.Mistake mistake) {
        boolean inside = mistake.position() >= 0 && mistake.position() + mistake.length() <= text.length();
        assertTrue(inside && mistake.message().matches(".*[.?]"), text + ": " + mistake);
    }

    private static void refused(String text, String reason) {
        Formula.Mistake mistake = assertInstanceOf(Formula.Mistake.class, Formula.read(text, "x"), text);
        assertTrue(mistake.message().contains(reason), mistake.message());
    }

    private static Expr read(String text, String... variables) {
        Formula formula = Formula.read(text, variables);
        return assertInstanceOf(Formula.Understood.class, formula, () -> text + ": " + formula)
                .expr();
    }
}
