package dev.steep.data;

import java.util.List;

/** How notices put numbers and lists. */
final class Say {
    private static final int SHOWN = 5;

    private Say() {}

    /** A whole number with separators: 60,000. */
    static String number(double whole) {
        StringBuilder text = new StringBuilder("" + (long) Math.abs(whole));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (whole < 0 ? "-" : "") + text;
    }

    /** A number and its noun: 1 row, 2 rows. */
    static String count(int count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** The first few: a, b, c and 4 more. */
    static String list(List<String> items) {
        int rest = items.size() - SHOWN;
        return rest <= 0
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, SHOWN)) + " and " + number(rest) + " more";
    }

    /** Text from a file, shortened for a sentence. */
    static String quote(String text) {
        return "\"" + (text.length() > 30 ? text.substring(0, 29) + "…" : text) + "\"";
    }
}
