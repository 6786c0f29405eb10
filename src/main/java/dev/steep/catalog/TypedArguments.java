package dev.steep.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody types behind a name in a hurry: {@code 6 5 tanh same}, {@code 3, strides=2}. Numbers are parameters by their place;
 * a word is the value of the first parameter that knows it; with a name and {@code =} it is that parameter's. All of it must be
 * understood.
 */
public final class TypedArguments {
    private TypedArguments() {}

    /** A pick with these arguments, between blanks or commas, in brackets or not; nothing if one is not understood. */
    public static Optional<Choice> of(Choice choice, String text) {
        Choice changed = choice;
        int place = 0;
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            Optional<Choice> next;
            if (equals > 0) {
                String value = word.substring(equals + 1);
                next = choice.kind().knob(word.substring(0, equals)).flatMap(read(changed, value));
            } else if (isNumber(word)) {
                next = choice.kind().knob(place++).flatMap(read(changed, word));
            } else {
                next = named(changed, word);
            }
            if (next.isEmpty()) {
                return next;
            }
            changed = next.get();
        }
        return Optional.of(changed);
    }

    private static boolean isNumber(String word) {
        int x = word.indexOf('x');
        return !Double.isNaN(Numbers.read(x > 0 ? word.substring(0, x) : word));
    }

    /** Of the first parameter or option that has such a value. */
    private static Optional<Choice> named(Choice choice, String word) {
        return choice.kind().all().stream()
                .filter(knob -> !(knob.domain() instanceof Domain.Text
                        || knob.domain() instanceof Domain.Name
                        || knob.domain() instanceof Domain.Names
                        || knob.domain() instanceof FormulaDomain))
                .flatMap(knob -> set(choice, knob, word).stream())
                .findFirst();
    }

    private static java.util.function.Function<Knob<?>, Optional<Choice>> read(Choice choice, String text) {
        return knob -> set(choice, knob, text);
    }

    private static <T> Optional<Choice> set(Choice choice, Knob<T> knob, String text) {
        Remarks remarks = new Remarks();
        T value = knob.domain().read(Phrase.read(text, remarks), choice.get(knob), knob.name(), remarks);
        return remarks.isEmpty() ? Optional.of(choice.with(knob, value)) : Optional.empty();
    }

    /** The words of a text; what stands in brackets within a word belongs to it, as in {@code leaky_relu(0.1)}. */
    private static List<String> words(String text) {
        String bare = text.strip();
        if (bare.startsWith("(")) {
            bare = bare.substring(1, bare.endsWith(")") ? bare.length() - 1 : bare.length());
        }
        List<String> words = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= bare.length(); i++) {
            char c = i < bare.length() ? bare.charAt(i) : ' ';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if ((c == ' ' || c == ',') && (depth <= 0 || i == bare.length())) {
                if (i > from) {
                    words.add(bare.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }
}
