package dev.steep.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Where windows lie, against what TensorFlow does. */
class WindowTest {
    @Test
    void sameKeepsTheLengthAtStrideOne() {
        for (int input = 1; input < 20; input++) {
            for (int size = 1; size < 8; size++) {
                assertEquals(input, Window.Axis.same(input, size, 1, 1).output());
                assertEquals((size - 1) / 2, Window.Axis.same(input, size, 1, 1).before());
            }
        }
    }

    @Test
    void anOddPositionOfPaddingGoesToTheEnd() {
        assertEquals(new Window.Axis(6, 3, 2, 1, 0, 3), Window.Axis.same(6, 3, 2, 1));
        assertEquals(new Window.Axis(28, 4, 1, 1, 1, 28), Window.Axis.same(28, 4, 1, 1));
        assertEquals(new Window.Axis(224, 7, 2, 1, 2, 112), Window.Axis.same(224, 7, 2, 1));
    }

    @Test
    void anEvenAmountOfPaddingIsShared() {
        assertEquals(new Window.Axis(5, 3, 2, 1, 1, 3), Window.Axis.same(5, 3, 2, 1));
        assertEquals(new Window.Axis(10, 3, 1, 2, 2, 10), Window.Axis.same(10, 3, 1, 2));
    }

    @Test
    void aStrideWiderThanTheWindowNeedsNoPadding() {
        assertEquals(new Window.Axis(7, 1, 3, 1, 0, 3), Window.Axis.same(7, 1, 3, 1));
        assertEquals(new Window.Axis(9, 2, 4, 1, 0, 3), Window.Axis.same(9, 2, 4, 1));
    }

    @Test
    void validStaysInside() {
        assertEquals(26, Window.Axis.valid(28, 3, 1, 1).output());
        assertEquals(13, Window.Axis.valid(28, 3, 2, 1).output());
        assertEquals(24, Window.Axis.valid(28, 3, 1, 2).output());
        assertEquals(0, Window.Axis.valid(2, 3, 1, 1).output());
    }
}
