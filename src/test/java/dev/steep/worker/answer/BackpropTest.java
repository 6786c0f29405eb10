package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.worker.Talk;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The next training step, told number by number: it is what training then does, and the chain rule in it is what a nudge measures. */
class BackpropTest {
    private static final String IMAGE =
            "1/data=digits(60)/Conv2D(2,3,tanh)/BatchNormalization/MaxPooling2D/Flatten/Dropout(0.3)/Dense(10,softmax)/fit(6,3)";
    private static final String LECTURE =
            "1/data=by_hand/prepare(none)/split(0)/Dense(2,sigmoid)/Dense(1,sigmoid)/loss=mse/optimizer=SGD(0.5)/fit(1,9)";

    private final Talk talk = new Talk();

    private String chain(boolean batch, String tensor, int place, double nudge) {
        return talk.ask(Report.Text.class, new Inquiry.Chain(batch, tensor, place, nudge))
                .text();
    }

    private static double number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(-?[0-9.E-]+)").matcher(json);
        assertTrue(found.find(), name + " in " + json);
        return Double.parseDouble(found.group(1));
    }

    private float[] numbers(boolean batch, String tensor, boolean derivatives) {
        return talk.ask(Report.Numbers.class, new Inquiry.BackpropNumbers(batch, tensor, derivatives))
                .values();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldOfTheNextStepIsWhatItDoes(Optimizer optimizer) {
        talk.open(IMAGE + "/optimizer=" + optimizer.kind().name());
        talk.train(3, 0);
        Random random = new Random(optimizer.ordinal());
        for (String tensor : List.of("conv2d/kernel", "conv2d/bias", "batch_normalization/gamma", "dense/kernel")) {
            float[] before = talk.tensor(tensor);
            int place = random.below(before.length);
            String told = chain(true, tensor, place, 0);
            String update = told.substring(told.indexOf("\"update\""));
            assertEquals(before[place], number(update, "from"), 1e-6, tensor);
            double derivative = number(told, "derivative");
            assertEquals(
                    derivative, numbers(true, tensor, true)[place], 1e-6 * Math.max(1, Math.abs(derivative)), tensor);
            talk.train(1, 0);
            double moved = number(update, "to") - number(update, "from");
            assertEquals(moved, talk.tensor(tensor)[place] - before[place], 1e-6 + 0.01 * Math.abs(moved), tensor);
            assertEquals(
                    derivative,
                    talk.tensor(tensor + "/gradient")[place],
                    1e-5 * Math.max(1, Math.abs(derivative)),
                    tensor);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/data=digits(60)/Conv2D(2,3,elu)/AveragePooling2D/Conv2D(3,3,strides=2,tanh)/Flatten/Dense(10,softmax)",
                "1/data=spiral/Dense(5,tanh)/Dense(4,gelu)/Dense(1,sigmoid)/loss=bce",
                "1/data=sine/Dense(6,softplus)/Dense(6,silu)/Dense(1)/loss=mse",
                "1/data=spiral/Dense(5,tanh)/Dense(1,sigmoid)/loss=bce/fit(32,9,class_weight=(0.5,3))",
                "1/data=digits(60)/Flatten/Dense(6,tanh)/Dense(10,softmax)/fit(16,9,class_weight=(1,2,3,4,5,6,7,8,9,10))",
                "1/data=digits(60)/Flatten/Dense(6,tanh,name=a)/Dense(6,tanh)/Add(from=a)/Dense(10,softmax)",
                "1/data=digits(60)/Conv2D(2,3,tanh,kernel_regularizer=L2(0.1))/GlobalAveragePooling2D/BatchNormalization/Dense(10,softmax)",
                IMAGE,
                LECTURE
            })
    void theChainRuleIsWhatANudgeMeasures(String recipe) {
        talk.open(recipe);
        talk.train(2, 0);
        Random random = new Random(recipe.hashCode());
        List<String> weights = Pattern.compile("\"tensor\":\"([^\"]+)\",\"shape\":\\[[0-9,]*\\],\"back\":true")
                .matcher(talk.ask(Report.Text.class, new Inquiry.Backprop(true)).text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(weights.size() > 1, weights.toString());
        for (String tensor : weights) {
            for (boolean batch : new boolean[] {true, false}) {
                int place = random.below(numbers(batch, tensor, false).length);
                String told = chain(batch, tensor, place, 1e-4);
                double derivative = number(told, "derivative");
                assertEquals(
                        number(told.substring(told.indexOf("\"check\"")), "slope"),
                        derivative,
                        1e-6 + 1e-4 * Math.abs(derivative),
                        recipe + ": " + tensor + " at " + place);
                double sum = number(told, "rest");
                Matcher terms = Pattern.compile("\"slope\":(-?[0-9.E-]+),\"derivative\":(-?[0-9.E-]+)")
                        .matcher(told);
                while (terms.find()) {
                    sum += Double.parseDouble(terms.group(1)) * Double.parseDouble(terms.group(2));
                }
                assertEquals(derivative, sum, 1e-9 + 1e-9 * Math.abs(derivative), tensor);
            }
        }
    }

    @Test
    void nobodyNoticesThatSomebodyLooks() {
        talk.open(IMAGE);
        talk.train(5, 0);
        float[] undisturbed = talk.tensor("dense/kernel");
        Talk other = new Talk();
        other.open(IMAGE);
        for (int i = 0; i < 5; i++) {
            other.ask(Report.Text.class, new Inquiry.Backprop(i % 2 == 0));
            other.ask(Report.Text.class, new Inquiry.Chain(true, "dense/kernel", i, 0.001));
            other.train(1, 0);
        }
        assertArrayEquals(undisturbed, other.tensor("dense/kernel"));
    }

    /** Half the square of the lecture is the mean of squares of two outputs: dl/dy = y - t. */
    @Test
    void theLecturesNetworkWithTwoOutputs() {
        talk.open(LECTURE.replace("Dense(1,", "Dense(2,"));
        float[] y = numbers(false, "dense_1/output", false);
        float[] t = numbers(false, "target", false);
        float[] dy = numbers(false, "dense_1/output", true);
        float[] dx = numbers(false, "dense_1/pre_activation", true);
        float[] w = talk.tensor("dense_1/kernel");
        float[] hidden = numbers(false, "dense/output", true);
        for (int j = 0; j < 2; j++) {
            assertEquals(y[j] - t[j], dy[j], 1e-6);
            assertEquals(y[j] * (1 - y[j]) * dy[j], dx[j], 1e-6);
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(w[2 * i] * dx[0] + w[2 * i + 1] * dx[1], hidden[i], 1e-6);
        }
        String told = chain(false, "dense/output", 0, 0);
        assertEquals(2, number(told, "count"));
        assertTrue(told.contains("\"factor\":{\"tensor\":\"dense_1/kernel\",\"place\":1"), told);
    }

    @Test
    void whatCannotBeFollowedIsSaid() {
        assertTrue(talk.refusal(new Inquiry.Backprop(false)).contains("No experiment"));
        talk.open(LECTURE);
        assertTrue(talk.refusal(new Inquiry.Chain(false, "nonesuch", 0, 0)).contains("no tensor \"nonesuch\""));
        assertTrue(talk.refusal(new Inquiry.Chain(false, "dense/bias", 2, 0)).contains("2 numbers"));
        assertTrue(talk.refusal(new Inquiry.Chain(false, "dense/bias", 0, Double.NaN))
                .contains("more than 0"));
        talk.ask(Report.Done.class, new Request.Draw(new float[] {1, 2, 3}));
        assertTrue(talk.refusal(new Inquiry.Backprop(false)).contains("has no label"));
        talk.ask(Report.Text.class, new Inquiry.Backprop(true));
        talk.open(
                "1/data=digits(400)/Conv2D(8,3,relu,padding=same)/MaxPooling2D/Conv2D(16,3,relu)/Flatten/Dense(10,softmax)/fit(128,3)");
        String sentence = talk.refusal(new Inquiry.Backprop(true));
        assertTrue(sentence.contains("128 samples") && sentence.contains("look at one sample"), sentence);
    }

    /** With one sample a bias has as many numbers as what it is added to. */
    @Test
    void aSumNamesItsBias() {
        talk.open("1/data=circle(40)/Dense(2,tanh)/Dense(1,sigmoid)/loss=bce");
        String before = Pattern.compile("\"before\":\"([^\"]+)\"")
                .matcher(
                        talk.ask(Report.Text.class, new Inquiry.Backprop(false)).text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        String told = chain(false, before, 1, 0);
        assertTrue(told.contains("\"tensor\":\"dense/bias\",\"place\":1"), told);
    }
}
