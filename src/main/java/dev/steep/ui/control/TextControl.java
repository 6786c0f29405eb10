package dev.steep.ui.control;

import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;

/** Free text, such as a file's name. */
final class TextControl implements KnobControl<String> {
    private final HTMLInputElement field;
    private final HTMLElement element;

    TextControl(int longest, Caption caption, Edit<String> edit) {
        field = caption.name((HTMLInputElement) Html.of("input", "form-control form-control-sm")
                .attribute("type", "text")
                .attribute("spellcheck", "false")
                .attribute("autocomplete", "off")
                .attribute("maxlength", "" + longest)
                .element());
        field.addEventListener("change", event -> edit.to(field.value, false));
        element = caption.above(field);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(String value) {
        if (DomGlobal.document.activeElement != field) {
            field.value = value;
        }
    }
}
