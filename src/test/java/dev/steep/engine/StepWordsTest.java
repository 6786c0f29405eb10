package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Workload;
import dev.steep.math.Expr;
import dev.steep.math.Shape;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    @Test
    void stepsReadLikeFormulas() {
        List<String> words = Stream.of(Tape.Phase.values())
                .flatMap(phase -> Workload.of("w2-sgd").program().training().steps(phase).stream())
                .map(StepWords::of)
                .toList();
        assertEquals("dense/product = x · dense/kernel", words.get(0));
        assertEquals("dense/sum = dense/product + dense/bias", words.get(1));
        assertTrue(words.contains("softmax = softmax(dense_1/sum)"), words.toString());
        assertTrue(words.contains("dense/kernel/gradient = xᵀ · dense/sum/gradient"), words.toString());
        assertTrue(words.contains("dense/kernel = dense/kernel - dense/kernel/gradient * rate"), words.toString());
    }

    @Test
    void aFormulaThatIsTooLongIsCounted() {
        Tape tape = new Tape();
        Value x = tape.input("x", Shape.of(3));
        Expr doubled = Expr.input(0, "x");
        for (int i = 0; i < 40; i++) {
            doubled = doubled.plus(doubled);
        }
        tape.elementwise("y", doubled, x);
        assertEquals(
                "y = a formula of x with 40 operations, too long to be written out",
                StepWords.of(tape.steps(Tape.Phase.FORWARD).get(0)));
    }

    @Test
    void everyStepOfTheWorkloadsHasWords() {
        for (String name : List.of("w1", "w2-adam", "w3")) {
            for (Tape.Phase phase : Tape.Phase.values()) {
                Workload.of(name)
                        .program()
                        .training()
                        .steps(phase)
                        .forEach(step -> assertFalse(StepWords.of(step).endsWith("= ")));
            }
        }
    }
}
