package dev.steep.ui.element;

import dev.steep.browser.LastingNotes;
import elemental2.dom.DomGlobal;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.Optional;
import java.util.function.IntSupplier;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * A line that is dragged up and down, by mouse, finger or arrow keys, and says how high the panel over it may become. Enter or a
 * double click give it back the height that suits the window. The browser remembers it.
 */
public final class Splitter {
    private static final int LEAST = 128;
    private static final int STEP = 16;
    private static final String HEIGHT = "--panel-height";

    private final String note;
    private final HTMLElement panel;
    private final IntSupplier whole;
    private final HTMLElement element;
    private Optional<Integer> wanted;
    private double grabbed;
    private int before;
    private boolean dragging;

    /**
     * @param label what it sets, for those who cannot see it
     * @param note the name under which the browser remembers it
     * @param panel gets the style {@code --panel-height}, unless no height is wanted
     * @param whole how high the panel would be if it showed everything
     */
    public Splitter(String label, String note, HTMLElement panel, IntSupplier whole) {
        this.note = note;
        this.panel = panel;
        this.whole = whole;
        element = Html.of("div", "splitter")
                .attribute("role", "separator")
                .attribute("aria-orientation", "horizontal")
                .attribute("aria-label", label)
                .attribute("aria-valuemin", "" + LEAST)
                .attribute("tabindex", "0")
                .attribute("title", label + ": drag, or use the arrow keys. Double-click to reset")
                .on("keydown", event -> key(Js.uncheckedCast(event)))
                .on("pointerdown", this::grab)
                .on("pointermove", this::drag)
                .on("pointerup", event -> drop())
                .on("pointercancel", event -> drop())
                .on("dblclick", event -> want(Optional.empty()))
                .element();
        wanted = number(LastingNotes.read(note));
        apply();
    }

    public HTMLElement element() {
        return element;
    }

    /** Makes the panel as high as it takes to show everything. */
    public void showAll() {
        want(Optional.of(whole.getAsInt()));
    }

    /** Says the present height; to be called when the panel has become another one. */
    public void measure() {
        int most = Math.max(LEAST, whole.getAsInt());
        int now = panel.offsetHeight;
        element.setAttribute("aria-valuemax", "" + Math.max(most, now));
        element.setAttribute("aria-valuenow", "" + now);
        element.setAttribute("aria-valuetext", now + " pixels of " + Math.max(most, now));
    }

    private void want(Optional<Integer> height) {
        wanted = height.map(each -> Math.max(LEAST, Math.min(each, Math.max(LEAST, whole.getAsInt()))));
        LastingNotes.write(note, wanted.map(each -> "" + each).orElse(""));
        apply();
        measure();
    }

    private void apply() {
        if (wanted.isPresent()) {
            panel.style.setProperty(HEIGHT, wanted.get() + "px");
        } else {
            panel.style.removeProperty(HEIGHT);
        }
    }

    private void key(KeyboardEvent press) {
        int now = panel.offsetHeight;
        Optional<Integer> height =
                switch (press.key) {
                    case "ArrowUp" -> Optional.of(now - STEP);
                    case "ArrowDown" -> Optional.of(now + STEP);
                    case "Home" -> Optional.of(LEAST);
                    case "End" -> Optional.of(whole.getAsInt());
                    default -> Optional.empty();
                };
        boolean reset = press.key.equals("Enter");
        if (height.isPresent() || reset) {
            press.preventDefault();
            want(height);
        }
    }

    private void grab(Event event) {
        dragging = true;
        grabbed = Js.<MouseEvent>uncheckedCast(event).clientY + DomGlobal.window.scrollY;
        before = panel.offsetHeight;
        capture(element, event);
        element.classList.add("dragged");
    }

    private void drag(Event event) {
        if (dragging) {
            double way = Js.<MouseEvent>uncheckedCast(event).clientY + DomGlobal.window.scrollY - grabbed;
            if (Math.abs(way) >= 1) {
                want(Optional.of((int) Math.round(before + way)));
            }
        }
    }

    private void drop() {
        dragging = false;
        element.classList.remove("dragged");
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Math.max(LEAST, Integer.parseInt(text)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Movements go on to come here when the pointer has left the line. */
    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
