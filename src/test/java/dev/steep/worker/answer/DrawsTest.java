package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DrawsLook;
import dev.steep.protocol.look.Look;
import dev.steep.worker.Talk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What layers that draw make of the chosen sample: as in training, and training knows nothing of it. */
class DrawsTest {
    private static final String START = "1/data=digits(60)/";
    private static final String END = "/Flatten/Dense(10,softmax)/fit(10,3)";

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        int id = talk.send(new Inquiry.Watch("panel", List.of(look), Inquiry.Watch.NOTHING));
        talk.rest();
        return ((Report.Picture) talk.answer(id)).numbers().get(0);
    }

    private static float[] part(float[] all, int parts, int which) {
        int size = all.length / parts;
        return Arrays.copyOfRange(all, which * size, (which + 1) * size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RandomRotation(0.1) random_rotation",
                "RandomTranslation(0.2,0.2) random_translation",
                "GaussianNoise(0.3) gaussian_noise",
                "Dropout(0.3) dropout"
            })
    void drawsDifferAndStayTheSameUntilSomethingChanges(String layer) {
        String[] words = layer.split(" ");
        talk.open(START + words[0] + END);
        float[] draws = look(new DrawsLook(words[1], 4));
        assertEquals(4 * 784, draws.length);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(Arrays.equals(part(draws, 4, i), part(draws, 4, j)), i + " and " + j);
            }
        }
        talk.train(3, 0);
        assertArrayEquals(draws, look(new DrawsLook(words[1], 4)));
        talk.ask(Report.Done.class, new Request.Choose(7));
        assertFalse(Arrays.equals(draws, look(new DrawsLook(words[1], 4))));
    }

    @Test
    void aDrawIsWhatALiveSettingSaysNow() {
        talk.open(START + "RandomRotation(0.1)" + END);
        float[] draws = look(new DrawsLook("random_rotation", 2));
        talk.open(START + "RandomRotation(0)" + END);
        float[] still = look(new DrawsLook("random_rotation", 2));
        assertFalse(Arrays.equals(draws, still));
        assertArrayEquals(talk.tensor("input"), part(still, 2, 1), 1e-6f);
    }

    @Test
    void lookingChangesNoNumberOfTheTraining() {
        String recipe = START + "Conv2D(2,3)/RandomRotation(0.1)/Dropout(0.2)" + END;
        talk.open(recipe);
        talk.train(5, 0);
        float[] alone = talk.tensor("dense/kernel");
        Talk other = new Talk();
        other.open(recipe);
        for (int i = 0; i < 5; i++) {
            other.send(new Inquiry.Watch(
                    "panel",
                    List.of(new DrawsLook("random_rotation", 4), new DrawsLook("dropout", 4)),
                    Inquiry.Watch.NOTHING));
            other.rest();
            other.train(1, 0);
        }
        assertArrayEquals(alone, other.tensor("dense/kernel"));
        assertArrayEquals(talk.tensor("dropout/mask"), other.tensor("dropout/mask"));
    }

    @Test
    void whatDrawsNothingShowsNothing() {
        talk.open(START + "RandomRotation(0.1)" + END);
        assertEquals(0, look(new DrawsLook("dense", 4)).length);
        assertEquals(0, look(new DrawsLook("unknown", 4)).length);
        assertEquals(0, look(new DrawsLook("random_rotation", 0)).length);
        assertEquals(0, look(new DrawsLook("random_rotation", 1_000_000)).length);
        assertNotEquals(0, look(new DrawsLook("random_rotation", 1)).length);
    }
}
