package dev.steep.site.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.recipe.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kind as Keras' reference writes it, with all parameters and their defaults: {@code keras.layers.Dropout(rate=0.5)}. */
final class KerasSignature {
    private KerasSignature() {}

    static String of(Family family, Kind kind) {
        return function(family, kind) + "(" + String.join(", ", parameters(family, kind)) + ")";
    }

    private static String function(Family family, Kind kind) {
        return switch (family) {
            case FEATURE -> kind.name();
            case ACTIVATION -> keras(kind) ? "keras.activations." + kind.name() : kind.name();
            case LOSS -> "keras.losses." + kind.name();
            case INITIALIZER -> "keras.initializers." + className(kind.name());
            case LAYER, METRIC, OPTIMIZER, SCHEDULE, REGULARIZER, CONSTRAINT, CALLBACK -> called(family, kind);
            case DATA, FILE, COLUMN -> kind.name();
        };
    }

    /** Whether Keras has an activation of this name. */
    private static boolean keras(Kind kind) {
        String code = kind.choice().inKeras(new Python());
        return code.startsWith("\"") || code.contains("keras.activations.");
    }

    /** What its form in a script calls. */
    private static String called(Family family, Kind kind) {
        String code = kind.choice().inKeras(new Python());
        int bracket = code.indexOf('(');
        if (bracket < 0) {
            return family == Family.METRIC ? "keras.metrics." + className(kind.name()) : kind.name();
        }
        String function = code.substring(0, bracket);
        return function.startsWith("layers.") ? "keras." + function : function;
    }

    private static List<String> parameters(Family family, Kind kind) {
        List<String> parameters = new ArrayList<>();
        if (family == Family.ACTIVATION) {
            parameters.add("x");
        } else if (family == Family.LOSS) {
            parameters.addAll(List.of("y_true", "y_pred"));
        } else if (family == Family.CALLBACK) {
            file(kind.choice().inKeras(new Python())).ifPresent(parameters::add);
        }
        for (Knob<?> knob : kind.knobs()) {
            parameters.add(knob.always() ? knob.name() : knob.name() + "=" + value(knob.preset()));
        }
        return parameters;
    }

    /** The file that a call writes, which comes first and is no parameter of the lab's. */
    private static Optional<String> file(String call) {
        int start = call.indexOf("(\"");
        return start < 0 ? Optional.empty() : Optional.of(call.substring(start + 1, call.indexOf('"', start + 2) + 1));
    }

    /** A default as Python writes it; Keras calls the activation that changes nothing None. */
    static String value(Object preset) {
        if (preset instanceof Choice choice && choice.kind().name().equals("linear")
                || preset instanceof Optional<?> none && none.isEmpty()) {
            return "None";
        }
        return new Python().value(preset);
    }

    private static String className(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }
}
