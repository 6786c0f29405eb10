package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.PastLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.worker.Talk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights of kept epochs, read beside those of now. */
class PastLookTest {
    private static final List<String> TENSORS = List.of("dense/kernel", "dense/bias", "dense_1/kernel");

    private final Talk talk = new Talk();

    private float[] past(String tensor, int epoch) {
        int id = talk.send(new Inquiry.Watch("p", List.of(new PastLook(tensor, epoch)), Inquiry.Watch.NOTHING));
        talk.rest();
        return ((Report.Picture) talk.answer(id)).numbers().get(0);
    }

    @Test
    void areThoseThatTheEpochShowsAndNothingElseMoves() {
        talk.open("1/data=circle(60)/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(10,3)");
        talk.train(0, 3);
        for (String name : TENSORS) {
            float[] now = talk.tensor(name);
            float[][] epochs = new float[4][];
            for (int epoch = 0; epoch <= 3; epoch++) {
                epochs[epoch] = past(name, epoch);
            }
            assertArrayEquals(now, talk.tensor(name));
            assertArrayEquals(now, epochs[3]);
            assertFalse(Arrays.equals(epochs[0], now), name);
            for (int epoch = 0; epoch <= 3; epoch++) {
                talk.ask(Report.Done.class, new Request.At(epoch));
                assertArrayEquals(epochs[epoch], talk.tensor(name));
                assertArrayEquals(epochs[1], past(name, 1));
            }
            talk.ask(Report.Done.class, new Request.At(Request.At.PRESENT));
        }
    }

    /** Of a network with batch statistics and dropout, which a prediction takes as they were. */
    @Test
    void whatALayerGaveIsWhatItGivesWhenThatEpochIsShown() {
        talk.open(
                "1/data=digits(40)/Conv2D(3,3,activation=relu)/BatchNormalization/Dropout(0.3)/Flatten/Dense(10,softmax)"
                        + "/fit(10,3)");
        talk.train(0, 3);
        for (String name : List.of("conv2d/output", "batch_normalization/output", "dense/output")) {
            float[] now = seen(name);
            float[] first = past(name, 1);
            assertArrayEquals(now, seen(name));
            assertFalse(Arrays.equals(first, now), name);
            talk.ask(Report.Done.class, new Request.At(1));
            assertArrayEquals(seen(name), first, 1e-5f, name);
            talk.ask(Report.Done.class, new Request.At(Request.At.PRESENT));
            assertArrayEquals(now, past(name, 3), 1e-5f, name);
        }
    }

    private float[] seen(String output) {
        int id = talk.send(new Inquiry.Watch("q", List.of(new TensorLook(output)), Inquiry.Watch.NOTHING));
        talk.rest();
        return ((Report.Picture) talk.answer(id)).numbers().get(0);
    }

    @Test
    void ofWhatIsNotKeptThereIsNothing() {
        talk.open("1/data=circle(60)/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(10,3)");
        assertEquals(0, past("dense/kernel", 5).length);
        assertEquals(0, past("dense/kernel", -3).length);
        assertEquals(0, past("dense/output", 2).length);
        assertEquals(0, past("none", 0).length);
    }
}
