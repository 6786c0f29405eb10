package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.network.layer.ActivationLayer;
import dev.steep.network.layer.Conv2D;
import dev.steep.network.layer.Dense;
import dev.steep.network.layer.Dropout;
import dev.steep.network.layer.Flatten;

/** A layer's settings in one line: {@code 8 @ 3×3 same relu}. */
final class LayerSummary {
    private LayerSummary() {}

    static String of(Choice layer) {
        if (layer.is(Conv2D.KIND)) {
            String strides = setting(layer, "strides");
            return setting(layer, "filters") + " @ " + sides(setting(layer, "kernel_size")) + " "
                    + setting(layer, "padding") + activation(layer, " ")
                    + (strides.equals("1") ? "" : " stride " + strides);
        }
        if (layer.is(Dense.KIND)) {
            return setting(layer, "units") + activation(layer, " · ");
        }
        if (layer.is(Dropout.KIND)) {
            return "rate " + setting(layer, "rate");
        }
        if (layer.is(ActivationLayer.KIND)) {
            return activation(layer);
        }
        if (layer.is(Flatten.KIND)) {
            return "to one row";
        }
        return layer.kind().knob("pool_size").isPresent()
                ? sides(setting(layer, "pool_size"))
                : layer.kind().title().toLowerCase();
    }

    /** A knob's value as links write it; empty if the layer has no such knob. */
    static String setting(Choice layer, String name) {
        return layer.kind().knob(name).map(knob -> written(layer, knob)).orElse("");
    }

    private static <T> String written(Choice layer, Knob<T> knob) {
        return knob.domain().write(layer.get(knob)).toString();
    }

    private static String activation(Choice layer, String before) {
        String name = activation(layer);
        return name.equals("linear") ? "" : before + name;
    }

    /** Its name; of a formula that somebody typed, the formula. */
    private static String activation(Choice layer) {
        String name = setting(layer, "activation");
        for (Knob<?> knob : layer.kind().knobs()) {
            if (knob.name().equals("activation") && layer.get(knob) instanceof Choice picked) {
                return picked.kind().formula().map(picked::get).orElse(name);
            }
        }
        return name;
    }

    /** {@code 3×3} for {@code 3}. */
    private static String sides(String pair) {
        return pair.contains("x") ? pair.replace("x", "×") : pair + "×" + pair;
    }
}
