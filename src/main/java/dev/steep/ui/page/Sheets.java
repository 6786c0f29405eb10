package dev.steep.ui.page;

import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.DomGlobal;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MediaQueryList;
import elemental2.dom.MouseEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * The side panels where there is no room for all of them: on a phone, and in another page, they are sheets that open one at a time; on
 * a tablet they share one column, and a switch over it says which is seen. Wide screens show them all.
 */
public final class Sheets {
    /** So far down, a sheet that is drawn by its head closes. */
    private static final double CLOSING = 48;

    private final Map<String, HTMLElement> panels = new LinkedHashMap<>();
    private final Map<String, HTMLElement> buttons = new LinkedHashMap<>();
    private final Segments choice;
    private final HTMLElement chooser;
    private final MediaQueryList phone = DomGlobal.window.matchMedia("(max-width: 767px)");
    private Optional<String> open = Optional.empty();
    private Optional<HTMLElement> opener = Optional.empty();

    /** @param panels by the names that a person reads */
    public Sheets(Map<String, HTMLElement> panels) {
        this.panels.putAll(panels);
        List<String> names = new ArrayList<>(panels.keySet());
        choice = new Segments(names, name -> name, this::front);
        choice.element().setAttribute("aria-label", "Which panel");
        chooser = Html.of("nav", "side-switch")
                .attribute("aria-label", "Panels")
                .add(choice.element())
                .element();
        panels.forEach((name, panel) -> {
            panel.insertBefore(head(name, panel), panel.firstChild);
            buttons.put(name, button(name));
        });
        front(names.get(0));
        DomGlobal.document.addEventListener("keydown", event -> {
            KeyboardEvent key = Js.uncheckedCast(event);
            if (key.key.equals("Escape") && !event.defaultPrevented) {
                leave();
            }
        });
    }

    /** Open and close a sheet each. */
    public List<HTMLElement> buttons() {
        return List.copyOf(buttons.values());
    }

    /** Says which panel is seen in a column that they share. */
    public HTMLElement chooser() {
        return chooser;
    }

    /** Brings a panel to where it is seen: as a sheet on a phone, to the front of a shared column otherwise. */
    public void reveal(String name) {
        front(name);
        if (phone.matches) {
            show(Optional.of(name));
        }
    }

    /** Closes whichever is open. */
    public void close() {
        show(Optional.empty());
    }

    /** Closes whichever is open, and brings the keyboard back to where it was opened. */
    private void leave() {
        Optional<HTMLElement> back = open.flatMap(name -> opener);
        close();
        back.ifPresent(HTMLElement::focus);
    }

    private void front(String wanted) {
        choice.show(wanted);
        panels.forEach((name, panel) -> panel.classList.toggle("front", name.equals(wanted)));
    }

    private HTMLElement button(String name) {
        return Html.button(
                        "btn bar-button sheet-button",
                        name,
                        () -> show(open.equals(Optional.of(name)) ? Optional.empty() : Optional.of(name)))
                .attribute("aria-expanded", "false")
                .element();
    }

    /** A handle to draw the sheet down by, its title, and what closes it. */
    private HTMLElement head(String name, HTMLElement panel) {
        double[] start = {-1};
        HTMLElement head = Html.of("div", "sheet-head")
                .add(Html.of("span", "sheet-handle").attribute("aria-hidden", "true"))
                .add(Html.of("b", "sheet-title").text(name))
                .add(Html.button("btn-close sheet-close", "", this::leave).attribute("aria-label", "Close " + name))
                .element();
        head.addEventListener("pointerdown", event -> {
            if (((elemental2.dom.Element) event.target).closest("button") == null) {
                start[0] = y(event);
                capture(head, event);
            }
        });
        head.addEventListener("pointermove", event -> {
            if (start[0] >= 0) {
                panel.style.setProperty("transform", "translateY(" + Math.max(0, y(event) - start[0]) + "px)");
            }
        });
        head.addEventListener("pointerup", event -> {
            boolean far = start[0] >= 0 && y(event) - start[0] > CLOSING;
            start[0] = -1;
            panel.style.removeProperty("transform");
            if (far) {
                leave();
            }
        });
        head.addEventListener("pointercancel", event -> {
            start[0] = -1;
            panel.style.removeProperty("transform");
        });
        return head;
    }

    private static double y(Event event) {
        return Js.<MouseEvent>uncheckedCast(event).clientY;
    }

    /** The keyboard follows into the panel that opens. */
    private void show(Optional<String> wanted) {
        if (wanted.isPresent() && open.isEmpty()) {
            opener = Optional.ofNullable((HTMLElement) DomGlobal.document.activeElement);
        }
        open = wanted;
        panels.forEach((name, panel) -> panel.classList.toggle("open", wanted.equals(Optional.of(name))));
        buttons.forEach((name, button) -> button.setAttribute("aria-expanded", "" + wanted.equals(Optional.of(name))));
        wanted.map(panels::get).ifPresent(panel -> {
            panel.scrollTop = 0;
            panel.tabIndex = -1;
            panel.focus();
        });
    }

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
