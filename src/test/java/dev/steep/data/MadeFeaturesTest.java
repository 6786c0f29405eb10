package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeFeaturesTest {
    private static final Dataset PLANE = new Dataset(
            "plane",
            Shape.of(2),
            new FloatSamples(new float[] {1, 2, -3, 4}, 2),
            new Target.Classes(new int[] {0, 1}, List.of("a", "b")),
            List.of("x", "time (h)"));

    private final List<String> notices = new ArrayList<>();

    @Test
    void formulasOfTheFeaturesComeBehindThem() {
        MadeFeatures made = MadeFeatures.of(List.of("x^2", "x * `time (h)`"), PLANE, notices);
        assertEquals(List.of(), notices);
        Dataset given = made.added(PLANE);
        assertEquals(List.of("x", "time (h)", "x^2", "x * `time (h)`"), given.features());
        assertArrayEquals(new float[] {1, 2, 1, 2}, given.x().sample(0));
        assertArrayEquals(new float[] {-3, 4, 9, -12}, given.x().sample(1));
        assertArrayEquals(new float[] {1, 2, 1, 2, 5, 0, 25, 0}, made.expanded(new float[] {1, 2, 5, 0}));
    }

    @Test
    void formulaWithoutAValueForASampleIsLeftOutAndSaid() {
        MadeFeatures made = MadeFeatures.of(List.of("log(x)"), PLANE, notices);
        assertSame(MadeFeatures.NONE, made);
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("no value for 1 of 2 samples (the first is sample 2)"), notices.get(0));
    }

    @Test
    void typoIsASentence() {
        assertTrue(MadeFeatures.complaint("z^2", PLANE.features()).orElseThrow().contains("\"z\" is not known here"));
        assertTrue(
                MadeFeatures.complaint("`tim`", PLANE.features()).orElseThrow().contains("no feature \"tim\""));
        assertTrue(
                MadeFeatures.complaint("`tim", PLANE.features()).orElseThrow().contains("does not end"));
        assertTrue(MadeFeatures.complaint("", PLANE.features()).isPresent());
        MadeFeatures.of(List.of("z^2"), PLANE, notices);
        assertEquals(1, notices.size());
    }

    @Test
    void nothingIsMadeOfImages() {
        Dataset image = new Dataset("i", Shape.of(1, 2, 1), PLANE.x(), PLANE.y(), List.of());
        assertSame(MadeFeatures.NONE, MadeFeatures.of(List.of("x^2"), image, notices));
        assertEquals(1, notices.size());
    }

    @Test
    void examplesAreOfMeasuredFeatures() {
        assertEquals(
                List.of("mass^2", "`bill length`^2", "mass * `bill length`", "sin(mass)", "sin(`bill length`)"),
                MadeFeatures.examples(List.of("island = Dream", "mass", "sex = MALE", "bill length")));
        assertEquals(
                "mass^3", MadeFeatures.examples(List.of("sex = MALE", "mass")).get(1));
        assertEquals(
                "`sex = MALE`^2", MadeFeatures.examples(List.of("sex = MALE")).get(0));
    }
}
