package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PredictionsLook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target of thousands is learned as numbers about 0, and told in its own unit. */
class RescaledTargetTest {
    private static final int COUNT = 200;

    private final Talk talk = new Talk();

    /** Masses of 3 to 5 thousand grams. */
    private Report.Opened birds() {
        StringBuilder csv = new StringBuilder("length_mm,kind,body_mass_g\n");
        for (int i = 0; i < COUNT; i++) {
            double length = 150 + i * 37 % COUNT / 2.0;
            csv.append(length).append(',').append(i % 3 == 0 ? "gull" : "tern").append(',');
            csv.append(3000 + 20 * (length - 150) + i % 7).append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return talk.ask(
                Report.Opened.class, new Request.OpenFiles(List.of(new Request.OpenFiles.File("birds.csv", bytes))));
    }

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    @Test
    void numericLabelIsOpenedWithItsHeadLossMetricAndScale() {
        Report.Opened opened = birds();
        assertEquals(List.of("body_mass_g"), opened.data().targets());
        assertArrayEquals(new int[] {0, 2, 0}, opened.data().answers());
        assertEquals(List.of(), opened.problems());
        assertEquals(List.of("mean_absolute_error"), opened.metrics());
        assertTrue(opened.recipe().contains("prepare(standardise,target=standardise)"), opened.recipe());
    }

    @Test
    void everythingIsToldInTheUnitOfTheTarget() {
        birds();
        talk.train(0, 30);
        float[] said = look(new PredictionsLook(DataPart.VALIDATION, 0, 1000));
        double error = 0;
        int count = said.length / PredictionsLook.FIELDS;
        assertEquals(40, count);
        for (int i = 0; i < said.length; i += PredictionsLook.FIELDS) {
            assertTrue(said[i + 2] > 2500 && said[i + 2] < 5500, "said " + said[i + 2]);
            error += Math.abs(said[i + 2] - said[i + 1]) / count;
        }
        var last = talk.progress().log().get(talk.progress().log().size() - 1);
        assertEquals(error, last.of("mean_absolute_error").validation(), 0.01);
        assertTrue(error < 200, "mean absolute error " + error);
        assertTrue(last.loss() < 0.2, "loss of the rescaled target " + last.loss());
        assertTrue(last.of("mean_absolute_error").training() > 1, "training error");
    }

    @Test
    void scriptsPredictInTheUnitAndTensorsAreAsTheyWereTrained() {
        Report.Opened opened = birds();
        talk.train(0, 5);
        talk.ask(Report.Done.class, new Request.Choose(7));
        Report.Samples all = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 1000));
        float[] answer = look(new AnswerLook());
        float[] raw = new float[2];
        for (DataPart part : List.of(DataPart.TRAINING, DataPart.VALIDATION)) {
            Report.Samples some = talk.ask(Report.Samples.class, new Inquiry.Gallery(part, 0, 1000));
            for (int i = 0; i < some.rows().length; i++) {
                if (some.rows()[i] == 7) {
                    System.arraycopy(some.x(), 2 * i, raw, 0, 2);
                }
            }
        }
        float[] predicted =
                talk.ask(Report.Numbers.class, new Inquiry.Predict(raw, 1)).values();
        assertArrayEquals(predicted, answer, 1e-3f);
        double mean = 0;
        for (float y : all.y()) {
            mean += y / all.y().length;
        }
        double variance = 0;
        for (float y : all.y()) {
            variance += (y - mean) * (y - mean) / all.y().length;
        }
        String output = opened.layers().get(opened.layers().size() - 1).output();
        assertEquals((answer[0] - mean) / Math.sqrt(variance), talk.tensor(output)[0], 1e-3);
    }

    @Test
    void curveIsInTheUnitOfTheTarget() {
        String sine = "1/data=sine/prepare(signed";
        String rest = ")/Dense(1)/loss=mean_squared_error/optimizer=SGD(0)";
        talk.open(sine + rest);
        float[] plain = look(GridLook.line(-1, 1, 5));
        talk.open(sine + ",target=unit" + rest);
        float[] moved = look(GridLook.line(-1, 1, 5));
        double step = (moved[4] - moved[0]) / (plain[4] - plain[0]);
        assertTrue(step > 1, "the curve is stretched by the range of y: " + step);
        for (int i = 0; i < 5; i++) {
            assertEquals(moved[0] + step * (plain[i] - plain[0]), moved[i], 1e-4);
        }
    }

    @Test
    void classesAreNotRescaledAndThatIsSaid() {
        Report.Opened opened = talk.open("1/data=xor/prepare(target=standardise)/Dense(1,sigmoid)/loss=bce");
        assertEquals(
                List.of(
                        "Classes are predicted here, so there are no numbers to rescale: target=standardise of prepare is"
                                + " not used."),
                opened.notices());
    }
}
