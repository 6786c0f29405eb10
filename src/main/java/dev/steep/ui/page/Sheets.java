package dev.steep.ui.page;

import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jsinterop.base.Js;

/** On a phone, opens the side panels as sheets from below, one at a time. Wide screens show them beside the network. */
public final class Sheets {
    private final Map<HTMLElement, HTMLElement> buttons = new LinkedHashMap<>();
    private Optional<HTMLElement> open = Optional.empty();

    public Sheets() {
        DomGlobal.document.addEventListener("keydown", event -> {
            KeyboardEvent key = Js.uncheckedCast(event);
            if (key.key.equals("Escape")) {
                open.map(buttons::get).ifPresent(HTMLElement::focus);
                show(Optional.empty());
            }
        });
    }

    /** The button that opens and closes a panel. */
    public HTMLElement button(String name, HTMLElement panel) {
        HTMLElement button = Html.button(
                        "btn bar-button sheet-button",
                        name,
                        () -> show(open.equals(Optional.of(panel)) ? Optional.empty() : Optional.of(panel)))
                .attribute("aria-expanded", "false")
                .element();
        buttons.put(panel, button);
        return button;
    }

    /** Closes whichever is open. */
    public void close() {
        show(Optional.empty());
    }

    /** The keyboard follows: from the button into the panel that it opens. */
    private void show(Optional<HTMLElement> wanted) {
        open = wanted;
        buttons.forEach((panel, button) -> {
            boolean shown = wanted.equals(Optional.of(panel));
            panel.classList.toggle("open", shown);
            button.setAttribute("aria-expanded", "" + shown);
        });
        wanted.ifPresent(panel -> {
            panel.tabIndex = -1;
            panel.focus();
        });
    }
}
