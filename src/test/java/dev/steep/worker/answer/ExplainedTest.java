package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Bilinear;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Explained;
import dev.steep.protocol.look.GradCamLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.OcclusionLook;
import dev.steep.protocol.look.SaliencyLook;
import dev.steep.protocol.look.TrialLook;
import dev.steep.worker.Talk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Saliency, occlusion and Grad-CAM, against plain computations by what scripts can ask for. */
class ExplainedTest {
    private static final String CNN =
            "1/data=digits(120)/Conv2D(3,5,strides=2,activation=tanh)/Conv2D(4,3,activation=tanh)/Flatten/Dense(10,softmax)/fit(16,3)";
    private static final int SIDE = 28;

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    private float[] said(float[] raw, int count) {
        return talk.ask(Report.Numbers.class, new Inquiry.Predict(raw, count)).values();
    }

    /** The chosen sample, drawn by hand from some row, so that its raw numbers are known. */
    private float[] draw() {
        float[] raw = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.VALIDATION, 2, 1))
                .x();
        talk.ask(Report.Done.class, new Request.Draw(raw));
        return raw;
    }

    @Test
    void saliencyIsTheSlopeOfTheScore() {
        talk.open(CNN);
        talk.train(0, 1);
        float[] raw = draw();
        int target = 3;
        float[] found = look(new SaliencyLook(target));
        assertEquals(SaliencyLook.HEAD + SIDE * SIDE, found.length);
        assertEquals(target, found[0]);
        assertEquals(talk.tensor("dense/pre_activation")[target], found[1], 1e-4);
        float scale = scale(raw);
        for (int i = 0; i < SIDE * SIDE; i += 37) {
            double slope = (score(raw, i, 8, target) - score(raw, i, -8, target)) / (16.0 * scale);
            assertEquals(Math.abs(slope), found[SaliencyLook.HEAD + i], 2e-2 * Math.abs(slope) + 2e-4);
        }
    }

    /** What one raw unit is in the numbers that the network is given. */
    private float scale(float[] raw) {
        float[] prepared = talk.tensor("input");
        float[] more = raw.clone();
        more[0]++;
        talk.ask(Report.Done.class, new Request.Draw(more));
        float scale = talk.tensor("input")[0] - prepared[0];
        talk.ask(Report.Done.class, new Request.Draw(raw));
        return scale;
    }

    private double score(float[] raw, int pixel, float change, int target) {
        float[] other = raw.clone();
        other[pixel] += change;
        talk.ask(Report.Done.class, new Request.Draw(other));
        return talk.tensor("dense/pre_activation")[target];
    }

    @Test
    void occlusionIsTheDropOfTheProbability() {
        talk.open(CNN);
        talk.train(0, 2);
        float[] raw = draw();
        float[] outputs = said(raw, 1);
        int target = best(outputs);
        float[] found = look(new OcclusionLook(Explained.SAID, 5, 100));
        assertEquals(target, found[0]);
        assertEquals(outputs[target], found[1], 0);
        assertEquals(1, found[2], "every pixel, where that is affordable");
        for (int i = 0; i < SIDE * SIDE; i += 29) {
            float[] covered = raw.clone();
            for (int r = Math.max(0, i / SIDE - 2); r <= Math.min(SIDE - 1, i / SIDE + 2); r++) {
                for (int c = Math.max(0, i % SIDE - 2); c <= Math.min(SIDE - 1, i % SIDE + 2); c++) {
                    covered[r * SIDE + c] = 100;
                }
            }
            assertEquals(outputs[target] - said(covered, 1)[target], found[OcclusionLook.HEAD + i], 1e-6);
        }
    }

    private static int best(float[] outputs) {
        int best = 0;
        for (int i = 0; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
    }

    /** The layer after the maps is Flatten and Dense, so the derivative of a score with respect to a map is a column of the kernel. */
    @Test
    void gradCamWeighsTheMapsByTheMeanOfTheirSlopes() {
        talk.open(CNN);
        talk.train(0, 2);
        draw();
        int target = 7;
        float[] maps = talk.tensor("conv2d_1/output");
        float[] kernel = talk.tensor("dense/kernel");
        int count = 4;
        int places = maps.length / count;
        int side = (int) Math.sqrt(places);
        double[] plain = new double[places];
        for (int k = 0; k < count; k++) {
            double weight = 0;
            for (int p = 0; p < places; p++) {
                weight += kernel[(p * count + k) * 10 + target] / places;
            }
            for (int p = 0; p < places; p++) {
                plain[p] += weight * maps[p * count + k];
            }
        }
        for (int p = 0; p < places; p++) {
            plain[p] = Math.max(0, plain[p]);
        }
        double[] large = Bilinear.resize(plain, side, side, SIDE, SIDE);
        float[] found = look(new GradCamLook("conv2d_1/output", target));
        assertArrayEquals(new float[] {target, side, side}, new float[] {found[0], found[1], found[2]});
        double most = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertEquals(large[i], found[GradCamLook.HEAD + i], 1e-5);
            most = Math.max(most, large[i]);
        }
        assertTrue(most > 0, "a map that is 0 everywhere tests nothing");
    }

    @Test
    void theClassIsTheOneThatIsMeant() {
        talk.open(CNN);
        talk.ask(Report.Done.class, new Request.Choose(11));
        Report.Samples all = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 4096));
        int row = all.rows()[5];
        talk.ask(Report.Done.class, new Request.Choose(row));
        assertEquals(all.y()[5], look(new SaliencyLook(Explained.TRUE))[0]);
        assertEquals(best(talk.tensor("dense/output")), look(new SaliencyLook(Explained.SAID))[0]);
        draw();
        assertEquals(0, look(new SaliencyLook(Explained.TRUE)).length, "a drawing has no true class");
        assertEquals(0, look(new OcclusionLook(10, 5, Double.NaN)).length, "there is no class 10");
        assertEquals(0, look(new GradCamLook("dense/output", 3)).length, "no maps");
        assertEquals(0, look(new GradCamLook("conv2d_9/output", 3)).length, "no layer");
    }

    /** Of two classes told apart by one number, the first has the opposite score and what is missing to 1. */
    @Test
    void twoClassesAndOneNumber() {
        talk.open("1/data=circle(60)/Dense(1,sigmoid)/loss=binary_crossentropy");
        assertEquals(0, look(new SaliencyLook(1)).length, "no image");
        assertEquals(0.25f, Explained.probability(new float[] {0.75f}, 0, 1, 0));
        assertEquals(0.75f, Explained.probability(new float[] {0.75f}, 0, 1, 1));
    }

    @Test
    void aSampleThatIsShiftedByWholePixelsIsTheSameThere() {
        talk.open(CNN);
        talk.train(0, 1);
        float[] raw = draw();
        float[] found = look(new TrialLook(new ImageTrial(0, 2, -3, 0), ImageTrial.Kind.NOISE, 0, 100));
        float[] changed = Arrays.copyOfRange(found, 1, 1 + raw.length);
        for (int row = 2; row < SIDE; row++) {
            for (int column = 0; column < SIDE - 3; column++) {
                assertEquals(raw[(row - 2) * SIDE + column + 3], changed[row * SIDE + column], 1e-4);
            }
        }
        float[] outputs = said(changed, 1);
        int answer = best(said(raw, 1));
        assertEquals(answer, found[0]);
        assertArrayEquals(outputs, Arrays.copyOfRange(found, 1 + raw.length, 11 + raw.length), 1e-6f);
        assertEquals(outputs[answer], found[11 + raw.length], 1e-6, "the first strength of noise is none");
        assertEquals(11 + raw.length + TrialLook.STRENGTHS, found.length);
    }

    @Test
    void aTurnIsCounterclockwiseAndNoiseHasItsStandardDeviation() {
        talk.open(CNN);
        float[] raw = draw();
        float[] turned = look(new TrialLook(new ImageTrial(0, 0, 0, 90), ImageTrial.Kind.DEGREES, 0, 180));
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                assertEquals(
                        raw[column * SIDE + SIDE - 1 - row],
                        turned[1 + row * SIDE + column],
                        1e-3,
                        row + ", " + column);
            }
        }
        float[] noisy = look(new TrialLook(new ImageTrial(20, 0, 0, 0), ImageTrial.Kind.DEGREES, 0, 180));
        double squares = 0;
        for (int i = 0; i < raw.length; i++) {
            squares += (noisy[1 + i] - raw[i]) * (noisy[1 + i] - raw[i]);
        }
        assertEquals(20, Math.sqrt(squares / raw.length), 1.5);
    }

    @Test
    void theRunDoesNotNotice() {
        talk.open(CNN);
        talk.train(0, 2);
        float[] unseen = talk.tensor("conv2d/kernel");
        Talk other = new Talk();
        other.open(CNN);
        for (int i = 0; i < 2; i++) {
            other.train(0, 1);
            for (Look look : List.of(
                    new SaliencyLook(Explained.SAID),
                    new OcclusionLook(Explained.TRUE, 7, Double.NaN),
                    new TrialLook(new ImageTrial(9, 1, 1, 30), ImageTrial.Kind.DOWN, -9, 9),
                    new GradCamLook("conv2d/output", 2))) {
                other.ask(Report.Picture.class, new Inquiry.Once(look));
            }
        }
        assertArrayEquals(unseen, other.tensor("conv2d/kernel"), 0);
    }
}
