package dev.steep.ui.share;

import dev.steep.ui.element.Html;
import elemental2.dom.Clipboard;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLTextAreaElement;
import org.teavm.jso.JSBody;

/** A text to copy: shown whole, with a button that copies it, and that selects it where the browser lets no page copy. */
final class CopyField {
    private final HTMLTextAreaElement field;
    private final HTMLElement said =
            Html.of("span", "copy-said").attribute("role", "status").element();
    private final HTMLElement element;

    /** @param name what it is, for those who do not see it */
    CopyField(String name, int rows) {
        field = (HTMLTextAreaElement) Html.of("textarea", "form-control copy-text")
                .attribute("readonly", "")
                .attribute("spellcheck", "false")
                .attribute("rows", "" + rows)
                .attribute("aria-label", name)
                .element();
        field.addEventListener("focus", event -> field.select());
        element = Html.of("div", "copy-field")
                .add(field)
                .add(Html.of("div", "copy-line")
                        .add(
                                Html.button("btn btn-primary copy-button", "Copy", this::copy)
                                        .element(),
                                said))
                .element();
    }

    HTMLElement element() {
        return element;
    }

    void show(String text) {
        field.value = text;
        said.textContent = "";
    }

    private void copy() {
        Clipboard clipboard = DomGlobal.navigator.clipboard;
        if (clipboard == null) { // of a page that came without https
            copySelected();
            return;
        }
        clipboard
                .writeText(field.value)
                .then(
                        done -> {
                            said.textContent = "Copied.";
                            return null;
                        },
                        refused -> {
                            copySelected();
                            return null;
                        });
    }

    /** The old way needs no permission, but a selection; if it fails too, the selection is there for a person's own keys. */
    private void copySelected() {
        field.focus();
        field.select();
        said.textContent = copied()
                ? "Copied."
                : "This browser lets no page copy. The text is selected: press Ctrl+C, on a Mac ⌘C.";
    }

    @JSBody(script = "try { return document.execCommand('copy'); } catch (refused) { return false; }")
    private static native boolean copied();
}
