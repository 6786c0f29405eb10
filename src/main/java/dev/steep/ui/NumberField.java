package dev.steep.ui;

import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.function.Consumer;

/** A number to type, for those that no slider could hit, such as the seed. */
final class NumberField {
    private final HTMLElement element;

    NumberField(Knob<Integer> knob, int value, Consumer<Integer> then) {
        HTMLInputElement line = (HTMLInputElement) Html.of("input", "form-control form-control-sm")
                .attribute("type", "text")
                .attribute("inputmode", "numeric")
                .attribute("aria-label", KnobControl.title(knob.name()))
                .element();
        line.value = "" + value;
        line.addEventListener("change", event -> {
            int read = knob.domain().read(Phrase.of(line.value.strip()), value, knob.name(), sentence -> {});
            line.value = "" + read;
            then.accept(read);
        });
        element = Html.of("div", "field")
                .attribute("title", knob.about())
                .add(Html.of("div", "field-head").add(Html.of("span", "").text(KnobControl.title(knob.name()))))
                .add(line)
                .element();
    }

    HTMLElement element() {
        return element;
    }
}
