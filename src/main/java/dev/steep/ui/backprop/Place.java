package dev.steep.ui.backprop;

/**
 * One number of a training step.
 *
 * @param tensor that it is in
 * @param index of it, counted over the samples
 */
public record Place(String tensor, int index) {
    static Place of(Told told) {
        return new Place(told.word("tensor"), told.whole("place"));
    }
}
