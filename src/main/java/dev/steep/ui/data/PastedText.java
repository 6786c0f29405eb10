package dev.steep.ui.data;

import elemental2.dom.Blob;
import elemental2.dom.DataTransfer;
import elemental2.dom.Event;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;

/** What was pasted. */
final class PastedText {
    private static final int SMALLEST = 8;

    private PastedText() {}

    /** Whether a text is a table: two lines at least, with something that separates cells in the first two. */
    static boolean isTable(String text) {
        int first = text.indexOf('\n');
        int end = text.indexOf('\n', first + 1);
        if (first < 0 || text.length() < SMALLEST) {
            return false;
        }
        String above = text.substring(0, first);
        String below = text.substring(first + 1, end < 0 ? text.length() : end);
        for (char delimiter : new char[] {'\t', ';', ','}) {
            if (above.indexOf(delimiter) >= 0 && below.indexOf(delimiter) >= 0) {
                return true;
            }
        }
        return false;
    }

    @JSBody(params = "event", script = "return event.clipboardData || null;")
    static native @Nullable DataTransfer of(Event event);

    /** Whether nothing else may want it, such as a field, or cards that take Keras code: the page itself has the focus, or the data. */
    @JSBody(
            params = "event",
            script = "var at = event.target;"
                    + "if (!at || at === document || at === document.body) return true;"
                    + "return !!at.closest && !at.closest('input, textarea, select, [contenteditable]')"
                    + " && !!at.closest('.side-data');")
    static native boolean isFree(Event event);

    @JSBody(params = "text", script = "return new Blob([text], {type: 'text/csv'});")
    static native Blob blob(String text);
}
