package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Workload;
import dev.steep.tape.Tape;
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
