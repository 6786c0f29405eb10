package dev.steep.math.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnLettersTest {
    private static final List<String> X = List.of("x");

    private static String mistake(String text) {
        return ((Formula.Mistake) Formula.lettered(text, X)).message();
    }

    @Test
    void lettersAreFoundInTheOrderInWhichTheyOccur() {
        assertEquals(List.of("a", "k"), Formula.letters("a * exp(-k x) + 0 a", X));
        assertEquals(List.of("phi", "L", "alpha"), Formula.letters("(phi/L) * (x/L)^alpha * exp(-x/L)", X));
        assertEquals(List.of("a0", "a_1", "λ"), Formula.letters("a0 + a_1 x + λ x^2 + pi", X));
        assertEquals(List.of(), Formula.letters("sin(x) + e", X));
        assertEquals(List.of("a", "b"), Formula.letters("a (x - b)", X));
    }

    @Test
    void columnsComeInTheirOrderAndLettersAfterThem() {
        assertEquals(List.of("x1", "x3"), Formula.inputs("b x3^2 + a * x1 + c", X));
        assertEquals(List.of("b", "a", "c"), Formula.letters("b x3^2 + a * x1 + c", X));
        Formula.Understood plane = (Formula.Understood) Formula.lettered("b x3^2 + a * x1 + c", X);
        assertEquals(2 * 9 + 5 * 10 + 7, plane.computed().evaluate(10, 3, 2, 5, 7), 0);
        assertEquals(List.of("x"), Formula.inputs("a x + b", X));
        assertEquals(List.of("x"), Formula.inputs("a x1 +", X));
    }

    @Test
    void aLetterIsANumberLikeX() {
        Formula.Understood line = (Formula.Understood) Formula.lettered("a x + b", X);
        assertEquals(23, line.computed().evaluate(10, 2, 3), 0);
        assertEquals(2, line.slope().evaluate(10, 2, 3), 0);
    }

    @Test
    void whatCannotBeALetterIsSaidInWords() {
        assertEquals("\"kx\" is not known here; for a product write k * x.", mistake("a exp(-kx)"));
        assertEquals("\"exq\" is not known here; did you mean exp?", mistake("a exq x"));
        assertEquals("exp needs what it applies to in brackets: write exp(x).", mistake("a exp x"));
        assertEquals(
                "x is each number by itself, and x2 is one column of several: write either x alone, or x1, x2 and so on.",
                mistake("a x + b x2"));
        assertEquals("Columns are called x1, x2 and so on, up to x999.", mistake("a x0"));
        assertEquals("Columns are called x1, x2 and so on, up to x999.", mistake("a x1000"));
        assertEquals(
                "x1 is what comes in, no number to be found.",
                OwnLetters.complaint("x1", List.of("x1")).orElseThrow());
        assertEquals(
                "\"amount\" is not known here; call a number to be found by one letter, such as a or a0, or by a Greek one, such as phi.",
                mistake("amount x"));
        assertEquals(
                "There is no x in it: x is what comes in, and every other letter a number to be found.",
                mistake("a + t"));
        assertEquals(
                "This would be letter 11; 10 may be found.", mistake("x + a + b + c + d + f + g + h + i + j + k + l"));
        assertEquals("Formula ends after \"+\": a number, x or \"(\" should follow.", mistake("a x +"));
    }
}
