package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.engine.RateSweep;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Inquiry.Turn;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindRateTest {
    private static final String DIGITS =
            "1/data=digits(400)/Flatten/Dense(32,relu)/Dropout/Dense(10,softmax)/optimizer=";
    private static final String TAIL = "/fit(32,4)";

    private final Talk talk = new Talk();

    private Report.Rates find() {
        Report.Rates rates = talk.ask(Report.Rates.class, new Inquiry.FindRate(Turn.BEGIN));
        while (!rates.over()) {
            Report.Rates next = talk.ask(Report.Rates.class, new Inquiry.FindRate(Turn.GO_ON));
            assertTrue(next.share() > rates.share());
            rates = next;
        }
        return rates;
    }

    private static List<Float> numbers(Talk talk, String... names) {
        List<Float> all = new ArrayList<>();
        for (String name : names) {
            for (float number :
                    talk.ask(Report.Numbers.class, new Inquiry.Read(name)).values()) {
                all.add(number);
            }
        }
        return all;
    }

    private static List<Float> run(Talk talk) {
        return numbers(
                talk,
                "dense/kernel",
                "dense_1/kernel",
                "dense_1/bias",
                "dense/kernel/momentum",
                "dense/kernel/velocity",
                "dense/kernel/gradient");
    }

    @Test
    void runStaysAsItIsToTheLastBit() {
        talk.open(DIGITS + "Adam" + TAIL);
        talk.ask(Report.Done.class, new Request.Train(7, 0, 0));
        List<Float> before = run(talk);
        find();
        assertEquals(before, run(talk));
        talk.ask(Report.Done.class, new Request.Train(9, 0, 0));
        Talk other = new Talk();
        other.open(DIGITS + "Adam" + TAIL);
        other.ask(Report.Done.class, new Request.Train(16, 0, 0));
        assertEquals(run(other), run(talk));
    }

    @Test
    void trainingGoesOnBetweenTheParts() {
        talk.open(DIGITS + "Adam" + TAIL);
        int train = talk.send(new Request.Train(20, 0, 0));
        int search = talk.send(new Inquiry.FindRate(Turn.BEGIN));
        talk.rest();
        assertInstanceOf(Report.Done.class, talk.answer(train));
        assertInstanceOf(Report.Rates.class, talk.answer(search));
        Report.Rates rates = talk.ask(Report.Rates.class, new Inquiry.FindRate(Turn.GO_ON));
        assertTrue(rates.rates().length > 0);
    }

    @Test
    void suggestedRateTrains() {
        for (String optimizer : List.of("SGD", "Adam", "RMSprop")) {
            talk.open(DIGITS + optimizer + TAIL);
            Report.Rates found = find();
            assertTrue(found.suggested() > 0, optimizer + ": " + found.reason());
            double[] smoothed = found.smoothed();
            assertTrue(smoothed.length > 50 && smoothed.length <= RateSweep.STEPS, optimizer);
            talk.open(DIGITS + optimizer + "(" + found.suggested() + ")" + TAIL);
            talk.ask(Report.Done.class, new Request.Train(0, 10, 0));
            float[] losses =
                    talk.ask(Report.Numbers.class, new Inquiry.StepLosses()).values();
            double end = 0;
            for (int i = losses.length - 10; i < losses.length; i++) {
                end += losses[i] / 10;
            }
            assertTrue(
                    end < 0.75 * losses[0], optimizer + " at " + found.suggested() + ": " + losses[0] + " to " + end);
        }
    }

    @Test
    void ratesGrowByTheSameFactor() {
        talk.open(DIGITS + "SGD" + TAIL);
        double[] rates = find().rates();
        assertEquals(1e-6, rates[0], 1e-18);
        for (int i = 2; i < rates.length; i++) {
            assertEquals(rates[1] / rates[0], rates[i] / rates[i - 1], 1e-9);
        }
        assertEquals(10, RateSweep.rate(RateSweep.STEPS - 1), 1e-9);
    }

    @Test
    void everyKindOfNetworkIsSwept() {
        for (String recipe : List.of(
                "1/data=digits(100)/Conv2D(2,3)/BatchNormalization/MaxPooling2D/Flatten/Dense(10,softmax)",
                "1/data=sine(60)/Dense(4,tanh)/Dense(1)/loss=mean_squared_error/optimizer=Nadam",
                "1/data=xor(30)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=SGD(schedule=CosineDecay(0.01,100))/fit(30)")) {
            talk.open(recipe);
            Report.Rates rates = find();
            assertFalse(rates.reason().isEmpty(), recipe);
        }
    }

    @Test
    void searchThatIsStoppedOrLostIsRefused() {
        assertInstanceOf(Report.Refused.class, talk.ask(Report.class, new Inquiry.FindRate(Turn.BEGIN)));
        talk.open(DIGITS + "SGD" + TAIL);
        assertInstanceOf(Report.Refused.class, talk.ask(Report.class, new Inquiry.FindRate(Turn.GO_ON)));
        talk.ask(Report.Rates.class, new Inquiry.FindRate(Turn.BEGIN));
        talk.ask(Report.Done.class, new Inquiry.FindRate(Turn.STOP));
        assertInstanceOf(Report.Refused.class, talk.ask(Report.class, new Inquiry.FindRate(Turn.GO_ON)));
        talk.ask(Report.Rates.class, new Inquiry.FindRate(Turn.BEGIN));
        talk.open("1/data=xor");
        assertInstanceOf(Report.Refused.class, talk.ask(Report.class, new Inquiry.FindRate(Turn.GO_ON)));
    }
}
