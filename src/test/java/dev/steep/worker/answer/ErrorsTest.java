package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.DataPart;
import dev.steep.protocol.ErrorsLook;
import dev.steep.protocol.ErrorsLook.Basis;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Look;
import dev.steep.protocol.Report;
import dev.steep.worker.Talk;
import org.junit.jupiter.api.Test;

/** What is found by fitting, with its standard errors. */
class ErrorsTest {
    private static final String FIT = "/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,2000)";

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
        float[] numbers = found("data=decay/prepare(none)/Formula('a * exp(-k x)','a=5, k=0.1')" + FIT, 1500);
        assertEquals(Basis.CURVATURE, Basis.of(numbers));
        assertEquals(160, numbers[1]);
        assertEquals(2, numbers[2]);
        assertEquals(0.3, numbers[3], 0.05);
        assertEquals(10, numbers[5], 3 * numbers[6]);
        assertEquals(0.2, numbers[7], 3 * numbers[8]);
        assertTrue(numbers[4] < 1);
        assertTrue(numbers[6] < 0.2 && numbers[8] < 0.01, numbers[6] + " " + numbers[8]);
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
        float[] numbers = found("data=decay/prepare(none)/Formula('a * exp(-k x)','a=5, k=0.1')" + FIT, 0);
        assertEquals(Basis.FAR, Basis.of(numbers));
        assertEquals(5, numbers[5]);
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
}
