package dev.steep.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassScoresTest {
    /** As scikit-learn 1.7's precision_recall_fscore_support for y_true = 3 × 0, 2 × 1, 1 × 2 and these answers. */
    @Test
    void scoresAreThoseOfScikitLearn() {
        float[] counts = {
            2, 1, 0, //
            1, 1, 0, //
            0, 1, 0
        };
        List<ClassScores> scores = ClassScores.of(counts, 3);
        assertEquals(new ClassScores(2.0 / 3, 2.0 / 3, 2.0 / 3, 3), scores.get(0));
        assertEquals(1.0 / 3, scores.get(1).precision());
        assertEquals(0.5, scores.get(1).recall());
        assertEquals(0.4, scores.get(1).f1(), 1e-12);
        assertEquals(2, scores.get(1).samples());
    }

    @Test
    void whatIsNeverSaidHasNoPrecision() {
        ClassScores never = ClassScores.of(new float[] {3, 0, 2, 0}, 2).get(1);
        assertTrue(Double.isNaN(never.precision()));
        assertEquals(0, never.recall());
        assertTrue(Double.isNaN(never.f1()));
    }

    @Test
    void nothingFoundIsZero() {
        assertEquals(0, ClassScores.of(new float[] {0, 2, 3, 0}, 2).get(0).f1());
    }
}
