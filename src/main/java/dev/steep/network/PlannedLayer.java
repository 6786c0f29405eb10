package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/**
 * A layer in its place.
 *
 * @param name as Keras names it: {@code conv2d_1}
 * @param layer what was picked
 * @param inputs places of the layers that it reads, the one before it first; {@link #INPUT} for the network's own input
 * @param trainable whether training changes it
 * @param extent how large it is; unknown if it, or a layer that it reads, does not fit
 */
public record PlannedLayer(String name, Layer layer, List<Integer> inputs, boolean trainable, Optional<Extent> extent) {
    /** In place of a layer's place: the input of the network. */
    public static final int INPUT = -1;

    public PlannedLayer {
        inputs = List.copyOf(inputs);
    }

    /** What was picked. */
    public Choice choice() {
        return layer.choice();
    }

    /**
     * How large a layer is.
     *
     * @param input shape of what it is given
     * @param output shape of what it gives
     * @param parameters how many weights it has, moving means counted
     * @param trainable how many of them follow their gradients
     * @param multiplyAdds what one sample costs
     * @param field which part of the image one of its numbers depends on, while there is an image
     */
    public record Extent(
            Shape input,
            Shape output,
            long parameters,
            long trainable,
            long multiplyAdds,
            Optional<ReceptiveField> field) {}

    /**
     * The part of the image that a number depends on.
     *
     * @param size height and width in pixels of the first layer's input
     * @param step how far apart the fields of neighbouring numbers are
     */
    public record ReceptiveField(Pair size, Pair step) {
        /** What a number sees of itself. */
        static final ReceptiveField PIXEL = new ReceptiveField(Pair.square(1), Pair.square(1));

        /** Seen through one more window. */
        ReceptiveField through(Window window) {
            return new ReceptiveField(
                    new Pair(
                            size.height() + step.height() * reach(window.rows()),
                            size.width() + step.width() * reach(window.columns())),
                    new Pair(
                            step.height() * window.rows().stride(),
                            step.width() * window.columns().stride()));
        }

        private static int reach(Window.Axis axis) {
            return (axis.size() - 1) * axis.dilation();
        }
    }
}
