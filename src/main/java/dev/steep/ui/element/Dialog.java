package dev.steep.ui.element;

import elemental2.dom.HTMLElement;
import elemental2.dom.Node;
import org.teavm.jso.JSBody;

/**
 * A dialog over the page, with a title and a button that closes it; Escape and a press beside it do too. Then the focus is back where it
 * was.
 */
public final class Dialog {
    private static int made;

    private final HTMLElement title = Html.of("h2", "dialog-title").element();
    private final HTMLElement element;

    public Dialog(String classes, String title) {
        made++;
        this.title.id = "dialog-title-" + made;
        this.title.textContent = title;
        element = Html.of("dialog", "dialog " + classes)
                .attribute("aria-labelledby", this.title.id)
                .add(Html.of("form", "dialog-head")
                        .attribute("method", "dialog")
                        .add(this.title)
                        .add(Html.of("button", "btn bar-button").text("Close")))
                .element();
        element.addEventListener("click", event -> {
            if (event.target == element && isOutside(element, event)) {
                close(element);
            }
        });
    }

    public Dialog add(Node... content) {
        for (Node each : content) {
            element.appendChild(each);
        }
        return this;
    }

    public HTMLElement element() {
        return element;
    }

    public void title(String other) {
        title.textContent = other;
    }

    public void open() {
        showModal(element);
    }

    /** Closes it, as its button does. */
    public void close() {
        close(element);
    }

    public boolean isOpen() {
        return element.hasAttribute("open");
    }

    /** What is done when it has been closed, by whatever way. The event comes late: it may be open again. */
    public void closed(Runnable action) {
        element.addEventListener("close", event -> {
            if (!isOpen()) {
                action.run();
            }
        });
    }

    @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
    private static native void showModal(HTMLElement dialog);

    @JSBody(params = "dialog", script = "dialog.close();")
    private static native void close(HTMLElement dialog);

    /** A press beside the dialog has the dialog for its target, as one on its own padding has. */
    @JSBody(
            params = {"dialog", "event"},
            script = "const r = dialog.getBoundingClientRect();"
                    + "return event.clientX < r.left || event.clientX > r.right"
                    + " || event.clientY < r.top || event.clientY > r.bottom;")
    private static native boolean isOutside(HTMLElement dialog, elemental2.dom.Event event);
}
