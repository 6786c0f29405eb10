package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Python;
import dev.steep.catalog.Remarks;
import dev.steep.keras.PythonValue.Argument;
import dev.steep.keras.PythonValue.Call;
import dev.steep.keras.PythonValue.Items;
import dev.steep.keras.PythonValue.Other;
import dev.steep.keras.PythonValue.Statement;
import dev.steep.keras.PythonValue.Text;
import dev.steep.keras.PythonValue.Word;
import dev.steep.math.Characters;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.core.ActivationLayer;
import dev.steep.recipe.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads layers from Keras code: {@code keras.Sequential([...])}, lines of {@code layers.X(...)}, {@code model.add(...)}, and the functional
 * interface as far as its layers are a row with shortcuts. Positional arguments stand in Keras' order. Never throws: what is not
 * understood is left out, and said.
 */
public final class KerasReader {
    /** More text than any network of 64 layers takes. */
    private static final int LONGEST = 40_000;

    private static final String KERAS_FORMAT = "data_format";
    private static final String LEAKY_LAYER = "LeakyReLU";
    private static final String NEGATIVE_SLOPE = "negative_slope";

    /** Where Keras has parameters between those that there are here. */
    private static final Map<String, String> ORDER = Map.ofEntries(
            order("Conv2D", "filters kernel_size strides padding data_format dilation_rate groups activation use_bias"),
            order("Conv1D", "filters kernel_size strides padding data_format dilation_rate groups activation use_bias"),
            order(
                    "DepthwiseConv2D",
                    "kernel_size strides padding depth_multiplier data_format dilation_rate activation use_bias"),
            order(
                    "SeparableConv2D",
                    "filters kernel_size strides padding data_format dilation_rate depth_multiplier activation use_bias"),
            order("BatchNormalization", "axis momentum epsilon center scale"),
            order("LayerNormalization", "axis epsilon center scale"),
            order("Normalization", "axis mean variance invert"),
            order("PReLU", "alpha_initializer alpha_regularizer alpha_constraint shared_axes"),
            order("UpSampling2D", "size data_format interpolation"),
            order("RandomRotation", "factor fill_mode interpolation seed fill_value"),
            order("RandomTranslation", "height_factor width_factor fill_mode interpolation seed fill_value"),
            order("RandomZoom", "height_factor width_factor fill_mode interpolation seed fill_value"));

    /** Parameters that change nothing of what the layer computes here. */
    private static final List<String> PASSED_OVER = List.of(
            "input_shape",
            "input_dim",
            "batch_input_shape",
            "batch_size",
            "dtype",
            KERAS_FORMAT,
            "seed",
            "noise_shape",
            "interpolation");

    /** Calls that belong to a script around a network. */
    private static final List<String> AROUND = List.of(
            "Input", "InputLayer", "Model", "compile", "fit", "summary", "evaluate", "predict", "set_random_seed");

    /** Functions that are layers which join others, by another name: {@code layers.add([x, y])} is {@code layers.Add()([x, y])}. */
    private static final Map<String, String> JOINS = Map.of(
            "add", "Add",
            "subtract", "Subtract",
            "multiply", "Multiply",
            "average", "Average",
            "maximum", "Maximum",
            "minimum", "Minimum",
            "concatenate", "Concatenate");

    private static final String PROMPT = ">>> ";

    /**
     * What was read.
     *
     * @param layers first to last, each with a name
     * @param remarks a sentence for everything that was not understood
     */
    public record Result(List<Choice> layers, List<String> remarks) {}

    private static Map.Entry<String, String> order(String layer, String parameters) {
        return Map.entry(layer, parameters);
    }

    private final Remarks remarks = new Remarks();
    private final List<Choice> layers = new ArrayList<>();

    /** For each layer the places of those that it reads besides the one before it. */
    private final List<List<Integer>> sources = new ArrayList<>();

    private final Map<String, Integer> variables = new HashMap<>();
    private final Map<String, PythonValue> constants = new HashMap<>();

    private KerasReader() {}

    /** Reads a text. */
    public static Result read(String text) {
        return new KerasReader().result(Characters.wellFormed(Characters.cut(text, LONGEST)));
    }

    private Result result(String text) {
        for (Statement statement : PythonReader.read(withoutPrompts(text))) {
            if (!statement.name().isEmpty() && isConstant(statement.value())) {
                constants.put(statement.name(), statement.value());
            }
            int place = top(statement.value());
            if (!statement.name().isEmpty() && place >= NetworkSection.INPUT) {
                variables.put(statement.name(), place);
            }
        }
        if (hasLoop(text)) {
            remarks.say("The layers in a loop are read once. Paste or duplicate them as often as they are meant.");
        }
        return new Result(wired(), remarks.sentences());
    }

    /** Lines as Python's prompt shows them. */
    private static String withoutPrompts(String text) {
        return text.startsWith(PROMPT) || text.contains("\n" + PROMPT)
                ? ("\n" + text).replace("\n" + PROMPT, "\n").replace("\n... ", "\n")
                : text;
    }

    /** Whether layers are added in the lines of a loop. */
    private static boolean hasLoop(String text) {
        int loop = -1; // how far the loop is indented
        for (String line : Characters.parts(text, '\n')) {
            String words = line.strip();
            int indent = line.indexOf(words);
            if (words.startsWith("for ") || words.startsWith("while ")) {
                loop = loop < 0 ? indent : Math.min(loop, indent);
            } else if (loop >= 0 && !words.isEmpty()) {
                loop = indent > loop ? loop : -1;
            }
            if (loop >= 0 && (words.contains(".add(") || words.contains("layers."))) {
                return true;
            }
        }
        return false;
    }

    /** A number, a text, or several: {@code units = 64}. */
    private static boolean isConstant(PythonValue value) {
        return value instanceof Text
                || value instanceof Word word && Character.isDigit(word.text().charAt(0))
                || value instanceof Items items && items.all().stream().allMatch(KerasReader::isConstant);
    }

    /** A layer that takes others' outputs names them. */
    private List<Choice> wired() {
        List<Choice> named = new ArrayList<>(new LayerNames().given(layers, remarks));
        for (int i = 0; i < named.size(); i++) {
            List<String> from = new ArrayList<>();
            for (int source : sources.get(i)) {
                from.add(source < 0 ? "input" : LayerNames.name(named.get(source)));
            }
            if (!from.isEmpty()
                    && named.get(i).kind().knob(LayerOptions.FROM.name()).isPresent()) {
                named.set(i, named.get(i).with(LayerOptions.FROM, from));
            }
        }
        return List.copyOf(named);
    }

    /** The place of the layer whose output a value is; below {@link NetworkSection#INPUT} if it is none's. */
    private int top(PythonValue value) {
        if (value instanceof Items items) {
            items.all().forEach(this::top);
        } else if (value instanceof Word word) {
            return variables.getOrDefault(word.text(), NetworkSection.INPUT - 1);
        } else if (value instanceof Call call) {
            String function = call.function().last();
            if (isJoin(call)) {
                List<Argument> arguments = call.arguments();
                return layer(new Call(
                        new Word(JOINS.getOrDefault(function, function)),
                        arguments.subList(1, arguments.size()),
                        Optional.of(List.of(new Argument("", arguments.get(0).value())))));
            } else if (function.equals("Sequential") || function.equals("add")) {
                call.arguments().stream()
                        .filter(argument ->
                                argument.name().isEmpty() || argument.name().equals("layers"))
                        .forEach(argument -> top(argument.value()));
            } else if (function.startsWith("Input")) {
                return NetworkSection.INPUT;
            } else if (!AROUND.contains(function)) {
                return layer(call);
            }
        }
        return NetworkSection.INPUT - 1;
    }

    /** Not {@code model.add}, whose argument is a layer. */
    private static boolean isJoin(Call call) {
        String function = call.function().text();
        String last = call.function().last();
        return JOINS.containsKey(last)
                && (function.equals(last) || function.equals("layers." + last) || function.endsWith(".layers." + last))
                && !call.arguments().isEmpty()
                && call.arguments().get(0).value() instanceof Items;
    }

    private int layer(Call call) {
        List<Integer> inputs = call.then().map(this::inputs).orElse(List.of(layers.size() - 1));
        String function = call.function().last();
        boolean layer = !function.isEmpty() && Character.isUpperCase(function.charAt(0));
        if (!layer) {
            return NetworkSection.INPUT - 1; // some other function of Python's
        }
        int before = layers.size() - 1;
        Domain.Many row = (Domain.Many) Parts.LAYERS.knob().domain();
        row.item(phrase(call), layers.size(), remarks).ifPresent(read -> {
            List<Integer> others = new ArrayList<>(inputs);
            if (!others.remove((Object) before) && !inputs.isEmpty()) {
                remarks.say(function
                        + " takes another layer than the one before it, which only layers that join several can"
                        + " do here; it takes the one before it.");
            }
            layers.add(read);
            sources.add(others);
        });
        return layers.size() - 1;
    }

    private List<Integer> inputs(List<Argument> arguments) {
        List<Integer> places = new ArrayList<>();
        for (Argument argument : arguments) {
            List<PythonValue> values =
                    argument.value() instanceof Items items ? items.all() : List.of(argument.value());
            for (PythonValue value : values) {
                int place = argument.name().isEmpty() ? top(value) : NetworkSection.INPUT - 1;
                if (place >= NetworkSection.INPUT) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** The call as a link would say it. */
    private Phrase phrase(Call call) {
        String function = call.function().last();
        Optional<Kind> kind = Layers.kinds().stream()
                .filter(each -> each.names().contains(function))
                .findFirst();
        if (kind.isEmpty()) {
            return new Domain.Pick(Activation::kinds).knows(function) ? activation(call) : Phrase.of(function);
        }
        List<Phrase.Argument> arguments = new ArrayList<>();
        List<String> order = order(kind.get());
        int position = 0;
        for (Argument argument : call.arguments()) {
            String name = inKeras3(function, argument.name());
            if (name.isEmpty()) {
                name = position < order.size() ? order.get(position) : "";
                position++;
            }
            if (!PASSED_OVER.contains(name) || kind.get().knob(name).isPresent()) {
                arguments.add(new Phrase.Argument(
                        name, value(argument.value(), kind.get().knob(name))));
            }
        }
        return new Phrase(kind.get().name(), arguments);
    }

    static List<String> order(Kind kind) {
        String order = ORDER.get(kind.name());
        return order == null ? kind.knobs().stream().<String>map(Knob::name).toList() : Characters.parts(order, ' ');
    }

    /** A parameter's name in Keras 3: its slope was called alpha before. */
    private static String inKeras3(String function, String parameter) {
        return parameter.equals("alpha") && (function.equals(LEAKY_LAYER) || function.equals("leaky_relu"))
                ? NEGATIVE_SLOPE
                : parameter;
    }

    /** A layer that is an activation, such as {@code LeakyReLU(0.1)}. */
    private Phrase activation(Call call) {
        List<Phrase.Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            String name = argument.name().equals("alpha") ? NEGATIVE_SLOPE : argument.name(); // as in Keras 2
            arguments.add(new Phrase.Argument(name, value(argument.value(), Optional.empty())));
        }
        Phrase picked = new Phrase(call.function().last(), arguments);
        return new Phrase(
                ActivationLayer.KIND.name(), List.of(new Phrase.Argument(ActivationLayer.ACTIVATION.name(), picked)));
    }

    private Phrase value(PythonValue given, Optional<Knob<?>> knob) {
        PythonValue value = given instanceof Word name ? constants.getOrDefault(name.text(), given) : given;
        if (value instanceof Text text) {
            boolean anyCase = knob.filter(each -> each.name().equals("padding")).isPresent(); // as in Keras
            return Phrase.of(anyCase ? text.text().toLowerCase(Locale.ROOT) : text.text());
        }
        if (value instanceof Word word) {
            String last = Character.isDigit(word.text().charAt(0))
                            || "+-.".indexOf(word.text().charAt(0)) >= 0
                    ? word.text().replace("_", "")
                    : word.last();
            return Phrase.of(last);
        }
        if (value instanceof Items items) {
            boolean sides = knob.filter(each -> isSides(each.domain())).isPresent();
            List<Phrase> all = items.all().stream()
                    .map(each -> value(each, Optional.empty()))
                    .toList();
            return sides
                    ? Phrase.of(String.join("x", all.stream().map(Phrase::word).toList()))
                    : all.size() == 1
                            ? all.get(0)
                            : new Phrase(
                                    "", all.stream().map(Phrase.Argument::of).toList());
        }
        if (value instanceof Call call) {
            List<Phrase.Argument> arguments = new ArrayList<>();
            for (Argument each : call.arguments()) {
                if (!PASSED_OVER.contains(each.name())) {
                    String name = inKeras3(call.function().last(), each.name());
                    arguments.add(new Phrase.Argument(name, value(each.value(), Optional.empty())));
                }
            }
            if (arguments.isEmpty() && call.function().last().equals(LEAKY_LAYER)) {
                arguments.add(new Phrase.Argument(NEGATIVE_SLOPE, Phrase.of("0.3"))); // the layer's, not the function's
            }
            return new Phrase(call.function().last(), arguments);
        }
        return Phrase.of(((Other) value).text());
    }

    private static boolean isSides(Domain<?> domain) {
        return domain instanceof Domain.Sides
                || domain instanceof Domain.Maybe<?> maybe && maybe.domain() instanceof Domain.Sides;
    }

    /**
     * Layers as Keras code, a line for each, as they stand in the list of {@code keras.Sequential}; {@link #read} reads it. Names that
     * the numbering gave are left out.
     */
    public static String write(List<Choice> layers) {
        Python script = new Python();
        List<String> lines = new ArrayList<>();
        for (Choice layer : layers) {
            String code = layer.inKeras(script);
            String open = code.substring(0, code.length() - 1);
            String name = LayerNames.name(layer);
            script.takeNotes().forEach(note -> lines.add("# " + Python.comment(note)));
            lines.add(
                    isAutomatic(layer, name)
                            ? code + ","
                            : open + (open.endsWith("(") ? "" : ", ") + "name=" + Python.text(name) + "),");
        }
        List<String> all = new ArrayList<>(script.takeDefinitions());
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    /** {@code conv2d} and {@code conv2d_3} of a Conv2D. */
    private static boolean isAutomatic(Choice layer, String name) {
        String base = new LayerNames().of(List.of(layer.kind().choice())).get(0);
        String rest = name.startsWith(base) ? name.substring(base.length()) : name;
        boolean number = rest.startsWith("_") && rest.length() > 1;
        for (int i = 1; i < rest.length(); i++) {
            number &= Character.isDigit(rest.charAt(i));
        }
        return name.isEmpty() || rest.isEmpty() || number;
    }
}
