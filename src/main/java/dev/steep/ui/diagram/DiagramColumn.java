package dev.steep.ui.diagram;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.Wiring;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.Taps;
import dev.steep.protocol.LayerFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the diagram: the input, or a layer together with those behind it that draw random numbers in training and do
 * nothing in a prediction, as Dropout.
 *
 * @param layer its place among the layers; {@link #INPUT} for the input
 * @param name of the layer
 * @param words its settings, and those of the layers that it holds besides
 * @param shape of what it gives, for one sample
 * @param output the tensor of what it gives
 * @param kernel the tensor of its weights; empty if it has none
 * @param bias the tensor of its bias; empty if it has none
 * @param masks what layers in it dropped in the last training step
 * @param from the columns that it takes its input from
 * @param taps how a window of it slides over the image that it is given, if one does
 */
record DiagramColumn(
        int layer,
        String name,
        String words,
        int[] shape,
        String output,
        String kernel,
        String bias,
        List<String> masks,
        List<Integer> from,
        Optional<Taps> taps) {
    static final int INPUT = -1;

    /** A row of numbers: neurons, or what Flatten makes of an image. */
    boolean isRow() {
        return shape.length == 1;
    }

    /** Feature maps, height x width x channels. */
    boolean isImage() {
        return shape.length == 3;
    }

    /** How many units or channels it has. */
    int parts() {
        return shape[shape.length - 1];
    }

    /** How many numbers it gives. */
    int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** Each of its units has a weight for each unit of its source. */
    boolean weighs(DiagramColumn source) {
        return !kernel.isEmpty() && isRow() && source.isRow();
    }

    private DiagramColumn with(LayerFacts drawing, String drawingWords) {
        List<String> more = new ArrayList<>(masks);
        if (!drawing.mask().isEmpty()) {
            more.add(drawing.mask());
        }
        return new DiagramColumn(
                layer,
                name,
                words + (words.isEmpty() ? "" : ", ") + drawing.name() + " " + drawingWords,
                shape,
                output,
                kernel,
                bias,
                more,
                from,
                taps);
    }

    /**
     * The columns of a network, up to the first layer that does not fit.
     *
     * @param input the tensor of the chosen sample
     * @param shape of a sample
     */
    static List<DiagramColumn> of(String input, int[] shape, List<LayerFacts> facts, List<Choice> choices) {
        List<DiagramColumn> columns = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        places.put(Wiring.INPUT, 0);
        columns.add(
                new DiagramColumn(INPUT, "input", "", shape, input, "", "", List.of(), List.of(), Optional.empty()));
        int before = 0;
        for (int i = 0;
                i < facts.size() && i < choices.size() && !facts.get(i).output().isEmpty();
                i++) {
            LayerFacts each = facts.get(i);
            Layer layer = Layers.of(choices.get(i));
            if (layer.draws()) {
                columns.set(before, columns.get(before).with(each, layer.words()));
            } else {
                List<Integer> from = new ArrayList<>(List.of(before));
                layer.from()
                        .forEach(name -> Optional.ofNullable(places.get(name)).ifPresent(from::add));
                Optional<Taps> taps = layer.taps(Shape.of(columns.get(before).shape()));
                before = columns.size();
                columns.add(new DiagramColumn(
                        i,
                        each.name(),
                        layer.words(),
                        each.shape(),
                        each.output(),
                        each.kernel(),
                        each.bias(),
                        List.of(),
                        from,
                        taps));
            }
            places.put(each.name(), before);
        }
        return columns;
    }
}
