package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Rig;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.formula.Formula;
import dev.steep.math.formula.LargeFormulas;
import dev.steep.tape.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code of a formula grows with its operations, however deep it is and however often its parts are shared. */
class LargeFormulasKernelsTest {
    /** Of formula and slope, each written twice and in a step by itself and in the whole: a function such as erf counts as 10. */
    private static final int BYTES_FOR_EACH_OPERATION = 450;

    private static final int BYTES_BESIDES = 20_000;

    private static final int SMALL_STACK = 384 * 1024;

    @Test
    void codeGrowsWithOperations() throws InterruptedException {
        AtomicReference<String> now = new AtomicReference<>("");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> LargeFormulas.all().forEach((name, text) -> {
                    now.set(name);
                    if (Formula.read(text, "x") instanceof Formula.Understood formula) {
                        isCompiled(name, formula);
                    }
                }),
                "small",
                SMALL_STACK);
        thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertTrue(failure.get() == null, () -> now.get() + ": " + failure.get());
    }

    /** After a product, whose tiles end with formulas that are short. */
    private static void isCompiled(String name, Formula.Understood formula) {
        Rig rig = new Rig(5, 8, Shape.of(4), Shape.of(8));
        Value product = rig.tape.matMul("product", rig.x, rig.parameter("kernel", 4, 8));
        rig.differentiate(rig.tape.elementwise("y", formula.computed(), List.of(formula.slope()), product));
        int bytes = new Compiler(rig.program(), rig.supply(), 8).module.length;
        int most = BYTES_BESIDES + BYTES_FOR_EACH_OPERATION * formula.operations();
        assertTrue(bytes <= most, name + ": " + bytes + " bytes for " + formula.operations() + " operations");
    }

    @Test
    void theLargestFormulaIsCompiledSoon() {
        Formula.Understood formula = (Formula.Understood) Formula.read("(x+1)" + "²³".repeat(350), "x");
        assertTrue(formula.operations() > Formula.MOST_OPERATIONS * 0.9, formula.operations() + " operations");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> isCompiled("largest", formula));
        Expr slope = formula.slope();
        assertTrue(slope.height() > 1000, slope.height() + " deep");
    }
}
