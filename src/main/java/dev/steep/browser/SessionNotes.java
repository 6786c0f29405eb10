package dev.steep.browser;

import org.teavm.jso.JSBody;

/** Short texts that last as long as the tab, reloads included. Where a page may not store anything, they are gone with it. */
public final class SessionNotes {
    private SessionNotes() {}

    /** What was written under this name, or the empty text. */
    @JSBody(
            params = "name",
            script = "try { return sessionStorage.getItem(name) || ''; } catch (forbidden) { return ''; }")
    public static native String read(String name);

    /** Writes a text, if that is allowed and there is room. */
    @JSBody(
            params = {"name", "text"},
            script = "try { sessionStorage.setItem(name, text); } catch (forbidden) { }")
    public static native void write(String name, String text);
}
