package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Scale;
import dev.steep.protocol.Look;

/**
 * A picture of a card, to be seen large with its numbers.
 *
 * @param title what it shows
 * @param ofSample whether its numbers are those of the chosen sample
 * @param look its numbers
 * @param grid how they lie
 * @param colours which number gets which colour
 */
record Subject(String title, boolean ofSample, Look look, NumberGrid grid, Colours colours) {
    /** Which number gets which colour, of all that are shown together. */
    interface Colours {
        Scale of(float[] numbers, boolean dark);
    }
}
