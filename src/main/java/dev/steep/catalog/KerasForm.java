package dev.steep.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * How a pick is said in a Keras script: an expression such as {@code layers.Dense(10, activation="softmax")}, or, of a data
 * set, the statements that make it. A kind declares its own by {@link Kind#inKeras}. To be Keras' own call, its knobs have
 * Keras' names and defaults.
 */
@FunctionalInterface
public interface KerasForm {
    /**
     * The code of a pick.
     *
     * @param script takes what has to be imported, defined or said before it
     */
    String of(Choice choice, Python script);

    /** A call of a function or class: what Keras has no default for comes first, then by name what differs from its default. */
    static KerasForm call(String function) {
        return call(function, List.of());
    }

    /** The same, with knobs that are always said, because Keras has no default for them although the lab has. */
    static KerasForm call(String function, List<Knob<?>> always) {
        return (choice, script) -> function + "(" + String.join(", ", arguments(choice, always, script)) + ")";
    }

    /** A call of a class that writes a file, whose name comes first. */
    static KerasForm writing(String function, String file) {
        return (choice, script) -> {
            List<String> all = new ArrayList<>(List.of(Python.text(script.file(file))));
            all.addAll(arguments(choice, List.of(), script));
            return function + "(" + String.join(", ", all) + ")";
        };
    }

    /** Its name as a text, {@code "glorot_uniform"}, or with knobs set a call of the class of that name, {@code GlorotUniform}. */
    static KerasForm word(String module) {
        return (choice, script) -> choice.settings().isEmpty()
                ? Python.text(choice.kind().name())
                : call(module + "." + className(choice.kind().name())).of(choice, script);
    }

    private static String className(String name) {
        StringBuilder className = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean first = i == 0 || name.charAt(i - 1) == '_';
            char c = name.charAt(i);
            className.append(first && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return className.toString().replace("_", "");
    }

    /** Always this code. */
    static KerasForm code(String code) {
        return (choice, script) -> code;
    }

    private static List<String> arguments(Choice choice, List<Knob<?>> always, Python script) {
        List<String> arguments = new ArrayList<>();
        boolean first = true;
        for (Knob<?> knob : choice.kind().knobs()) {
            first &= knob.always() || always.contains(knob);
            if (first) {
                arguments.add(script.value(choice.get(knob)));
            } else if (choice.states(knob)) {
                arguments.add(argument(choice, knob, script));
            }
        }
        for (Knob<?> option : choice.kind().options()) {
            if (choice.states(option)
                    && !(option.domain() instanceof Domain.Name) // Keras may give the very same name
                    && !(option.domain()
                            instanceof Domain.Names)) { // what a layer takes from others stands in its call
                arguments.add(argument(choice, option, script));
            }
        }
        return arguments;
    }

    /** {@code units=10} */
    static String argument(Choice choice, Knob<?> knob, Python script) {
        return knob.name() + "=" + script.value(choice.get(knob));
    }
}
