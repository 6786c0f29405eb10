package dev.steep.browser;

import org.teavm.jso.JSBody;

/** Short texts that this browser keeps for the next visit. Where a page may not store anything, as in some frames, they are forgotten. */
public final class LastingNotes {
    private LastingNotes() {}

    /** What was written under this name, or the empty text. */
    @JSBody(
            params = "name",
            script = "try { return localStorage.getItem(name) || ''; } catch (forbidden) { return ''; }")
    public static native String read(String name);

    /** Writes a text, if that is allowed and there is room; the empty text removes what is there. */
    @JSBody(
            params = {"name", "text"},
            script =
                    "try { text ? localStorage.setItem(name, text) : localStorage.removeItem(name); } catch (forbidden) { }")
    public static native void write(String name, String text);
}
