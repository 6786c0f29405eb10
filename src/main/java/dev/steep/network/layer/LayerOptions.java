package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import java.util.List;
import java.util.stream.Stream;

/** What every layer can be told, whatever it does. Declared here once; {@link #kind} gives it to each layer's kind. */
public final class LayerOptions {
    private static final int LONGEST_NAME = 40;

    /** What a layer is called; empty for the next name that Keras' numbering gives. */
    public static final Knob<String> NAME = Knob.text(
                    "name",
                    "",
                    LONGEST_NAME,
                    "What the layer is called. Its weights are drawn from the seed and this name, and found by it.")
            .within(new Domain.Name(LONGEST_NAME));

    /** Whether training changes it. */
    public static final Knob<Boolean> TRAINABLE = Knob.flag(
                    "trainable",
                    true,
                    "Whether training changes the layer's weights; a frozen layer keeps them as they are.")
            .whileTraining();

    /** Which other layers' outputs a layer takes, besides that of the layer before it. */
    public static final Knob<List<String>> FROM = new Knob<>(
            "from",
            new Domain.Names(16, LONGEST_NAME),
            List.of(),
            "The layers whose outputs are taken, besides that of the layer before; input is the network's own.",
            false,
            false);

    private LayerOptions() {}

    /** A kind of layer that takes the outputs of several. */
    public static Kind joining(String name, String title, String about, Knob<?>... knobs) {
        return Kind.of(name, title, about, knobs).withOptions(FROM, NAME, TRAINABLE);
    }

    /** A kind of layer. */
    public static Kind kind(String name, String title, String about, Knob<?>... knobs) {
        return Kind.of(name, title, about, knobs).withOptions(NAME, TRAINABLE);
    }

    /** A layer's kind with further options of its own. */
    public static Kind with(Kind kind, Knob<?>... more) {
        return kind.withOptions(
                Stream.concat(kind.options().stream(), Stream.of(more)).toArray(Knob<?>[]::new));
    }

    /** All of them. */
    public static List<Knob<?>> all() {
        return List.of(FROM, NAME, TRAINABLE);
    }

    /** Whether training changes this layer. */
    public static boolean trainable(Choice layer) {
        return layer.get(TRAINABLE);
    }
}
