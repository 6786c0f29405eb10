package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.core.ReshapeLayer;
import dev.steep.tape.Window;
import java.util.List;

/** What layers that slide a window along a series, of length × channels, have in common. */
final class Series {
    /** The longest window. */
    static final int LONGEST = 1024;

    /** What happens at the ends. */
    static final Knob<String> PADDING = Knob.word(
            "padding",
            "valid",
            List.of("valid", "same"),
            "At the ends: \"valid\" stays inside, so the series gets shorter; \"same\" adds zeros, so it keeps its length.");

    private Series() {}

    /** Whether this is a series: length × channels. */
    static boolean is(Shape input) {
        return input.rank() == 2;
    }

    /** The outcome for an input that is no series. */
    static Outcome needed(Choice choice, Shape input) {
        String slides = choice.kind().name() + " slides along a series of length × channels, but is given ";
        if (input.rank() == 1) {
            Choice series = ReshapeLayer.KIND.choice();
            return Outcome.fails(
                    slides + Numbers.count(input.count(), "number") + " in a row. Put " + series.phrase()
                            + " before it.",
                    "Add Reshape before it",
                    series,
                    choice);
        }
        return Outcome.fails(slides + input + ". Put it behind a Reshape that makes a series of it.", "Remove it");
    }

    /** The window along a series, as one over an image of height 1. */
    static Window window(Shape input, int size, int stride, int dilation, String padding) {
        int length = input.length(0);
        Window.Axis along =
                switch (padding) {
                    case "same" -> Window.Axis.same(length, size, stride, dilation);
                    case "causal" -> Window.Axis.causal(length, size, stride, dilation);
                    default -> Window.Axis.valid(length, size, stride, dilation);
                };
        return new Window(Window.Axis.valid(1, 1, 1, 1), along);
    }
}
