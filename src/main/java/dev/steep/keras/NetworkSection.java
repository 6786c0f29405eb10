package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.Plan;
import dev.steep.network.PlannedLayer;
import dev.steep.network.Problem;
import dev.steep.network.layer.LayerOptions;
import dev.steep.recipe.Parts;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code model}: a chain of layers by keras.Sequential, any other graph by Keras' functional interface. */
final class NetworkSection {
    private static final String INDENT = "    ";

    /** In place of a layer among the sources of another: the input. */
    static final int INPUT = -1;

    private NetworkSection() {}

    /**
     * A layer as code.
     *
     * @param name what the lab calls it
     * @param code the call that makes it
     * @param notes sentences for comments before it
     * @param sources places of the layers that it reads, or {@link #INPUT}
     * @param merges whether Keras calls it with a list, even of one
     */
    record Node(String name, String code, List<String> notes, List<Integer> sources, boolean merges) {
        String part() {
            return Parts.LAYERS.name() + "." + name;
        }
    }

    static void write(ScriptWriter script) {
        List<Node> nodes = nodes(script);
        script.heading("Network", Parts.LAYERS.name());
        script.plan().ifPresent(plan -> plan.problems().stream()
                .filter(Problem::stops)
                .forEach(problem -> script.comment(
                        Parts.LAYERS.name(), "", "This network cannot be trained yet. " + problem.sentence())));
        write(script, nodes);
        adapt(script, nodes);
        script.code("", "model.summary()");
    }

    /** Layers that measure the training part do it before training. */
    private static void adapt(ScriptWriter script, List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (!Layers.of(script.recipe().layers().get(i)).adapts()) {
                continue;
            }
            Node node = nodes.get(i);
            String layer = "model.get_layer(" + Python.text(node.name()) + ")";
            String given = node.sources().get(0) == INPUT
                    ? "x_train"
                    : "keras.Model(model.inputs, " + layer + ".input).predict(x_train)";
            script.code(node.part(), layer + ".adapt(" + given + ")");
        }
    }

    /** The layers, with the functions that they need already written. */
    private static List<Node> nodes(ScriptWriter script) {
        List<Choice> layers = script.recipe().layers();
        List<String> names = script.plan().map(Plan::layers).orElse(List.of()).stream()
                .map(PlannedLayer::name)
                .toList();
        List<List<Integer>> sources = script.plan().map(Plan::layers).orElse(List.of()).stream()
                .map(PlannedLayer::inputs)
                .toList();
        names = names.isEmpty() ? new LayerNames().of(layers) : names;
        AutomaticNames automatic = new AutomaticNames();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String code = automatic.named(layers.get(i).inKeras(script.python()), names.get(i));
            List<String> notes = script.python().takeNotes();
            boolean merges = layers.get(i).kind().knob(LayerOptions.FROM.name()).isPresent()
                    && !code.startsWith("layers.Identity(");
            Node node =
                    new Node(names.get(i), code, notes, sources.isEmpty() ? List.of(i - 1) : sources.get(i), merges);
            script.definitions(node.part());
            nodes.add(node);
        }
        return nodes;
    }

    /** The statements that make a model of these layers. */
    static void write(ScriptWriter script, List<Node> nodes) {
        script.python().needs("from keras import layers");
        boolean chain = true;
        for (int i = 0; i < nodes.size(); i++) {
            chain &= nodes.get(i).sources().equals(List.of(i - 1))
                    && !nodes.get(i).merges();
        }
        if (chain) {
            sequential(script, nodes);
        } else {
            functional(script, nodes);
        }
    }

    private static void sequential(ScriptWriter script, List<Node> nodes) {
        script.code("", "model = keras.Sequential([");
        script.code(Parts.DATA.name(), INDENT + "keras.Input(shape=" + shape(script) + "),");
        for (Node node : nodes) {
            node.notes().forEach(note -> script.comment(node.part(), INDENT, note));
            script.code(node.part(), INDENT + node.code() + ",");
        }
        script.code("", "])");
    }

    private static void functional(ScriptWriter script, List<Node> nodes) {
        String input = "inputs";
        script.code(Parts.DATA.name(), input + " = keras.Input(shape=" + shape(script) + ")");
        for (Node node : nodes) {
            node.notes().forEach(note -> script.comment(node.part(), "", note));
            List<String> read = node.sources().stream()
                    .map(place -> place == INPUT ? input : variable(nodes.get(place)))
                    .toList();
            String argument = read.size() == 1 && !node.merges() ? read.get(0) : "[" + String.join(", ", read) + "]";
            script.code(node.part(), variable(node) + " = " + node.code() + "(" + argument + ")");
        }
        script.code("", "model = keras.Model(" + input + ", " + variable(nodes.get(nodes.size() - 1)) + ")");
    }

    /** A layer's name, which none of the script's own variables has. */
    private static String variable(Node node) {
        StringBuilder variable = new StringBuilder("layer_");
        for (char c : node.name().toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            variable.append(plain ? c : '_');
        }
        return variable.toString();
    }

    private static String shape(ScriptWriter script) {
        int[] shape = script.data().inputShape();
        if (shape.length == 0) {
            return "x.shape[1:]";
        }
        StringBuilder text = new StringBuilder("(" + shape[0]);
        for (int i = 1; i < shape.length; i++) {
            text.append(", ").append(shape[i]);
        }
        return text.append(shape.length == 1 ? ",)" : ")").toString();
    }
}
