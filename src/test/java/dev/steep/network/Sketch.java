package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Shape;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Designs for tests, written as links write them. */
public final class Sketch {
    private Sketch() {}

    /** For an image of 28 x 28 and ten classes. */
    public static Design digits(String... layers) {
        return classes(Shape.of(28, 28, 1), 10, layers);
    }

    /** With Adam and the loss that goes with so many classes. */
    public static Design classes(Shape input, int classes, String... layers) {
        String[] names = new String[classes];
        Arrays.setAll(names, i -> "class " + i);
        return new Design(
                input,
                new Task.Classification(List.of(names)),
                layers(layers),
                Loss.CATEGORICAL_CROSSENTROPY.kind().choice(),
                Optimizer.ADAM.kind().choice(),
                1);
    }

    /** For so many numbers, with plain gradient descent. */
    public static Design numbers(Shape input, int width, String... layers) {
        return new Design(
                input,
                new Task.Regression(width),
                layers(layers),
                Loss.MEAN_SQUARED_ERROR.kind().choice(),
                Optimizer.SGD.kind().choice(),
                1);
    }

    /** For its own input. */
    public static Design reconstruction(Shape input, String... layers) {
        return new Design(
                input,
                new Task.Reconstruction(input),
                layers(layers),
                Loss.MEAN_SQUARED_ERROR.kind().choice(),
                Optimizer.SGD.kind().choice(),
                1);
    }

    public static Design with(Design design, Loss loss) {
        return design.with(design.layers(), loss.kind().choice());
    }

    public static Design with(Design design, String optimizer) {
        return new Design(
                design.input(), design.task(), design.layers(), design.loss(), pick(Optimizer.kinds(), optimizer), 1);
    }

    /** A plan in which the layers at these places are frozen, and no others. */
    public static Plan frozen(Design design, List<Integer> places) {
        List<Choice> layers = new ArrayList<>();
        for (Choice layer : design.layers()) {
            layers.add(layer.with(LayerOptions.TRAINABLE, !places.contains(layers.size())));
        }
        return Plan.of(design.with(layers, design.loss()));
    }

    public static List<Choice> layers(String... layers) {
        return Arrays.stream(layers).map(layer -> pick(Layers.kinds(), layer)).toList();
    }

    /** Reads a pick; a test's own mistake fails it. */
    public static Choice pick(List<Kind> kinds, String text) {
        Remarks remarks = new Remarks();
        Phrase phrase = Phrase.read(text, remarks);
        for (Kind kind : kinds) {
            if (kind.name().equals(phrase.word())) {
                Choice choice = Choice.read(kind, phrase, remarks);
                if (!remarks.isEmpty()) {
                    throw new IllegalArgumentException(remarks.sentences().toString());
                }
                return choice;
            }
        }
        throw new IllegalArgumentException(text);
    }
}
