package dev.steep.keras;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that Keras gives to layers without one: their class in small letters, the second of a class with {@code _1}. Where
 * the lab's name is another, it is said.
 */
final class AutomaticNames {
    private final Map<String, Integer> used = new HashMap<>();

    /** The call of a layer, with its name among the arguments if Keras would give it another. */
    String named(String call, String name) {
        String base = snake(call.substring(call.indexOf('.') + 1, call.indexOf('(')));
        int before = used.getOrDefault(base, 0);
        if (name.equals(before == 0 ? base : base + "_" + before)) {
            used.put(base, before + 1);
            return call;
        }
        String open = call.substring(0, call.length() - 1);
        return open + (open.endsWith("(") ? "" : ", ") + "name=" + dev.steep.catalog.Python.text(name) + ")";
    }

    /** An underscore before a capital that follows a small letter, and before one that begins a word. */
    private static String snake(String className) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < className.length(); i++) {
            char c = className.charAt(i);
            boolean afterSmall = i > 0 && isSmall(className.charAt(i - 1));
            boolean word = i > 0 && i + 1 < className.length() && isSmall(className.charAt(i + 1));
            if (isCapital(c) && (afterSmall || word)) {
                name.append('_');
            }
            name.append(isCapital(c) ? (char) (c - 'A' + 'a') : c);
        }
        return name.toString();
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
