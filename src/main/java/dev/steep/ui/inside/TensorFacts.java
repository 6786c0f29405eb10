package dev.steep.ui.inside;

import elemental2.core.Global;
import elemental2.core.JsArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * A named value of the tape, as the page knows it.
 *
 * @param name as in scripts: {@code dense/kernel/gradient}
 * @param role parameter, state, slot, input, scalar, activation, mask or gradient
 * @param shape without the batch
 * @param batched whether there is one for each sample
 */
record TensorFacts(String name, String role, int[] shape, boolean batched) {
    /** Reads the answer to {@code Inquiry.Names}. */
    static List<TensorFacts> read(String json) {
        JsArray<Object> names = Js.uncheckedCast(Global.JSON.parse(json));
        List<TensorFacts> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            JsPropertyMap<Object> each = Js.uncheckedCast(names.getAt(i));
            JsArray<Object> lengths = Js.uncheckedCast(each.get("shape"));
            int[] shape = new int[lengths.length];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = Js.coerceToInt(lengths.getAt(axis));
            }
            all.add(new TensorFacts(
                    Js.asString(each.get("name")),
                    Js.asString(each.get("role")),
                    shape,
                    Js.isTruthy(each.get("batched"))));
        }
        return all;
    }

    /** How many numbers it has. */
    int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** Whether it has all of some words in its name or role. */
    boolean matches(String search) {
        String text = name + " " + role;
        StringTokenizer words = new StringTokenizer(search.toLowerCase(Locale.ROOT));
        while (words.hasMoreTokens()) {
            if (!text.contains(words.nextToken())) {
                return false;
            }
        }
        return true;
    }

    /** What its numbers are, in a sentence. */
    String about() {
        return switch (role) {
            case "parameter" -> "A weight: training changes it by its gradient.";
            case "state" -> "A state: its layer changes it in training, without a gradient.";
            case "slot" -> "What the optimizer remembers of a parameter from step to step.";
            case "gradient" ->
                "How the loss of the last batch changes with each number"
                        + (batched ? "; of the first sample in it." : ".");
            case "mask" ->
                "Random numbers of the last training step" + (batched ? "; of the first sample in it." : ".");
            case "scalar" -> "One number that is set before each batch.";
            case "input" -> "What the network is given.";
            default -> "What a step computes.";
        };
    }
}
