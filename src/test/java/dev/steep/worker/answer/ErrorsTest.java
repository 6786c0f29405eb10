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
        talk.train(0, epochs);
        return look(new ErrorsLook(""));
    }

    @Test
    void aDecayIsFoundWithinThreeErrors() {
        float[] numbers = found("data=decay/prepare(none)/Formula('a * exp(-k x)','a=5, k=0.1')" + FIT, 1500);
        assertEquals(Basis.CURVATURE, Basis.of(numbers));
        assertEquals(160, numbers[1]);
        assertEquals(2, numbers[2]);
        assertEquals(0.3, numbers[3], 0.05);
        assertEquals(10, numbers[4], 3 * numbers[5]);
        assertEquals(0.2, numbers[6], 3 * numbers[7]);
        assertTrue(numbers[5] < 0.2 && numbers[7] < 0.01, numbers[5] + " " + numbers[7]);
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
            double residual = all.y()[i] - numbers[4] * all.x()[i] - numbers[6];
            sse += residual * residual;
        }
        double s = Math.sqrt(sse / (n - 2));
        assertEquals(n, numbers[1]);
        assertEquals(s, numbers[3], 1e-5);
        assertEquals(s / Math.sqrt(sxx), numbers[5], 1e-5);
        assertEquals(s * Math.sqrt(1.0 / n + mean * mean / sxx), numbers[7], 1e-5);
        float[] dense = found("data=sine(60)/prepare(none)/Dense(1)" + FIT, 100);
        assertEquals(numbers[5], dense[5], 0.02 * numbers[5]);
        assertEquals(numbers[7], dense[7], 0.02 * numbers[7]);
    }

    @Test
    void whereThereAreNoneItIsSaidWhy() {
        assertEquals(Basis.LOSS, Basis.of(found("data=sine(60)/Formula('a x')/loss=mean_absolute_error/fit(50,9)", 1)));
        assertEquals(Basis.UNDECIDED, Basis.of(found("data=sine(60)/Formula('a b x')" + FIT, 1)));
        assertEquals(Basis.MANY, Basis.of(found("data=sine(60)/Dense(8,tanh)/Dense(1)/Formula('a x')" + FIT, 1)
                .length == 0 ? look(new ErrorsLook("formula")) : new float[0]));
        assertEquals(Basis.LOSS, Basis.of(found("data=xor(60)/Dense(2,softmax)/fit(50,9)", 1)));
    }

    @Test
    void aFrozenLayerHasNumbersWithoutErrors() {
        float[] numbers = found("data=sine(60)/Formula('a x',trainable=false)/Formula('b x + c')" + FIT, 3);
        assertEquals(2, numbers[2]);
        assertEquals(1, numbers[4]);
        assertTrue(Float.isNaN(numbers[5]));
        assertTrue(numbers[7] > 0 && numbers[9] > 0);
    }
}
