package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights of classes, from the link to the loss and the Keras script. */
class ClassWeightsTest {
    private static final String CIRCLE =
            "1/data=circle(100)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=SGD(1e-7)/fit(80,1,class_weight=";

    private final Talk talk = new Talk();

    /** The loss of the only step of the first epoch, with weights that hardly move. */
    private double loss(String weights) {
        talk.open(CIRCLE + weights + ")");
        talk.train(0, 1);
        return talk.progress().losses()[0];
    }

    @Test
    void theLossIsWeighted() {
        double first = loss("(1,0)");
        double second = loss("(0,1)");
        assertTrue(first > 0 && second > 0);
        assertEquals(first + second, loss("(1,1)"), 1e-6);
        assertEquals(3 * first + second / 2, loss("(3,0.5)"), 1e-6);
        assertEquals(2 * first + second, loss("2"), 1e-6); // a class without a number counts 1
    }

    @Test
    void weightsInVainAreSaid() {
        assertEquals(List.of(), talk.open(CIRCLE + "(1,2))").notices());
        assertEquals(
                List.of("class_weight of fit has 3 numbers for 2 classes: those after the first 2 are not used."),
                talk.open(CIRCLE + "(1,2,3))").notices());
        assertEquals(
                List.of(
                        "Numbers are predicted here, so there are no classes to weigh: class_weight of fit is not used."),
                talk.open("1/data=sine/Dense(1)/loss=mean_squared_error/fit(8,1,class_weight=(1,2))")
                        .notices());
        talk.train(0, 1);
    }
}
