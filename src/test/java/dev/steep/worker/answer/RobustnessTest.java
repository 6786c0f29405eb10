package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.AugmentationLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.RobustnessLook;
import dev.steep.worker.Talk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What layers that augment make of samples, and how accurate a network stays on changed ones. */
class RobustnessTest {
    private static final String END = "Flatten/Dense(10,softmax)/fit(10,3)";
    private static final int DIGIT = 784;

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        int id = talk.send(new Inquiry.Watch("panel", List.of(look), Inquiry.Watch.NOTHING));
        talk.rest();
        return ((Report.Picture) talk.answer(id)).numbers().get(0);
    }

    private static float[] tile(float[] wall, int sample, int draw) {
        int each = (1 + (int) wall[1]) * DIGIT;
        int from = AugmentationLook.HEAD + sample * each + draw * DIGIT;
        return Arrays.copyOfRange(wall, from, from + DIGIT);
    }

    @Test
    void drawsGoThroughAllLayersThatAugmentAndStayUntilTheyAreDrawnAgain() {
        talk.open("1/data=digits(60)/RandomFlip(horizontal)/RandomZoom(0.2)/" + END);
        float[] wall = look(new AugmentationLook(3, 4, 0));
        assertArrayEquals(new float[] {3, 4, DIGIT}, Arrays.copyOf(wall, AugmentationLook.HEAD));
        assertFalse(Arrays.equals(tile(wall, 0, 0), tile(wall, 0, 1)));
        assertFalse(Arrays.equals(tile(wall, 0, 1), tile(wall, 0, 2)));
        talk.train(3, 0);
        assertArrayEquals(wall, look(new AugmentationLook(3, 4, 0)));
        assertFalse(Arrays.equals(wall, look(new AugmentationLook(3, 4, 1))));
    }

    @Test
    void aLayerThatDoesNothingLeavesSamplesAsTheyAre() {
        talk.open("1/data=digits(60)/RandomTranslation(0,0)/" + END);
        float[] wall = look(new AugmentationLook(2, 3, 0));
        for (int sample = 0; sample < 2; sample++) {
            for (int draw = 1; draw <= 3; draw++) {
                assertArrayEquals(tile(wall, sample, 0), tile(wall, sample, draw));
            }
        }
    }

    @Test
    void cropsHaveTheSidesOfTheWindow() {
        talk.open("1/data=digits(60)/RandomCrop(20,24)/" + END);
        float[] wall = look(new AugmentationLook(2, 3, 0));
        assertEquals(20 * 24, wall[2]);
        assertEquals(AugmentationLook.HEAD + 2 * (DIGIT + 3 * 20 * 24), wall.length);
    }

    @Test
    void withoutLayersThatAugmentThereAreSamplesOnly() {
        talk.open("1/data=digits(60)/Conv2D(2,3)/RandomFlip/" + END);
        float[] wall = look(new AugmentationLook(2, 3, 0));
        assertEquals(0, wall[2]);
        assertEquals(AugmentationLook.HEAD + 2 * DIGIT, wall.length);
    }

    @Test
    void unchangedCopiesHaveTheAccuracyOfTheValidationPart() {
        talk.open("1/data=digits(200)/" + END);
        talk.train(48, 0);
        float[] curves = look(new RobustnessLook(1000));
        assertEquals(40, curves[0]);
        int middle = RobustnessLook.STRENGTHS / 2;
        float accuracy = curves[1 + middle];
        assertTrue(accuracy > 0.3, "accuracy " + accuracy);
        for (int kind = 0; kind < RobustnessLook.KINDS.size(); kind++) {
            assertEquals(accuracy, curves[1 + kind * RobustnessLook.STRENGTHS + middle], "kind " + kind);
        }
        assertTrue(curves[1] < accuracy, "turned by 90 degrees");
        assertEquals(1, RobustnessLook.strength(ImageTrial.Kind.SCALE, middle, 28), 0);
        assertEquals(0, RobustnessLook.strength(ImageTrial.Kind.RIGHT, middle, 28), 0);
    }

    @Test
    void nothingIsMeasuredOfPlanes() {
        talk.open("1/data=xor/Dense(4,relu)/Dense(1,sigmoid)/fit(16,30)");
        assertEquals(0, look(new RobustnessLook(100)).length);
        assertEquals(0, look(new AugmentationLook(2, 3, 0)).length);
    }
}
