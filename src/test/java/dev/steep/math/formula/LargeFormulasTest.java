package dev.steep.math.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whatever is done with a formula takes as long as it has parts, however often they are shared, and no deep stack. */
class LargeFormulasTest {
    /** Parts of a slope for each part of a formula; what the rules of Derivative build at most. */
    private static final int TIMES = 12;

    /** A browser gives WebAssembly about four times as much. */
    private static final int SMALL_STACK = 256 * 1024;

    @Test
    void slopesAreAFewTimesAsLargeAsFormulas() {
        LargeFormulas.all().forEach((name, text) -> isLinear(name, text));
    }

    @Test
    void slopesOfRandomLargeFormulasAreAFewTimesAsLarge() {
        Random random = new Random(71);
        int large = 0;
        for (int i = 0; i < 150; i++) {
            String text = LargeFormulas.random(random);
            large += isLinear("seed 71", text) > 1_000_000 ? 1 : 0;
        }
        assertTrue(large > 15, "only " + large + " were large");
    }

    /** Returns how large the slope would be as a tree. */
    private static int isLinear(String name, String text) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    Expr formula = new FormulaParser(text, "x").formula();
                    Expr computed = formula.computable();
                    Expr slope = computed.derive(0);
                    int most = TIMES * formula.parts().size() + 50;
                    assertTrue(
                            computed.parts().size() <= most,
                            name + ": " + computed.parts().size() + " parts: " + text);
                    assertTrue(
                            slope.parts().size() <= most,
                            name + ": " + slope.parts().size() + " parts: " + text);
                    return slope.size();
                },
                name + ": " + text);
    }

    @Test
    void nothingNeedsADeepStack() throws InterruptedException {
        AtomicReference<String> now = new AtomicReference<>("");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> LargeFormulas.all().forEach((name, text) -> {
                    now.set(name);
                    Expr formula = new FormulaParser(text, "x").formula();
                    Expr slope = formula.computable().derive(0);
                    double[] x = {-1.5, 0.5, 2};
                    double[] y = new double[3];
                    Lanes lanes = Lanes.of(slope.times(Expr.input(1, "dy")).simplify());
                    lanes.run(3, new double[][] {x, x}, new int[2], new int[] {1, 1}, y, 0);
                    slope.evaluate(0.5);
                    slope.substitute(0, Expr.input(1, "y")).inputs();
                    assertTrue(slope.toString().length() < 50_000);
                    assertEquals(slope, formula.computable().derive(0));
                }),
                "small",
                SMALL_STACK);
        thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertTrue(failure.get() == null, () -> now.get() + ": " + failure.get());
    }

    @Test
    void slopesOfLargeFormulasAreRight() {
        Map<String, String> all = LargeFormulas.all();
        assertEquals(-1, slope(all.get("20 bars"), -3));
        assertEquals(1, slope(all.get("20 bars"), 0.1));
        assertEquals(492 * Math.pow(1.01, 491), slope(all.get("491 x"), 1.01), 1e-9);
        assertEquals(190 * Math.pow(1.01, 189), slope(all.get("190 factors"), 0.01), 1e-9);
        assertEquals(64 * 64 * 64, slope("((x^64)^64)^64", 1));
    }

    private static double slope(String text, double x) {
        return ((Formula.Understood) Formula.read(text, "x")).slope().evaluate(x);
    }

    @Test
    void formulasThatAreBuiltTwiceAreComparedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(doubled(5_000, 1), doubled(5_000, 1));
            assertNotEquals(doubled(5_000, 1), doubled(5_000, 2));
        });
    }

    /** As a tree it has 2^n leaves. */
    private static Expr doubled(int n, double innermost) {
        Expr x = Expr.input(0, "x").plus(innermost);
        for (int i = 0; i < n; i++) {
            x = x.plus(x.times(2));
        }
        return x;
    }

    @Test
    void sizeStopsGrowing() {
        assertEquals(1 << 30, doubled(100, 1).size());
    }

    @Test
    void honestFormulasAreNotTooLarge() {
        isUnderstood("x*".repeat(59) + "x");
        isUnderstood("(x+1)".repeat(190));
        isUnderstood("gelu(".repeat(20) + "x" + ")".repeat(20));
        isUnderstood("softplus(".repeat(20) + "x" + ")".repeat(20));
        isUnderstood("mish(".repeat(20) + "x" + ")".repeat(20));
        isUnderstood("|".repeat(59) + "x" + "|".repeat(59));
        isUnderstood("tanh(".repeat(59) + "x" + ")".repeat(59));
        isUnderstood("x*".repeat(499) + "x");
    }

    private static void isUnderstood(String text) {
        Formula formula = Formula.read(text, "x");
        assertTrue(formula instanceof Formula.Understood, () -> text + ": " + formula);
    }

    @Test
    void whatIsTooLargeSaysHowLargeItIs() {
        assertEquals(
                new Formula.Mistake(
                        0,
                        901,
                        "This formula has 1800 operations, and its slope has 5847, a function such as exp counted as 10; "
                                + "together they may have 5000. Make it shorter."),
                Formula.read("x" + "³".repeat(900), "x"));
    }
}
