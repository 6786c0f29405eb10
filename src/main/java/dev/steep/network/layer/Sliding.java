package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.tape.Window;
import java.util.List;

/** What layers that slide a window over an image have in common. */
public final class Sliding {
    /** What happens at the border. */
    public static final Knob<String> PADDING = Knob.word(
            "padding",
            "valid",
            List.of("valid", "same"),
            "At the border: \"valid\" stays inside, so the image shrinks; \"same\" adds a border, so it keeps its size.");

    /** The largest side of a window. */
    public static final int LARGEST = 64;

    private Sliding() {}

    /** The window over an image of height x width x channels; along an axis that is too short it has no place. */
    public static Window window(Shape input, Pair size, Pair strides, Pair dilation, String padding) {
        boolean same = padding.equals("same");
        return new Window(
                axis(same, input.length(0), size.height(), strides.height(), dilation.height()),
                axis(same, input.length(1), size.width(), strides.width(), dilation.width()));
    }

    private static Window.Axis axis(boolean same, int input, int size, int stride, int dilation) {
        return same
                ? Window.Axis.same(input, size, stride, dilation)
                : Window.Axis.valid(input, size, stride, dilation);
    }

    /** Whether the window has a place at all. */
    public static boolean fits(Window window) {
        return window.rows().output() > 0 && window.columns().output() > 0;
    }

    /** Whether this is an image: height x width x channels. */
    public static boolean isImage(Shape input) {
        return input.rank() == 3;
    }

    /** How many pixels a kernel reaches over. */
    public static Pair reach(Pair size, Pair dilation) {
        return new Pair((size.height() - 1) * dilation.height() + 1, (size.width() - 1) * dilation.width() + 1);
    }

    /** The outcome for a kernel that has no place. */
    public static Outcome tooLarge(Choice choice, Shape input, Pair reach) {
        return Outcome.fails(
                "A kernel that reaches over " + reach + " pixels does not fit into an image of " + input
                        + ". Pick a smaller kernel_size, or padding=\"same\".",
                "Set padding to same",
                choice.with(PADDING, "same"));
    }

    /** {@code 3×5}, also {@code 3×3}. */
    public static String sides(Pair pair) {
        return pair.height() + "×" + pair.width();
    }

    /** The outcome for an input that is no image. */
    public static Outcome needsImage(String layer, Shape input) {
        return Outcome.fails(
                layer + " slides over an image of height × width × channels, but is given "
                        + Numbers.count(input.count(), "number")
                        + " in a row. Put it before Flatten and Dense layers, or pick data with images.",
                "Remove it");
    }
}
