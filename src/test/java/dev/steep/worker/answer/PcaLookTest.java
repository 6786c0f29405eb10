package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.statistics.Pca;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PcaLook;
import dev.steep.worker.Talk;
import org.junit.jupiter.api.Test;

/** A layer's activations, projected: those that {@code steep.tensor} reads, sample by sample. */
class PcaLookTest {
    private final Talk talk = new Talk();

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    @Test
    void theActivationsOfTheSamplesAreProjected() {
        talk.open("1/data=digits(150)/Flatten/Dense(12,relu)/Dense(10,softmax)/fit(16,2)");
        talk.train(0, 1);
        Report.Samples samples = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.VALIDATION, 0, 4096));
        int count = samples.rows().length;
        float[] activations = new float[count * 12];
        for (int i = 0; i < count; i++) {
            talk.ask(Report.Done.class, new Request.Choose(samples.rows()[i]));
            System.arraycopy(talk.tensor("dense/output"), 0, activations, 12 * i, 12);
        }
        Pca pca = new Pca(activations, count, 12);
        pca.advance(() -> false);
        float[] numbers = look(new PcaLook("dense/output", DataPart.VALIDATION));
        assertEquals(PcaLook.HEAD + PcaLook.FIELDS * count, numbers.length);
        assertEquals(pca.share(0), numbers[0], 1e-5);
        assertEquals(pca.share(1), numbers[1], 1e-5);
        for (int i = 0; i < count; i++) {
            int at = PcaLook.HEAD + PcaLook.FIELDS * i;
            assertArrayEquals(
                    new float[] {samples.rows()[i], samples.y()[i]}, new float[] {numbers[at], numbers[at + 1]});
            assertEquals(pca.scores(0)[i], numbers[at + 2], 1e-3);
            assertEquals(pca.scores(1)[i], numbers[at + 3], 1e-3);
        }
    }

    @Test
    void whatIsNotThereIsNotProjected() {
        talk.open("1/data=circle(100)/Dense(3,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/split(0.2,0.2)");
        assertEquals(0, look(new PcaLook("dense_7/output", DataPart.VALIDATION)).length);
        assertEquals(0, look(new PcaLook("dense/output", DataPart.TEST)).length);
        assertEquals(0, look(new PcaLook("dense/kernel", DataPart.TRAINING)).length);
        assertEquals(PcaLook.HEAD + PcaLook.FIELDS * 60, look(new PcaLook("dense/output", DataPart.TRAINING)).length);
        assertEquals(PcaLook.HEAD + PcaLook.FIELDS * 60, look(new PcaLook("input", DataPart.TRAINING)).length);
    }

    @Test
    void infiniteActivationsAreNotProjected() {
        talk.open("1/data=circle(100)/Dense(3)/Dense(1,sigmoid)/loss=binary_crossentropy");
        float[] kernel = new float[6];
        kernel[0] = Float.POSITIVE_INFINITY;
        talk.ask(Report.Done.class, new Request.Write("dense/kernel", kernel));
        assertEquals(0, look(new PcaLook("dense/output", DataPart.TRAINING)).length);
    }
}
