package dev.steep.ui.network;

import dev.steep.picture.Scale;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.ScaleLegend;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import org.teavm.jso.JSBody;

/** The frame of a picture on a card: its caption and its scale above it, and what opens it large. */
final class Glimpse {
    /** How high caption and scale are, in page pixels. */
    static final int CAPTION = 17;

    private final ScaleLegend scale = new ScaleLegend();
    private final HTMLElement element;

    Glimpse(String caption, HTMLElement content) {
        element = Html.of("div", "glimpse")
                .add(Html.of("div", "glimpse-head")
                        .add(Html.of("span", "glimpse-caption").text(caption))
                        .add(scale.element()))
                .add(content)
                .element();
    }

    /** Too narrow for caption and scale side by side. */
    Glimpse narrow() {
        element.classList.add("narrow");
        return this;
    }

    HTMLElement element() {
        return element;
    }

    void scale(Scale other) {
        scale.show(other);
    }

    /** Says whether there are numbers. */
    void known(boolean is) {
        element.classList.toggle("unknown", !is);
        if (!is) {
            scale.clear();
        }
    }

    /**
     * Has a picture open large: a click on it does, and a button that the keyboard finds. A finger needs the button, which a selected card shows, as a tap elsewhere
     * leads to the settings of its card.
     */
    static void opens(HTMLElement glimpse, String title, Runnable action) {
        glimpse.classList.add("opens");
        glimpse.appendChild(Html.of("button", "glimpse-open")
                .attribute("type", "button")
                .attribute("tabindex", "-1")
                .attribute("aria-label", title + ", large with its numbers")
                .attribute("title", "Large, with its numbers")
                .add(Html.of("span", "").attribute("aria-hidden", "true").text("⤢"))
                .element());
        glimpse.addEventListener("click", event -> {
            if (!byFinger(event) || ((Element) event.target).closest(".glimpse-open") != null) {
                event.stopPropagation();
                action.run();
            }
        });
    }

    @JSBody(params = "event", script = "return event.pointerType === 'touch';")
    private static native boolean byFinger(Event event);
}
