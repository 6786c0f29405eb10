package dev.steep.ui.control;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Controls for all knobs of a kind. It stays in place while values change, so that nothing loses the focus. */
public final class ChoiceForm {
    private static final int FEW_OPTIONS = 2;

    private final Supplier<Choice> now;
    private final KnobControl.Edit<Choice> edit;
    private final Function<Knob<?>, Caption> captions;
    private final List<Consumer<Choice>> showers = new ArrayList<>();
    private final Map<String, KnobControl<?>> controls = new HashMap<>();
    private final HTMLElement element = Html.of("div", "knobs").element();
    private Optional<HTMLElement> more = Optional.empty();

    /**
     * @param upFront how many knobs are shown at once; the others are one press away
     * @param now the present pick, which a change starts from
     */
    public ChoiceForm(Kind kind, int upFront, Supplier<Choice> now, KnobControl.Edit<Choice> edit) {
        this(kind, kind.knobs(), upFront, Caption::of, now, edit);
    }

    /**
     * @param knobs which of the kind's knobs and options there are controls for, in this order
     * @param captions what stands over each control
     */
    public ChoiceForm(
            Kind kind,
            List<Knob<?>> knobs,
            int upFront,
            Function<Knob<?>, Caption> captions,
            Supplier<Choice> now,
            KnobControl.Edit<Choice> edit) {
        this.now = now;
        this.edit = edit;
        this.captions = captions;
        int first = Math.min(upFront, knobs.size());
        knobs.subList(0, first).forEach(knob -> element.appendChild(control(knob)));
        if (first < knobs.size()) {
            hide(first == 0 ? "More of " + kind.name() : "More", knobs.subList(first, knobs.size()));
        }
    }

    /** Puts knobs where a press shows them, behind those that are there. */
    private void hide(String title, List<? extends Knob<?>> knobs) {
        HTMLElement there = more.orElseGet(() -> Html.of("details", "knob-more")
                .add(Html.of("summary", "").text(title))
                .element());
        knobs.forEach(knob -> there.appendChild(control(knob)));
        element.appendChild(there);
        more = Optional.of(there);
    }

    /** The same with the kind's options: of many the first below its knobs, all others one press away. */
    public ChoiceForm withOptions(Kind kind) {
        List<Knob<?>> options = kind.options();
        int seen = options.size() > FEW_OPTIONS ? 1 : 0;
        options.subList(0, seen).forEach(option -> element.appendChild(control(option)));
        if (seen < options.size()) {
            hide("More", options.subList(seen, options.size()));
        }
        return this;
    }

    /** While a choice has something that sets this knob, its control says so and cannot be moved. */
    ChoiceForm ruling(Ruling ruling) {
        KnobControl<?> control = controls.get(ruling.knob().name());
        if (control != null) {
            showers.add(choice -> control.ruled(ruling.by().apply(choice)));
        }
        return this;
    }

    /**
     * What sets a knob instead of a person.
     *
     * @param by the sentence that says so, for a choice in which something does
     */
    public record Ruling(Knob<?> knob, Function<Choice, Optional<String>> by) {}

    public HTMLElement element() {
        return element;
    }

    /** Shows the values of a pick of the same kind. */
    public void show(Choice choice) {
        showers.forEach(shower -> shower.accept(choice));
    }

    private <T> HTMLElement control(Knob<T> knob) {
        KnobControl<T> control = KnobControl.of(
                knob.domain(),
                captions.apply(knob),
                (value, continuing) -> edit.to(now.get().with(knob, value), continuing));
        controls.put(knob.name(), control);
        Html.sets(control.element(), knob.name());
        showers.add(choice -> control.show(choice.get(knob)));
        control.show(now.get().get(knob));
        return control.element();
    }
}
