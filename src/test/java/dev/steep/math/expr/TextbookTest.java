package dev.steep.math.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.math.formula.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas as a learner types them, once they are made fit for a machine. */
class TextbookTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x; x",
                "x * sigmoid(1.702 x); x * (1 / (1 + exp(-1.702 x)))",
                "max(0, x); if(x <= 0, 0, x)",
                "min(x, 6); if(6 <= x, 6, x)",
                "clip(x, -1, 1); if(1 <= max(x, -1), 1, if(x <= -1, -1, x))",
                "2 - 3 max(0, x); 2 - 3 if(x <= 0, 0, x)",
                "max(0, x) ^ 2; if(x <= 0, 0, x)^2",
                "tanh(max(x, 0) + 1); tanh(if(x <= 0, 0, x) + 1)",
                "max(0, x) - max(0, -x); max(0, x) - max(0, -x)",
                "max(x, 0.1x); max(x, 0.1 x)",
                "ln(1 + e^x); if(x < 40, log1p(exp(x)), x)",
                "log(e^x + 1); if(x < 40, log1p(exp(x)), x)",
                "e^x / (1 + e^x); 1 / (1 + exp(-x))",
                "(e^x - e^-x) / (e^x + e^-x); tanh((x + x) / 2)",
                "sinh(x) / cosh(x); tanh((x + x) / 2)",
                "(e^(2x) - 1) / (e^(2x) + 1); tanh(x)",
                "(1 - e^(-2x)) / (1 + e^(-2x)); tanh(x)",
                "1 / (1 + e^-x); 1 / (1 + exp(-x))",
                "log(1 + x); log1p(x)",
                "log(x^2 + 1); log1p(x^2)",
                "log1p(e^x); if(x < 40, log1p(exp(x)), x)",
                "log(1 + |x|^1.5); log1p(abs(x)^1.5)",
                "e^x - 1; expm1(x)",
                "-1 + e^x; expm1(x)",
                "1 - e^-x; -expm1(-x)",
                "|x|^1.5 - 1; abs(x)^1.5 - 1",
                "x > 0 ? x : 1.67 (exp(x) - 1); if(0 < x, x, 1.67 expm1(x))",
                "expm1(2x) / (1 + e^(2x)); tanh(x)",
                "(e^x - expm1(x)) / (e^x + 1); (exp(x) - expm1(x)) / (exp(x) + 1)"
            })
    void isWrittenSoThatItCanBeComputed(String typed, String computed) {
        assertEquals(computed, computable(typed).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(0, x); if(x <= 0, 0, 1)",
                "max(0, x) ^ 2; 2 if(x <= 0, 0, x)",
                "sin(x) + x; cos(x) + 1",
                "ln(1 + e^x); if(x < 40, 1 / (1 + exp(-x)), 1)",
                "x e^(-x^2); exp(-x^2) - 2 * (x * (exp(-x^2) * x))"
            })
    void slopeReadsWell(String typed, String slope) {
        assertEquals(slope, computable(typed).derive(0).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x * sigmoid(1.702 x)",
                "max(0, x) ^ 2",
                "sin(x) + x",
                "ln(1 + e^x)",
                "-ln(1 + e^(-2 x))",
                "x e^x / (1 + e^x)",
                "(e^x - e^-x) / (e^x + e^-x)",
                "(e^-x - e^x) / (e^x + e^-x)",
                "x tanh(ln(1 + e^x))",
                "0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))",
                "x / (1 + |x|)",
                "x > 0 ? x : e^x - 1",
                "1.05 (x > 0 ? x : 1.67 (e^x - 1))",
                "clip(x/6 + 0.5, 0, 1)",
                "max(0.1 x, x)",
                "x e^(-x^2)",
                "x^2 / (1 + x^2)",
                "|x|^1.5",
                "cos(3x) / (1 + x^2)",
                "log(1 + x^2)",
                "log1p(|x|^1.3)",
                "expm1(-|x|)",
                "sinh(x) / (1 + cosh(x))"
            })
    void slopeIsThatOfTheTypedFormulaAndFinite(String typed) {
        Expr formula = read(typed);
        Expr slope = computable(typed).derive(0);
        Random random = new Random(61);
        int smooth = 0;
        for (int i = 0; i < 400; i++) {
            double x = i < 200 ? random.uniform(-6, 6) : random.uniform(-100, 100);
            assertTrue(Double.isFinite(slope.evaluate(x)), () -> "seed 61: slope at " + x + " is " + slope.evaluate(x));
            double h = 1e-5;
            double left = (formula.evaluate(x) - formula.evaluate(x - h)) / h;
            double right = (formula.evaluate(x + h) - formula.evaluate(x)) / h;
            double size = 1 + Math.abs(left) + 1e-3 * Math.abs(formula.evaluate(x));
            if (Math.abs(left - right) < 1e-3 * size) {
                smooth++;
                assertEquals((left + right) / 2, slope.evaluate(x), 2e-6 * size, () -> "seed 61: at " + x);
            }
        }
        assertTrue(smooth > 350, "seed 61: only " + smooth + " points were smooth");
    }

    @Test
    void valueStaysTheSame() {
        Random random = new Random(62);
        for (String typed : new String[] {
            "ln(1 + e^x)", "ln(e^x + e^-x)", "e^x / (e^x + e^(2x))", "sinh(x) / cosh(x)", "min(max(0, x), 6)"
        }) {
            for (int i = 0; i < 200; i++) {
                double x = random.uniform(-20, 20);
                double expected = read(typed).evaluate(x);
                assertEquals(
                        expected, computable(typed).evaluate(x), 1e-12 * (1 + Math.abs(expected)), typed + " at " + x);
            }
        }
    }

    @Test
    void randomFormulasKeepTheirValues() {
        Random random = new Random(63);
        RandomExpr formulas = new RandomExpr(random);
        int checked = 0;
        for (int i = 0; i < 20_000; i++) {
            Expr formula = formulas.next(i % 5);
            double x = random.uniform(-3, 3);
            double y = random.uniform(0.1, 3);
            if (RandomExpr.isTame(formula, x, y)) {
                checked++;
                double expected = formula.evaluate(x, y);
                assertEquals(
                        expected,
                        formula.computable().evaluate(x, y),
                        1e-6 * (1 + Math.abs(expected)),
                        () -> "seed 63: " + formula + " at " + x + ", " + y);
            }
        }
        assertTrue(checked > 5_000, "seed 63: only " + checked + " were checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln(1 + |x|^1.3)", "|x|^1.3 - 1", "sqrt(x^2 + 1) + log1p(|x|^2.5)"})
    void powersHaveASlopeAtZeroAlsoInsideALogarithm(String typed) {
        assertEquals(0, computable(typed).derive(0).evaluate(0), 1e-12);
    }

    /** 1 + u forgets a small u. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ln(1 + e^x); -50; 1.9287498479639178e-22",
                "e^x - 1; 1e-20; 1e-20",
                "1 - e^x; 1e-20; -1e-20",
                "log(1 + x^2); 1e-10; 1e-20",
                "sinh(x); 1e-20; 1e-20",
                "sinh(x); -1e-20; -1e-20",
                "elu(x); -1e-20; -1e-20",
                "mish(x); -50; -9.643749239819589e-21",
                "softplus(x); -700; 9.859676543759770e-305",
                "log1p(x); 1e-20; 1e-20",
                "expm1(x); -1e-20; -1e-20"
            })
    void smallValuesAreKept(String typed, double x, double expected) {
        assertEquals(expected, computable(typed).evaluate(x), 1e-14 * Math.abs(expected));
    }

    @Test
    void nanStaysNaNAtAKink() {
        assertTrue(Double.isNaN(computable("max(0, x)").evaluate(Double.NaN)));
        assertTrue(Double.isNaN(computable("min(6, max(0, x))").evaluate(Double.NaN)));
    }

    private static Expr computable(String typed) {
        return read(typed).computable();
    }

    private static Expr read(String typed) {
        return assertInstanceOf(Formula.Understood.class, Formula.read(typed, "x"), typed)
                .expr();
    }
}
