package dev.steep.ui.network;

import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;

/** Ctrl+C and Ctrl+V where a layer has the focus; anywhere else they are the browser's. */
final class StripClipboard {
    private StripClipboard() {}

    /**
     * Listens for both.
     *
     * @param copy the text of what is copied
     * @param paste takes a text
     */
    static void install(HTMLElement row, Supplier<String> copy, Consumer<String> paste) {
        DomGlobal.document.addEventListener("copy", event -> {
            if (has(row) && DomGlobal.window.getSelection().isCollapsed) {
                write(event, copy.get());
                event.preventDefault();
            }
        });
        DomGlobal.document.addEventListener("paste", event -> {
            String text = has(row) ? read(event) : "";
            if (!text.isEmpty()) {
                event.preventDefault();
                paste.accept(text);
            }
        });
    }

    private static boolean has(HTMLElement row) {
        Element focus = DomGlobal.document.activeElement;
        return focus != null && row.contains(focus);
    }

    @JSBody(
            params = {"event", "text"},
            script = "event.clipboardData.setData('text/plain', text);")
    private static native void write(Event event, String text);

    @JSBody(params = "event", script = "return event.clipboardData ? event.clipboardData.getData('text/plain') : '';")
    private static native String read(Event event);
}
