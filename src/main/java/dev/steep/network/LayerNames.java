package dev.steep.network;

import dev.steep.catalog.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for layers as Keras gives them: {@code conv2d}, {@code conv2d_1}, {@code max_pooling2d}. */
public final class LayerNames {
    private final Map<String, Integer> used = new HashMap<>();

    /** The names of these layers, first to last. */
    public static List<String> of(List<Choice> layers) {
        LayerNames names = new LayerNames();
        return layers.stream().map(layer -> names.next(layer.kind().name())).toList();
    }

    /** The next name for a layer of this kind. */
    String next(String kind) {
        String base = snake(kind);
        int count = used.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "_" + (count - 1);
    }

    /** An underscore before each capital that follows a small letter. */
    private static String snake(String kind) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < kind.length(); i++) {
            boolean capital = isCapital(kind.charAt(i));
            if (capital && i > 0 && kind.charAt(i - 1) >= 'a' && kind.charAt(i - 1) <= 'z') {
                name.append('_');
            }
            name.append(capital ? (char) (kind.charAt(i) - 'A' + 'a') : kind.charAt(i));
        }
        return name.toString();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
