package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.ScoresLook;
import dev.steep.worker.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well classes are told apart, and which samples are worst, compared with what the network says of each sample. */
class ScoresTest {
    private static final String TWO =
            "1/data=circle(200)/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(16,5)";
    private static final String TEN = "1/data=digits(200)/Flatten/Dense(10,softmax)/fit(16,2)";
    private static final String NUMBERS = "1/data=sine(100)/Dense(8,tanh)/Dense(1)/loss=mean_squared_error/fit(16,5)";

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    private Report.Samples samples(DataPart part) {
        return talk.ask(Report.Samples.class, new Inquiry.Gallery(part, 0, 4096));
    }

    private float[] said(Report.Samples samples) {
        return talk.ask(Report.Numbers.class, new Inquiry.Predict(samples.x(), samples.rows().length))
                .values();
    }

    /** The definition: of all pairs of a sample of the class and another, the share that is ranked right; equal scores count half. */
    private static double auc(float[] said, int width, float[] truth, int of) {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int k = 0; k < truth.length; k++) {
                if (truth[i] == of && truth[k] != of) {
                    double a = width == 1 ? (of == 1 ? said[i] : -said[i]) : said[i * width + of];
                    double b = width == 1 ? (of == 1 ? said[k] : -said[k]) : said[k * width + of];
                    right += a > b ? 1 : a == b ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    @ParameterizedTest
    @ValueSource(strings = {TWO, TEN})
    void theAreaIsTheShareOfPairsThatAreRankedRight(String recipe) {
        Report.Opened opened = talk.open(recipe);
        assertEquals(List.of(), opened.problems());
        talk.train(0, 2);
        for (DataPart part : new DataPart[] {DataPart.TRAINING, DataPart.VALIDATION}) {
            Report.Samples samples = samples(part);
            float[] said = said(samples);
            int width = said.length / samples.rows().length;
            for (int of = 0; of < Math.max(2, width); of++) {
                float[] scores = look(new ScoresLook(part, of));
                assertEquals(auc(said, width, samples.y(), of), scores[2], 1e-6, part + " " + of);
                int inside = 0;
                for (float truth : samples.y()) {
                    inside += truth == of ? 1 : 0;
                }
                assertEquals(inside, scores[0]);
                assertEquals(samples.rows().length - inside, scores[1]);
                assertEquals(inside, scores[scores.length - 2]);
                assertEquals(samples.rows().length - inside, scores[scores.length - 1]);
            }
        }
    }

    /** Keras' metric has 200 thresholds; scikit-learn's, and this one, all that there are. */
    @Test
    void theAreaAgreesWithTheMetric() {
        talk.open(TWO + "/metrics=auc");
        talk.train(0, 3);
        String scores = talk.ask(Report.Text.class, new Inquiry.Evaluate()).text();
        int at = scores.indexOf("\"auc\":", scores.indexOf("validation")) + 6;
        double metric = Double.parseDouble(
                scores.substring(at, Math.min(scores.indexOf('}', at), at + 8)).split(",")[0]);
        assertEquals(metric, look(new ScoresLook(DataPart.VALIDATION, 1))[2], 5e-3, scores);
    }

    @Test
    void thresholdsCountTheSamplesAboveThem() {
        talk.open(TWO);
        talk.train(0, 2);
        Report.Samples samples = samples(DataPart.VALIDATION);
        float[] said = said(samples);
        float[] scores = look(new ScoresLook(DataPart.VALIDATION, 1));
        for (int at = ScoresLook.POINTS; at < scores.length; at += ScoresLook.POINT) {
            int found = 0;
            int others = 0;
            for (int i = 0; i < said.length; i++) {
                found += said[i] >= scores[at] - 1e-6 && samples.y()[i] == 1 ? 1 : 0;
                others += said[i] >= scores[at] - 1e-6 && samples.y()[i] == 0 ? 1 : 0;
            }
            assertArrayEquals(new int[] {found, others}, new int[] {(int) scores[at + 1], (int) scores[at + 2]});
        }
    }

    @Test
    void theTestPartStaysClosed() {
        talk.open(TWO + "/split(0.2,0.2)");
        assertEquals(0, look(new ScoresLook(DataPart.TEST, 1)).length);
        assertEquals(0, look(new MistakesLook(DataPart.TEST, -1, -1, 9)).length);
    }

    @Test
    void whatIsNoProbabilityIsNotCalibrated() {
        talk.open("1/data=circle(200)/Dense(2)/loss=categorical_hinge/fit(16,2)");
        float[] scores = look(new ScoresLook(DataPart.VALIDATION, 0));
        assertTrue(Float.isNaN(scores[4]) && scores.length > ScoresLook.POINTS, "" + scores[4]);
    }

    @Test
    void theWorstMistakesComeFirst() {
        talk.open(TEN);
        talk.train(0, 1);
        Report.Samples samples = samples(DataPart.VALIDATION);
        float[] said = said(samples);
        float[] worst = look(MistakesLook.all(1000));
        double before = Double.POSITIVE_INFINITY;
        for (int at = 1; at < worst.length; at += MistakesLook.FIELDS) {
            int place = (int) worst[at];
            assertEquals(samples.rows()[place], (int) worst[at + 1]);
            double loss = -Math.log(said[10 * place + (int) worst[at + 2]]);
            assertEquals(loss, worst[at + 5], 1e-5 * Math.max(1, loss));
            assertTrue(worst[at + 5] <= before);
            before = worst[at + 5];
        }
        assertEquals(1 + worst[0] * MistakesLook.FIELDS, worst.length);
    }

    @Test
    void theLargestErrorsComeFirst() {
        talk.open(NUMBERS);
        talk.train(0, 2);
        Report.Samples samples = samples(DataPart.VALIDATION);
        float[] said = said(samples);
        float[] worst = look(MistakesLook.all(1000));
        assertEquals(said.length, (int) worst[0]);
        double before = Double.POSITIVE_INFINITY;
        for (int at = 1; at < worst.length; at += MistakesLook.FIELDS) {
            int place = (int) worst[at];
            assertEquals(Math.abs(said[place] - samples.y()[place]), worst[at + 5], 1e-6);
            assertTrue(worst[at + 5] <= before);
            before = worst[at + 5];
        }
    }

    /** What is shown while training is of the present weights, and not an empty list. */
    @Test
    void whileTrainingThereAreMistakesToo() {
        talk.open(TEN.replace("fit(16,2)", "fit(16,5000)"));
        talk.send(new Request.Train(0, 0, 0));
        for (int turn = 0; turn < 30; turn++) {
            talk.lab.turn();
        }
        int id = talk.send(new Inquiry.Once(MistakesLook.all(60)));
        for (int turn = 0; turn < 10 && talk.answers(id).isEmpty(); turn++) {
            talk.lab.turn();
        }
        Report.Picture picture = (Report.Picture) talk.answer(id);
        assertTrue(picture.numbers().get(0)[0] > 0);
        assertTrue(picture.moment().step() > 0);
    }

    /** A pass that would hold training up is not begun: what the last pause came to is shown, and says so. */
    @Test
    void whileTrainingALargePartIsThatOfTheLastPause() {
        talk.open("1/data=digits(400)/Flatten/Dense(300,relu)/Dense(10,softmax)/fit(32,5000)");
        ScoresLook look = new ScoresLook(DataPart.TRAINING, 3);
        talk.train(2, 0);
        Report.Picture paused = talk.ask(Report.Picture.class, new Inquiry.Once(look));
        assertEquals(2, paused.moment().step());
        talk.send(new Request.Train(0, 0, 0));
        for (int turn = 0; turn < 10; turn++) {
            talk.lab.turn();
        }
        int id = talk.send(new Inquiry.Once(look));
        for (int turn = 0; turn < 10 && talk.answers(id).isEmpty(); turn++) {
            talk.lab.turn();
        }
        Report.Picture training = (Report.Picture) talk.answer(id);
        assertTrue(talk.progress().step() > 2);
        assertEquals(2, training.moment().step());
        assertArrayEquals(paused.numbers().get(0), training.numbers().get(0));
        talk.send(new Request.Pause());
        talk.rest();
        talk.ask(Report.Done.class, new Request.Reset());
        assertEquals(
                0,
                talk.ask(Report.Picture.class, new Inquiry.Once(look)).moment().step());
    }
}
