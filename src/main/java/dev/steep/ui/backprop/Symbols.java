package dev.steep.ui.backprop;

import dev.steep.ui.backprop.Pass.Stop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the numbers of a pass are called. In a small network of dense layers, units are counted through as on a blackboard: inputs
 * first, then layer after layer, so that the weight from unit 4 to unit 6 is w₄₆, what unit 6 adds up is x₆, and what it gives y₆. In
 * others a number has its layer's name and its place, counted from 1.
 */
public final class Symbols {
    private static final int MOST_COUNTED = 30;
    private static final Map<String, String> GREEK =
            Map.of("gamma", "γ", "beta", "β", "mean", "μ", "moving_mean", "μ", "variance", "σ²");

    private final Pass pass;
    /** Of an output, how many units are counted before its first. */
    private final Map<String, Integer> before = new HashMap<>();

    private final boolean counted;

    public Symbols(Pass pass) {
        this.pass = pass;
        int units = Pass.size(pass.inputShape());
        boolean plain = pass.inputShape().length == 1;
        before.put(pass.input(), 0);
        for (Stop stop : pass.stops()) {
            before.put(stop.output(), units);
            before.put(stop.before(), units);
            units += Pass.size(stop.shape());
            plain &= stop.shape().length == 1 && stop.matrix().isPresent();
        }
        counted = plain && units <= MOST_COUNTED;
    }

    /** Whether units have numbers of their own. */
    public boolean counted() {
        return counted;
    }

    /** The number of a unit, or its place in its layer, from 1. */
    String unit(String output, int place) {
        return "" + ((counted ? before.getOrDefault(output, 0) : 0) + place + 1);
    }

    /** A symbol in MathML, without the element around it. */
    public String of(Place place) {
        String tensor = place.tensor();
        int at = tensor.lastIndexOf('/');
        String layer = at < 0 ? "" : tensor.substring(0, at);
        String what = tensor.substring(at + 1);
        if (tensor.equals("loss") || tensor.startsWith("loss/")) {
            boolean one = tensor.startsWith("loss/") && pass.samples() == 1; // before it is weighed
            return script(
                    one ? "L" : "ℓ",
                    pass.samples() > 1 && tensor.startsWith("loss/") ? "" + (place.index() + 1) : "",
                    "");
        }
        Optional<int[]> known = pass.shape(tensor);
        int[] shape = known.orElse(new int[] {1});
        int size = Pass.size(shape);
        boolean each = !pass.isWeight(tensor) && known.isPresent() || tensor.equals(pass.target());
        if (tensor.equals(pass.target())) {
            size = pass.stops().isEmpty()
                    ? 1
                    : Pass.size(pass.stops().get(pass.stops().size() - 1).shape());
            shape = new int[] {size};
        }
        int within = size > 0 ? place.index() % size : 0;
        String sample = each && pass.samples() > 1 ? "(" + (place.index() / size + 1) + ")" : "";
        if (tensor.equals(pass.input())) {
            return script("x", counted ? unit(tensor, within) : indices(within, shape, ""), sample);
        }
        if (tensor.equals(pass.target())) {
            String last = pass.stops().get(pass.stops().size() - 1).output();
            return script("t", counted ? unit(last, within) : indices(within, shape, ""), sample);
        }
        int stop = pass.stop(tensor);
        if (stop >= 0 && known.isPresent()) {
            Stop own = pass.stops().get(stop);
            String letter = letter(own, tensor, what);
            return script(letter, counted ? counted(own, within, shape) : indices(within, shape, layer), sample);
        }
        return script(
                GREEK.getOrDefault(what, what),
                known.isPresent() || layer.isEmpty() ? "" : layer + "," + (place.index() + 1),
                "");
    }

    private static String letter(Stop stop, String tensor, String what) {
        if (tensor.equals(stop.output())) {
            return "y";
        }
        if (tensor.equals(stop.before())) {
            return "x";
        }
        return switch (what) {
            case "kernel" -> "w";
            case "bias" -> "b";
            default -> GREEK.getOrDefault(what, what);
        };
    }

    /** 46, or 4,12. */
    private String counted(Stop stop, int within, int[] shape) {
        boolean matrix = shape.length == 2;
        String to = unit(stop.output(), matrix ? within % shape[1] : within);
        if (!matrix) {
            return to;
        }
        String from = unit(stop.from().get(0), within / shape[1]);
        return from.length() + to.length() > 2 ? from + "," + to : from + to;
    }

    private static String indices(int within, int[] shape, String layer) {
        StringBuilder text = new StringBuilder(layer);
        int rest = within;
        int block = Pass.size(shape);
        for (int length : shape) {
            block /= Math.max(1, length);
            text.append(text.length() > 0 ? "," : "").append(rest / block + 1);
            rest %= block;
        }
        return text.toString();
    }

    private static String script(String letter, String below, String above) {
        String base = "<mi>" + escaped(letter) + "</mi>";
        String sub = "<mtext>" + escaped(below) + "</mtext>";
        String sup = "<mtext>" + escaped(above) + "</mtext>";
        if (below.isEmpty()) {
            return above.isEmpty() ? base : "<msup>" + base + sup + "</msup>";
        }
        return above.isEmpty() ? "<msub>" + base + sub + "</msub>" : "<msubsup>" + base + sub + sup + "</msubsup>";
    }

    /** The derivative of the loss with respect to a number. */
    public String derivative(Place place) {
        return "<mfrac><mrow><mo>∂</mo><mi>ℓ</mi></mrow><mrow><mo>∂</mo>" + of(place) + "</mrow></mfrac>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a number is, in words: {@code what unit 2 of dense gives}. */
    public String words(Place place) {
        String tensor = place.tensor();
        if (tensor.startsWith("loss")) {
            return tensor.equals("loss") ? "the loss" : "the loss of a sample, before it is weighed and averaged";
        }
        Optional<int[]> known = pass.shape(tensor);
        if (known.isEmpty()) {
            return tensor + ", number " + (place.index() + 1);
        }
        int[] shape = known.get();
        int size = Pass.size(shape);
        int within = place.index() % size;
        String sample = !pass.isWeight(tensor) && pass.samples() > 1
                ? ", sample " + (place.index() / size + 1) + " of the batch"
                : "";
        if (tensor.equals(pass.input())) {
            return "input " + spot(within, shape) + sample;
        }
        Stop stop = pass.stops().get(pass.stop(tensor));
        String what = tensor.substring(tensor.lastIndexOf('/') + 1);
        if (tensor.equals(stop.output())) {
            return "what " + whose(stop, tensor, within, shape) + " gives" + sample;
        }
        if (tensor.equals(stop.before())) {
            return "what " + whose(stop, tensor, within, shape) + " adds up, before its activation" + sample;
        }
        if (what.equals("kernel") && shape.length == 2) {
            return "the weight of " + stop.name() + " from "
                    + (stop.from().get(0).equals(pass.input()) ? "input " : "unit ")
                    + unit(stop.from().get(0), within / shape[1]) + " to unit "
                    + unit(stop.output(), within % shape[1]);
        }
        if (what.equals("kernel") && shape.length == 4) {
            int filters = shape[3];
            return "the weight of " + stop.name() + ", kernel " + (within % filters + 1) + ", row "
                    + (within / (shape[1] * shape[2] * filters) + 1) + ", column "
                    + (within / (shape[2] * filters) % shape[1] + 1) + ", channel "
                    + (within / filters % shape[2] + 1);
        }
        return "the " + what.replace('_', ' ') + " of " + stop.name() + ", " + (shape.length == 1 ? "unit " : "place ")
                + (counted && shape.length == 1 ? unit(stop.output(), within) : spot(within, shape));
    }

    private String whose(Stop stop, String tensor, int within, int[] shape) {
        return shape.length == 1
                ? "unit " + unit(tensor, within) + " of " + stop.name()
                : stop.name() + " at " + spot(within, shape);
    }

    /** {@code 3}, or {@code row 2, column 5, channel 1}. */
    private String spot(int within, int[] shape) {
        return shape.length == 3
                ? "row " + (within / (shape[1] * shape[2]) + 1) + ", column " + (within / shape[2] % shape[1] + 1)
                        + ", channel " + (within % shape[2] + 1)
                : indices(within, shape, "");
    }
}
