package dev.steep.ui.element;

import elemental2.dom.Clipboard;
import elemental2.dom.DomGlobal;
import java.util.function.Consumer;

/** Copies texts. */
public final class Clipboards {
    private static final String REFUSED = "This browser lets no page copy.";

    private Clipboards() {}

    /** @param said takes a sentence: that it is copied, or that it could not be */
    public static void copy(String text, Consumer<String> said) {
        Clipboard clipboard = DomGlobal.navigator.clipboard;
        if (clipboard == null) { // of a page that came without https
            said.accept(REFUSED);
            return;
        }
        clipboard
                .writeText(text)
                .then(
                        done -> {
                            said.accept("Copied.");
                            return null;
                        },
                        refused -> {
                            said.accept(REFUSED);
                            return null;
                        });
    }
}
