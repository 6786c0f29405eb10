package dev.steep.ui.embed;

import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.function.Consumer;

/**
 * Asks the student whether the page around the lab may read data that the student opened. Asks once for each data set, and
 * can be taken back as long as they are open.
 */
final class ConsentBar {
    /** A click that was meant for something else, where the bar now is, must not be taken for a yes. */
    private static final int MILLISECONDS_TO_READ = 1000;

    private final Consumer<Boolean> decided;
    private final HTMLElement sentence = Html.of("p", "").element();
    private final HTMLButtonElement allow =
            Html.button("btn bar-button", "Allow", () -> decide(true)).asButton();
    private final HTMLButtonElement deny =
            Html.button("btn bar-button", "Don't allow", () -> decide(false)).asButton();
    private final HTMLElement element = Html.of("section", "consent")
            .attribute("aria-label", "Your data")
            .add(
                    Html.of("div", "").attribute("role", "status").add(sentence),
                    Html.of("div", "consent-buttons").add(allow, deny))
            .element();
    private String origin = "";
    private boolean asked;

    ConsentBar(Consumer<Boolean> decided) {
        this.decided = decided;
        element.hidden = true;
    }

    HTMLElement element() {
        return element;
    }

    /** @param origin of the page around the lab */
    void ask(String origin) {
        if (asked) {
            return;
        }
        asked = true;
        this.origin = origin.equals("null") ? "which has no address of its own" : origin;
        show("asks for your data, weights and results.", "Don't allow");
        allow.disabled = true;
        DomGlobal.setTimeout(arguments -> allow.disabled = false, MILLISECONDS_TO_READ);
    }

    /** Other data are open, for which nobody has been asked yet. */
    void withdraw() {
        asked = false;
        element.hidden = true;
    }

    private void decide(boolean allowed) {
        decided.accept(allowed);
        if (allowed) {
            show("may read your data, weights and results.", "Stop");
            allow.hidden = true;
            deny.focus();
        } else {
            element.hidden = true;
        }
    }

    private void show(String what, String end) {
        sentence.textContent = "The page around this lab (" + origin + ") " + what;
        deny.textContent = end;
        allow.hidden = false;
        element.hidden = false;
    }
}
