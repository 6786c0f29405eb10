package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.Optional;

/** A value or none: a switch, and below it the value's own control. */
final class MaybeControl<T> implements KnobControl<Optional<T>> {
    private final HTMLInputElement box;
    private final KnobControl<T> inner;
    private final HTMLElement element;
    private T last;

    MaybeControl(Domain.Maybe<T> domain, Caption caption, Edit<Optional<T>> edit) {
        last = domain.start();
        box = caption.name(FlagControl.box());
        String name = domain.domain() instanceof Domain.Pick
                ? "Which " + caption.name().toLowerCase()
                : "Value";
        inner = KnobControl.of(
                domain.domain(), new Caption(name, caption.about(), caption.live()), (value, continuing) -> {
                    last = value;
                    edit.to(Optional.of(value), continuing);
                });
        box.addEventListener("change", event -> {
            Optional<T> value = box.checked ? Optional.of(last) : Optional.empty();
            show(value);
            edit.to(value, false);
        });
        HTMLElement side =
                Html.of("span", "form-check form-switch knob-switch").add(box).element();
        element = Html.of("div", "knob-maybe")
                .add(caption.over(side), inner.element())
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(Optional<T> value) {
        value.ifPresent(present -> last = present);
        box.checked = value.isPresent();
        inner.element().toggleAttribute("hidden", value.isEmpty());
        inner.show(last);
    }
}
