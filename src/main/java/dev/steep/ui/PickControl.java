package dev.steep.ui;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;

/** A pick from a list of kinds, and below it the knobs of the picked one. */
final class PickControl implements KnobControl<Choice> {
    /** A pick within a pick shows its knobs at once if they are so few. */
    private static final int FEW = 2;

    private final List<Kind> kinds;
    private final int upFront;
    private final Edit<Choice> edit;
    private final HTMLSelectElement select;
    private final HTMLElement inner = Html.of("div", "knob-inner").element();
    private final HTMLElement element;
    private Optional<Choice> shown = Optional.empty();
    private Optional<ChoiceForm> form = Optional.empty();

    /** A pick within a pick: what has many knobs of its own keeps them one press away. */
    static PickControl within(List<Kind> kinds, Caption caption, Edit<Choice> edit) {
        return new PickControl(kinds, 0, caption, edit);
    }

    /** @param upFront how many knobs of the picked kind are shown at once; the others are one press away */
    PickControl(List<Kind> kinds, int upFront, Caption caption, Edit<Choice> edit) {
        this.kinds = kinds;
        this.upFront = upFront;
        this.edit = edit;
        Html menu = Html.of("select", "form-select form-select-sm");
        kinds.forEach(kind -> menu.add(Html.of("option", "")
                .attribute("value", kind.name())
                .attribute("title", kind.about())
                .text(kind.name())));
        select = caption.name((HTMLSelectElement) menu.element());
        select.addEventListener("change", event -> pick());
        element = Html.of("div", "knob-pick").add(caption.above(select), inner).element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(Choice value) {
        boolean same = shown.map(before -> before.is(value.kind())).orElse(false);
        shown = Optional.of(value);
        select.value = value.kind().name();
        select.title = value.kind().about();
        if (!same) {
            Html.clear(inner);
            ChoiceForm fresh =
                    new ChoiceForm(value.kind(), atOnce(value.kind()), () -> shown.orElse(value), this::edited);
            form = Optional.of(fresh);
            inner.appendChild(fresh.element());
        }
        form.orElseThrow().show(value);
    }

    private int atOnce(Kind kind) {
        return kind.knobs().size() <= FEW ? FEW : upFront;
    }

    private void pick() {
        kinds.stream()
                .filter(kind -> kind.name().equals(select.value))
                .findFirst()
                .ifPresent(kind -> edited(kind.choice(), false));
    }

    private void edited(Choice value, boolean continuing) {
        show(value);
        edit.to(value, continuing);
    }
}
