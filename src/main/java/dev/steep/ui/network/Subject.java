package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Scale;
import dev.steep.protocol.look.Look;
import java.util.Optional;

/**
 * A picture of a card, to be seen large with its numbers.
 *
 * @param title what it shows
 * @param ofSample whether its numbers are those of the chosen sample
 * @param look its numbers
 * @param grid how they lie
 * @param colours which number gets which colour
 * @param lens what each number is made from, if a window makes it
 */
record Subject(String title, boolean ofSample, Look look, NumberGrid grid, Colours colours, Optional<LensFacts> lens) {
    /** Numbers that no window has made. */
    Subject(String title, boolean ofSample, Look look, NumberGrid grid, Colours colours) {
        this(title, ofSample, look, grid, colours, Optional.empty());
    }

    /** The same, made by a window. */
    Subject under(Optional<LensFacts> other) {
        return new Subject(title, ofSample, look, grid, colours, other);
    }

    /** Which number gets which colour, of all that are shown together. */
    interface Colours {
        Scale of(float[] numbers, boolean dark);
    }
}
