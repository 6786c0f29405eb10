package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Inquiry.Turn;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    private static final List<String> NAMES = List.of("dense/kernel", "dense/bias", "dense_1/kernel");

    private final Talk talk = new Talk();

    private Report.Slice slice(boolean alongPath) {
        Report.Slice slice = talk.ask(Report.Slice.class, new Inquiry.Slice(Turn.BEGIN, alongPath));
        while (!slice.over()) {
            slice = talk.ask(Report.Slice.class, new Inquiry.Slice(Turn.GO_ON, alongPath));
        }
        return slice;
    }

    private double trainingLoss() {
        String scores = talk.ask(Report.Text.class, new Inquiry.Evaluate()).text();
        return Json.parse(scores).asObject().get("training").asObject().getDouble("loss", -1);
    }

    private List<String> weights() {
        return NAMES.stream()
                .map(name -> Arrays.toString(
                        talk.ask(Report.Numbers.class, new Inquiry.Read(name)).values()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/data=digits(100)/Flatten/Dense(8,relu,kernel_regularizer=l2(0.01))/Dropout/Dense(10,softmax)/fit(16)",
                "1/data=circle(80)/Dense(6,tanh)/BatchNormalization/Dense(1,sigmoid)/loss=binary_crossentropy/fit(16)",
                "1/data=sine(80)/prepare(target=standardise)/Dense(6,tanh)/Dense(1)/loss=mean_squared_error/fit(16)"
            })
    void middleHasTheLossOfTheRunAndTheRunStaysAsItIs(String recipe) {
        talk.open(recipe);
        talk.ask(Report.Done.class, new Request.Train(0, 2, 0));
        talk.ask(Report.Done.class, new Request.Train(3, 0, 0));
        List<String> before = weights();
        double loss = trainingLoss();
        Report.Slice slice = slice(false);
        assertFalse(slice.alongPath());
        assertEquals(loss, slice.losses()[slice.losses().length / 2], 1e-6 * loss); // JSON has fewer digits
        assertEquals(before, weights());
        assertArrayEquals(new int[] {0, 1, 2, 2}, slice.epochs());
        assertTrue(Arrays.stream(slice.losses()).allMatch(Double::isFinite));
    }

    @Test
    void sliceAlongThePathEndsInThePresent() {
        talk.open("1/data=digits(100)/Flatten/Dense(8,relu)/Dense(10,softmax)/fit(16)");
        talk.ask(Report.Done.class, new Request.Train(0, 4, 0));
        Report.Slice slice = slice(true);
        assertTrue(slice.alongPath());
        double[] path = slice.path();
        assertEquals(0, path[path.length - 1], 1e-6);
        assertEquals(0, path[path.length - 2], 1e-6);
        assertTrue(slice.held() > 0.8 && slice.held() <= 1 + 1e-9, "" + slice.held());
    }

    @Test
    void runWithoutAPathHasARandomSlice() {
        talk.open("1/data=circle(80)/Dense(6,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy");
        Report.Slice slice = slice(true);
        assertFalse(slice.alongPath());
        assertEquals(0, slice.step());
    }

    @Test
    void partsAreCoarseFirst() {
        talk.open("1/data=digits(2000)/Flatten/Dense(64,relu)/Dense(10,softmax)");
        Report.Slice first = talk.ask(Report.Slice.class, new Inquiry.Slice(Turn.BEGIN, false));
        assertTrue(first.share() > 0 && first.share() < 1);
        assertEquals(512, first.samples());
        assertInstanceOf(Report.Done.class, talk.ask(Report.class, new Inquiry.Slice(Turn.STOP, false)));
        assertInstanceOf(Report.Refused.class, talk.ask(Report.class, new Inquiry.Slice(Turn.GO_ON, false)));
    }
}
