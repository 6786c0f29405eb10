package dev.steep.ui.recovery;

import dev.steep.browser.SessionNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The experiments that a worker died of, so that they do not open by themselves again: not even when the page is loaded anew. Kept
 * are fingerprints of the last few, in the tab's session storage; without that, they last until the page is left.
 */
public final class StoppedRecipes {
    private static final String NAME = "steep-stopped";
    private static final int MOST = 20;
    private static final int DIGITS = 16;

    private final List<String> prints = new ArrayList<>();
    private final Consumer<String> note;

    /**
     * @param known what was noted before
     * @param note keeps what is to be known the next time
     */
    public StoppedRecipes(String known, Consumer<String> note) {
        this.note = note;
        for (int i = 0; i + DIGITS <= known.length() && prints.size() < MOST; i += DIGITS) {
            prints.add(known.substring(i, i + DIGITS));
        }
    }

    /** Those of this tab. */
    public static StoppedRecipes ofSession() {
        return new StoppedRecipes(SessionNotes.read(NAME), text -> SessionNotes.write(NAME, text));
    }

    /** @param recipe its link form, as the lab writes it */
    public boolean contains(String recipe) {
        return prints.contains(print(recipe));
    }

    public void add(String recipe) {
        prints.remove(print(recipe));
        prints.add(print(recipe));
        if (prints.size() > MOST) {
            prints.remove(0);
        }
        save();
    }

    public void remove(String recipe) {
        if (prints.remove(print(recipe))) {
            save();
        }
    }

    private void save() {
        note.accept(String.join("", prints));
    }

    /** FNV-1a of 64 bits, in hexadecimal. */
    static String print(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        String digits = Long.toHexString(hash);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
