package dev.steep.network;

import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.layer.Weights;
import dev.steep.tape.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One number of a layer in its place, and how it comes about: its output's length along an axis, its weights, what it costs, how much it
 * keeps, and how much of the input it sees.
 *
 * @param name what it is: {@code Output}
 * @param value what it comes to: {@code 28 × 28 × 8}
 * @param how the arithmetic: {@code (28 + 2·1 − 3)/1 + 1 = 28}; empty where there is none
 */
public record Working(String name, String value, String how) {
    private static final int BYTES = 4;

    /** All that there is to say of a layer; nothing if it does not fit. */
    public static List<Working> of(Plan plan, int place) {
        PlannedLayer layer = plan.layers().get(place);
        Optional<PlannedLayer.ReceptiveField> before = place == 0
                ? Optional.of(PlannedLayer.ReceptiveField.PIXEL)
                : plan.layers().get(place - 1).extent().flatMap(PlannedLayer.Extent::field);
        return layer.extent().map(extent -> of(layer, extent, before)).orElse(List.of());
    }

    private static List<Working> of(
            PlannedLayer layer, PlannedLayer.Extent extent, Optional<PlannedLayer.ReceptiveField> before) {
        List<Working> all = new ArrayList<>();
        Optional<Window> window = layer.layer().window(extent.input());
        List<Weights> weights = layer.layer().weights(extent.input());
        Shape output = extent.output();
        all.add(new Working(
                "Output", lengths(output, " × "), window.map(Working::places).orElse("")));
        if (!weights.isEmpty()) {
            List<String> counts =
                    weights.stream().map(each -> lengths(each.shape(), "·")).toList();
            String sum = String.join(" + ", counts);
            all.add(new Working(
                    "Parameters",
                    Numbers.grouped(extent.parameters()),
                    sum + " = " + Numbers.grouped(extent.parameters())));
        }
        if (extent.multiplyAdds() > 0) {
            all.add(new Working(
                    "Multiply-adds", Numbers.grouped(extent.multiplyAdds()), products(window, weights, extent)));
        }
        long numbers = output.count();
        all.add(new Working(
                "Memory",
                Summary.bytes(BYTES * (numbers + extent.parameters())),
                "(" + lengths(output, "·")
                        + (extent.parameters() > 0 ? " + " + Numbers.grouped(extent.parameters()) : "")
                        + ") · 4 bytes, for one sample"));
        extent.field()
                .ifPresent(field -> all.add(new Working(
                        "Receptive field",
                        sides(field.size().height(), field.size().width()),
                        window.flatMap(slides -> before.map(seen -> field(slides, seen, field)))
                                .orElse(""))));
        return all;
    }

    /** {@code (28 + 2·1 − 3)/1 + 1 = 28}: length, padding, reach of the window, and stride. */
    private static String places(Window window) {
        String rows = places(window.rows());
        String columns = places(window.columns());
        return rows.equals(columns) ? rows : rows + ", " + columns;
    }

    private static String places(Window.Axis axis) {
        int reach = (axis.size() - 1) * axis.dilation() + 1;
        int padding = Math.max(0, (axis.output() - 1) * axis.stride() + reach - axis.input());
        String pad = padding == 0 ? "" : padding % 2 == 0 ? " + 2·" + padding / 2 : " + " + padding;
        boolean whole = (axis.input() + padding - reach) % axis.stride() == 0;
        String quotient = "(" + axis.input() + pad + " − " + reach + ")/" + axis.stride();
        return (whole ? quotient : "⌊" + quotient + "⌋") + " + 1 = " + axis.output();
    }

    private static String products(Optional<Window> window, List<Weights> weights, PlannedLayer.Extent extent) {
        if (weights.isEmpty()) {
            return "";
        }
        Weights kernel = weights.get(0);
        long places = window.map(slides ->
                        (long) slides.rows().output() * slides.columns().output())
                .orElse(1L);
        String each = lengths(kernel.shape(), "·");
        return places * kernel.count() != extent.multiplyAdds()
                ? ""
                : window.map(slides ->
                                sides(slides.rows().output(), slides.columns().output()) + " places · " + each)
                        .orElse(each);
    }

    /** {@code 3 + (3 − 1)·2 = 7}: what was seen before, and how much farther a window reaches in steps of the layer before. */
    private static String field(Window window, PlannedLayer.ReceptiveField before, PlannedLayer.ReceptiveField after) {
        String rows = field(
                window.rows(),
                before.size().height(),
                before.step().height(),
                after.size().height());
        String columns = field(
                window.columns(),
                before.size().width(),
                before.step().width(),
                after.size().width());
        return rows.equals(columns) ? rows : rows + ", " + columns;
    }

    private static String field(Window.Axis axis, int before, int step, int after) {
        String dilation = axis.dilation() == 1 ? "" : "·" + axis.dilation();
        return before + " + (" + axis.size() + " − 1)" + dilation + "·" + step + " = " + after;
    }

    private static String sides(int height, int width) {
        return height + " × " + width;
    }

    private static String lengths(Shape shape, String between) {
        List<String> lengths = new ArrayList<>();
        for (int length : shape.lengths()) {
            lengths.add("" + length);
        }
        return lengths.isEmpty() ? "1" : String.join(between, lengths);
    }

    /** {@code Output 28 × 28 × 8: (28 + 2·1 − 3)/1 + 1 = 28}. */
    @Override
    public String toString() {
        return name + " " + value + (how.isEmpty() ? "" : ": " + how);
    }
}
