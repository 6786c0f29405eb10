package dev.steep.keras;

import java.util.List;
import java.util.Optional;

/** What stands in a line of Python, as far as networks are written with it. */
sealed interface PythonValue {
    /** A number, True, False, None, or what has a name: {@code keras.activations.relu}. */
    record Word(String text) implements PythonValue {
        /** Behind the last dot. */
        String last() {
            return text.substring(text.lastIndexOf('.') + 1);
        }
    }

    /** A text in quotation marks. */
    record Text(String text) implements PythonValue {}

    /** A list or a tuple. */
    record Items(List<PythonValue> all) implements PythonValue {}

    /**
     * A call: {@code layers.Dense(10)}, and what is called with what it returns: {@code layers.Dense(10)(x)}.
     *
     * @param function what is called
     * @param then the arguments of the second call, if there is one
     */
    record Call(Word function, List<Argument> arguments, Optional<List<Argument>> then) implements PythonValue {}

    /** Anything else, as it was written. */
    record Other(String text) implements PythonValue {}

    /** An argument of a call; its name is empty if it has none. */
    record Argument(String name, PythonValue value) {}

    /** A line that gives a value a name, or just has one; then the name is empty. */
    record Statement(String name, PythonValue value) {}
}
