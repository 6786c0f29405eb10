package dev.steep.data;

import dev.steep.catalog.Numbers;
import java.util.List;

/** How notices put lists and text from files. */
final class Say {
    private static final int SHOWN = 5;

    private Say() {}

    /** The first few: a, b, c and 4 more. */
    static String list(List<String> items) {
        int rest = items.size() - SHOWN;
        return rest <= 0
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, SHOWN)) + " and " + Numbers.grouped(rest) + " more";
    }

    /** Text from a file, shortened for a sentence. */
    static String quote(String text) {
        return "\"" + (text.length() > 30 ? text.substring(0, 29) + "…" : text) + "\"";
    }
}
