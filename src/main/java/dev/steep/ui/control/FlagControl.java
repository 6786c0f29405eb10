package dev.steep.ui.control;

import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;

/** Yes or no. */
final class FlagControl implements KnobControl<Boolean> {
    private final HTMLInputElement box;
    private final HTMLElement element;

    FlagControl(Caption caption, Edit<Boolean> edit) {
        box = caption.name(box());
        box.addEventListener("change", event -> edit.to(box.checked, false));
        element = caption.over(
                Html.of("span", "form-check form-switch knob-switch").add(box).element());
    }

    /** A switch. */
    static HTMLInputElement box() {
        return (HTMLInputElement) Html.of("input", "form-check-input")
                .attribute("type", "checkbox")
                .attribute("role", "switch")
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(Boolean value) {
        box.checked = value;
    }
}
