package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.ErrorsLook;
import dev.steep.protocol.look.ErrorsLook.Basis;
import dev.steep.protocol.look.Look;
import dev.steep.worker.Talk;
import org.junit.jupiter.api.Test;

/** What is found by fitting, with its standard errors. */
class ErrorsTest {
    private static final String FIT = "/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,2000)";

    private static final String DECAY = "data=decay/prepare(none)/Formula('a * exp(-k x)','a=50, k=0.1')/loss=poisson"
            + "/optimizer=Adam(0.1)/fit(1000,1500)";

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        int id = talk.send(new Inquiry.Watch("panel", java.util.List.of(look), Inquiry.Watch.NOTHING));
        talk.rest();
        return ((Report.Picture) talk.answer(id)).numbers().get(0);
    }

    private float[] found(String recipe, int epochs) {
        assertEquals(0, talk.open("1/" + recipe).problems().size());
        if (epochs > 0) {
            talk.train(0, epochs);
        }
        return look(new ErrorsLook(""));
    }

    @Test
    void aDecayIsFoundWithinThreeErrors() {
        double pulls = 0;
        for (int seed = 1; seed <= 10; seed++) {
            float[] numbers = found(DECAY + "/seed=" + seed, 1500);
            assertEquals(Basis.COUNTS, Basis.of(numbers));
            assertEquals(2, numbers[2]);
            assertEquals(1, numbers[3], 0.3, "pure counts");
            assertEquals(100, numbers[5], 3 * numbers[6]);
            assertEquals(0.2, numbers[7], 3 * numbers[8]);
            assertTrue(numbers[4] < 1, "away from the best fit: " + numbers[4]);
            pulls += Math.pow((numbers[5] - 100) / numbers[6], 2) + Math.pow((numbers[7] - 0.2) / numbers[8], 2);
        }
        double spread = Math.sqrt(pulls / 20); // of 20 numbers with a standard deviation of 1
        assertEquals(1, spread, 0.35, "deviations in standard errors");
    }

    /** A formula of a law needs no activation that makes its numbers positive. */
    @Test
    void theLawOpensWithoutAWord() {
        assertEquals(java.util.List.of(), talk.open("1/" + DECAY).notices());
    }

    /** Fisher's information of Poisson numbers, worked out here from the same weights. */
    @Test
    void errorsOfCountsAreThoseOfTheirLikelihood() {
        float[] numbers = found(DECAY, 1500);
        Report.Samples all = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 400));
        double a = numbers[5];
        double k = numbers[7];
        double aa = 0;
        double ak = 0;
        double kk = 0;
        for (float x : all.x()) {
            double mean = a * Math.exp(-k * x);
            aa += mean / (a * a);
            ak -= x * mean / a;
            kk += x * x * mean;
        }
        assertEquals(Math.sqrt(kk / (aa * kk - ak * ak)), numbers[6], 1e-4 * numbers[6]);
        assertEquals(Math.sqrt(aa / (aa * kk - ak * ak)), numbers[8], 1e-4 * numbers[8]);
    }

    /** The textbook's formulas for the training samples themselves, with the residuals of the weights as they are. */
    @Test
    void aStraightLineHasTheTextbooksErrors() {
        float[] numbers = found("data=sine(60)/prepare(none)/Formula('a x + b')" + FIT, 100);
        Report.Samples all = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 400));
        int n = all.rows().length;
        double mean = 0;
        for (float x : all.x()) {
            mean += x / n;
        }
        double sxx = 0;
        double sse = 0;
        for (int i = 0; i < n; i++) {
            sxx += (all.x()[i] - mean) * (all.x()[i] - mean);
            double residual = all.y()[i] - numbers[5] * all.x()[i] - numbers[7];
            sse += residual * residual;
        }
        double s = Math.sqrt(sse / (n - 2));
        assertEquals(n, numbers[1]);
        assertEquals(s, numbers[3], 1e-5);
        assertEquals(s / Math.sqrt(sxx), numbers[6], 1e-5);
        assertEquals(s * Math.sqrt(1.0 / n + mean * mean / sxx), numbers[8], 1e-5);
        float[] dense = found("data=sine(60)/prepare(none)/Dense(1)" + FIT, 100);
        assertEquals(numbers[6], dense[6], 0.02 * numbers[6]);
        assertEquals(numbers[8], dense[8], 0.02 * numbers[8]);
    }

    @Test
    void whereThereAreNoneItIsSaidWhy() {
        assertEquals(Basis.LOSS, Basis.of(found("data=sine(60)/Formula('a x')/loss=mean_absolute_error/fit(50,9)", 1)));
        assertEquals(Basis.UNDECIDED, Basis.of(found("data=sine(60)/Formula('a b x')" + FIT, 1)));
        assertEquals(
                Basis.MANY,
                Basis.of(
                        found("data=sine(60)/Dense(8,tanh)/Dense(1)/Formula('a x')" + FIT, 1).length == 0
                                ? look(new ErrorsLook("formula"))
                                : new float[0]));
        assertEquals(Basis.LOSS, Basis.of(found("data=xor(60)/Dense(2,softmax)/fit(50,9)", 1)));
    }

    @Test
    void farFromTheBestFitThereAreNoneYet() {
        float[] numbers = found(DECAY, 0);
        assertEquals(Basis.FAR, Basis.of(numbers));
        assertEquals(50, numbers[5]);
        assertTrue(Float.isNaN(numbers[6]));
    }

    @Test
    void aFrozenLayerHasNumbersWithoutErrors() {
        float[] numbers = found("data=sine(60)/Formula('a x',trainable=false)/Formula('b x + c')" + FIT, 300);
        assertEquals(2, numbers[2]);
        assertEquals(1, numbers[5]);
        assertTrue(Float.isNaN(numbers[6]));
        assertTrue(numbers[8] > 0 && numbers[10] > 0);
    }

    /** The letters of a formula of several columns have errors like those of a straight line. */
    @Test
    void aFormulaOfColumnsHasErrors() {
        float[] numbers = found("data=plane(200)/prepare(none)/Formula('a * x1 + b * x2 + c')" + FIT, 300);
        assertEquals(Basis.CURVATURE, Basis.of(numbers));
        assertEquals(ErrorsLook.HEAD + 6, numbers.length);
        for (int i = 0; i < 3; i++) {
            float error = numbers[ErrorsLook.HEAD + 2 * i + 1];
            assertTrue(error > 0 && error < 0.5, "letter " + i + ": " + error);
        }
    }
}
