package dev.steep.ui.diagram;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import java.util.List;
import java.util.Map;

/**
 * The numbers that are there to be drawn.
 *
 * @param numbers for each look; an array is empty while its numbers do not exist
 * @param trained whether a step of training has been made, so that something can have been dropped in it
 */
record Seen(Map<Look, float[]> numbers, boolean trained, boolean dark) {
    private static final float[] NONE = new float[0];

    float[] of(Look look) {
        return numbers.getOrDefault(look, NONE);
    }

    float[] tensor(String name) {
        return name.isEmpty() ? NONE : of(new TensorLook(name));
    }

    /** Which numbers of a column were dropped in the last step of training; none if there was no step, or nothing drops. */
    boolean[] dropped(DiagramColumn column) {
        List<float[]> masks = trained
                ? column.masks().stream()
                        .map(this::tensor)
                        .filter(mask -> mask.length == column.size())
                        .toList()
                : List.of();
        boolean[] dropped = new boolean[masks.isEmpty() ? 0 : column.size()];
        for (float[] mask : masks) {
            for (int i = 0; i < mask.length; i++) {
                dropped[i] |= mask[i] == 0;
            }
        }
        return dropped;
    }
}
