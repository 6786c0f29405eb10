package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.input;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Expr.select;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import dev.steep.math.formula.Formula;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class TypesetTest {
    private static final Expr X = input(0, "x");

    @Test
    void quotientsAreFractions() {
        reads(
                "<mfrac><mrow><mn>1</mn></mrow><mrow><mrow><mn>1</mn><mo>+</mo>"
                        + "<msup><mrow><mi>e</mi></mrow><mrow><mrow><mo>−</mo><mi>x</mi></mrow></mrow></msup></mrow></mrow></mfrac>",
                Functions.sigmoid(X));
    }

    @Test
    void productsOfEqualFactorsArePowers() {
        reads("<msup><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></msup>", Functions.power(X, 3));
    }

    @Test
    void numbersStandBesideLettersButNotBesideNumbers() {
        reads("<mrow><mn>2</mn><mo>&#x2062;</mo><mi>x</mi></mrow>", X.times(2));
        reads("<mrow><mi>x</mi><mo>·</mo><mn>2</mn></mrow>", X.times(c(2)));
    }

    @Test
    void choicesAreCases() {
        Expr sign = select(less(X, c(0)), c(-1), select(less(c(0), X), c(1), c(0)));
        reads(
                "<mrow><mo>{</mo><mtable class=\"cases\">"
                        + "<mtr><mtd><mrow><mo>−</mo><mn>1</mn></mrow></mtd><mtd><mtext>if&#xa0;</mtext>"
                        + "<mrow><mi>x</mi><mo>&lt;</mo><mn>0</mn></mrow></mtd></mtr>"
                        + "<mtr><mtd><mn>1</mn></mtd><mtd><mtext>if&#xa0;</mtext>"
                        + "<mrow><mn>0</mn><mo>&lt;</mo><mi>x</mi></mrow></mtd></mtr>"
                        + "<mtr><mtd><mn>0</mn></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>",
                sign);
    }

    @Test
    void addingANegativeNumberIsSubtraction() {
        reads("<mrow><mi>x</mi><mo>−</mo><mn>3</mn></mrow>", X.plus(-3));
    }

    @Test
    void baseOfAPowerIsBracketed() {
        reads(
                "<msup><mrow><mrow><mo>(</mo><msup><mrow><mi>e</mi></mrow><mrow><mi>x</mi></mrow></msup><mo>)</mo></mrow>"
                        + "</mrow><mrow><mn>2</mn></mrow></msup>",
                Functions.square(exp(X)));
    }

    @Test
    void namesAreGreekAndHaveIndices() {
        reads("<mi>α</mi>", input(0, "alpha"));
        reads("<msub><mi>y</mi><mi>true</mi></msub>", input(0, "y_true"));
        reads("<msub><mi>β</mi><mi>1</mi></msub>", input(0, "beta1"));
        reads("<mi>&lt;</mi>", input(0, "<"));
    }

    @Test
    void numbersShowSixDigits() {
        reads("<mn>0.707107</mn>", c(0.7071067811865476));
        reads("<mn>0.1</mn>", c(0.1));
        reads("<mn>1234567.5</mn>", c(1234567.5));
        reads("<msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup>", c(1e-7));
        reads("<mi>π</mi>", c(Math.PI));
    }

    @Test
    void everyFormulaIsWellFormed() {
        Random random = new Random(51);
        RandomExpr formulas = new RandomExpr(random);
        for (int i = 0; i < 2_000; i++) {
            String text = Typeset.block(formulas.next(i % 6));
            assertDoesNotThrow(
                    () -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text))),
                    () -> "seed 51: " + text);
        }
    }

    @Test
    void aSigmoidInsideAFormulaGoesByItsLetter() {
        Expr typed = ((Formula.Understood) Formula.read("x * sigmoid(1.702 x)", "x")).expr();
        String sigma = "<mrow><mi>σ</mi><mo>&#x2061;</mo><mo>(</mo>"
                + "<mrow><mn>1.702</mn><mo>&#x2062;</mo><mi>x</mi></mrow><mo>)</mo></mrow>";
        String space = "<mspace width=\"0.17em\"></mspace>";
        reads("<mrow><mi>x</mi><mo>&#x2062;</mo>" + space + sigma + "</mrow>", typed);
        reads(
                "<mrow>" + sigma + "<mo>+</mo><mrow><mn>1.702</mn><mo>&#x2062;</mo><mrow><mi>x</mi><mo>&#x2062;</mo>"
                        + space + "<mrow>" + sigma + "<mo>&#x2062;</mo><mrow><mo>(</mo><mrow><mn>1</mn><mo>−</mo>"
                        + sigma
                        + "</mrow><mo>)</mo></mrow></mrow></mrow></mrow></mrow>",
                typed.computable().derive(0));
    }

    @Test
    void aSoftplusIsWrittenWithoutItsGuardAgainstOverflow() {
        reads(
                "<mrow><mi>ln</mi><mo>&#x2061;</mo><mo>(</mo><mrow><mn>1</mn><mo>+</mo>"
                        + "<msup><mrow><mi>e</mi></mrow><mrow><mi>x</mi></mrow></msup></mrow><mo>)</mo></mrow>",
                Functions.softplus(X));
    }

    @Test
    void aSquareplusIsWrittenAsInTextbooks() {
        Expr textbook = X.plus(Expr.sqrt(Functions.square(X).plus(4))).over(2);
        assertEquals(
                Typeset.inline(textbook),
                Typeset.inline(Functions.squareplus(X, 4).simplify()));
    }

    @Test
    void aMishIsWrittenAsInTextbooks() {
        assertEquals(
                Typeset.inline(X.times(Expr.tanh(Functions.softplus(X)))),
                Typeset.inline(Functions.mish(X).simplify()));
    }

    @Test
    void log1pAndExpm1AreWrittenAsWhatTheyMean() {
        String power = "<msup><mrow><mi>e</mi></mrow><mrow><mi>x</mi></mrow></msup>";
        reads("<mrow>" + power + "<mo>−</mo><mn>1</mn></mrow>", Expr.expm1(X));
        reads(
                "<mrow><mn>2</mn><mo>&#x2062;</mo><mrow><mo>(</mo><mrow>" + power
                        + "<mo>−</mo><mn>1</mn></mrow><mo>)</mo></mrow></mrow>",
                Expr.expm1(X).times(2));
        reads(
                "<mrow><mi>ln</mi><mo>&#x2061;</mo><mo>(</mo><mrow><mn>1</mn><mo>+</mo><mi>x</mi></mrow><mo>)</mo></mrow>",
                Expr.log1p(X));
    }

    @Test
    void equationsNameWhatTheyDefine() {
        assertEquals(
                "<math><mrow><msup><mi>y</mi><mo lspace=\"0\" rspace=\"0\">′</mo></msup><mo>=</mo><mrow><mi>cos</mi><mo>&#x2061;</mo><mo>(</mo>"
                        + "<mi>x</mi><mo>)</mo></mrow></mrow></math>",
                Typeset.equation("y′", Expr.cos(X)));
    }

    @Test
    void anEquationMayBreakBetweenTerms() {
        assertEquals(
                "<math><mrow><mi>y</mi><mo>=</mo><mi>x</mi></mrow></math>"
                        + " <math><mrow><mo form=\"infix\">−</mo><msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup></mrow></math>"
                        + " <math><mrow><mo form=\"infix\">−</mo><mn>3</mn></mrow></math>",
                Typeset.equation("y", X.minus(Functions.square(X)).plus(-3)));
    }

    @Test
    void aSignBeforeASumIsBracketed() {
        reads(
                "<mrow><mo>−</mo><mrow><mo>(</mo><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mo>)</mo></mrow></mrow>",
                neg(X.plus(1)));
    }

    private static void reads(String expected, Expr formula) {
        assertEquals("<math>" + expected + "</math>", Typeset.inline(formula));
    }

    @Test
    void wordsDoNotRunIntoEachOther() {
        Expr total = input(0, "total");
        assertEquals(
                "<math><mrow><mi>total</mi><mo>·</mo><mi>share</mi></mrow></math>",
                Typeset.inline(total.times(input(1, "share"))));
        assertEquals(-1, Typeset.inline(total.times(input(1, "x"))).indexOf("·"));
    }
}
