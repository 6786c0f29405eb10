package dev.steep.ui.state;

import dev.steep.browser.SessionNotes;
import dev.steep.math.Characters;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often test parts were opened, so that neither a new worker nor a reloaded page forgets it. */
final class TestNotes {
    private static final String NAME = "steep-tests";
    private static final int MOST = 100;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    TestNotes() {
        for (String each : Characters.parts(SessionNotes.read(NAME), ' ')) {
            int colon = each.indexOf(':');
            if (colon > 0 && counts.size() < MOST) {
                counts.put(each.substring(0, colon), count(each.substring(colon + 1)));
            }
        }
    }

    private static int count(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException changed) {
            return 0;
        }
    }

    /** @param test what tells a test part from others */
    int opened(int test) {
        return counts.getOrDefault("" + test, 0);
    }

    void opened(int test, int count) {
        counts.put("" + test, count);
        StringBuilder text = new StringBuilder();
        counts.forEach(
                (each, times) -> text.append(each).append(':').append(times).append(' '));
        SessionNotes.write(NAME, text.toString());
    }
}
