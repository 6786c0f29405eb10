package dev.steep.ui.diagram;

import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/** Below the diagram: what the chosen unit gives, its bias and its weights, one at a time, to be changed by hand. */
final class UnitForm {
    /** What a learner does here. */
    interface Actions {
        /** Another number for a weight or bias. */
        void write(String tensor, int index, double number);

        /** The weight from another unit of the source is looked at. */
        void from(int unit);

        /** How the unit's number comes about is asked for. */
        void explain();
    }

    /**
     * What is chosen.
     *
     * @param name of the unit
     * @param unit its place in its column
     * @param from the unit of the source whose weight is looked at
     * @param sources names of the source's units; none if there are no weights
     */
    record Chosen(DiagramColumn column, String name, int unit, int from, List<String> sources) {
        int weight() {
            return from * column.parts() + unit;
        }
    }

    private static final String HINT = "Press a unit to see its numbers, a line to change its weight.";

    private static final int DIGITS = 4;

    private final Actions actions;
    private final HTMLElement said = Html.of("span", "diagram-said").element();
    private final HTMLInputElement bias = number("bias");
    private final HTMLInputElement weight = number("weight");
    private final HTMLSelectElement sources = (HTMLSelectElement) Html.of("select", "form-select")
            .attribute("aria-label", "Weight from")
            .element();
    private final HTMLElement biasLabel = label("bias", bias);
    private final HTMLElement weightLabel = label("weight from", sources);
    private final HTMLElement explain;
    private final HTMLElement element;
    private Optional<Chosen> chosen = Optional.empty();

    UnitForm(Actions actions) {
        this.actions = actions;
        weightLabel.appendChild(weight);
        explain = Html.button("btn bar-button", "How it comes about", actions::explain)
                .attribute("title", "Follow this unit's number forward and back, under Backprop")
                .element();
        sources.addEventListener("change", event -> actions.from(Math.max(0, sources.selectedIndex)));
        bias.addEventListener(
                "change", event -> chosen.ifPresent(it -> write(it.column().bias(), it.unit(), bias)));
        weight.addEventListener(
                "change", event -> chosen.ifPresent(it -> write(it.column().kernel(), it.weight(), weight)));
        element = Html.of("div", "diagram-form")
                .attribute("role", "group")
                .attribute("aria-label", "The chosen unit")
                .add(said, biasLabel, weightLabel, explain)
                .element();
        show(Optional.empty(), "");
    }

    private static HTMLInputElement number(String name) {
        return (HTMLInputElement) Html.of("input", "form-control")
                .attribute("type", "number")
                .attribute("step", "any")
                .attribute("aria-label", name)
                .element();
    }

    private static HTMLElement label(String words, HTMLElement control) {
        HTMLElement label = Html.of("label", "").text(words).element();
        label.appendChild(control);
        return label;
    }

    private void write(String tensor, int index, HTMLInputElement field) {
        double number = Js.coerceToDouble(field.value);
        if (!field.value.isEmpty() && Float.isFinite((float) number)) {
            actions.write(tensor, index, number);
        }
    }

    HTMLElement element() {
        return element;
    }

    /** @param elsewhere what stands here while nothing is chosen, besides how to choose */
    void show(Optional<Chosen> now, String elsewhere) {
        boolean other = !now.map(Chosen::sources).equals(chosen.map(Chosen::sources));
        chosen = now;
        biasLabel.hidden = now.filter(it -> !it.column().bias().isEmpty()).isEmpty();
        weightLabel.hidden = now.filter(it -> !it.sources().isEmpty()).isEmpty();
        explain.hidden =
                now.filter(it -> it.column().layer() != DiagramColumn.INPUT).isEmpty();
        if (other) {
            Html.clear(sources);
            now.ifPresent(it -> it.sources()
                    .forEach(name -> sources.appendChild(Html.option(name).element())));
        }
        now.ifPresent(it -> sources.selectedIndex = it.from());
        if (now.isEmpty()) {
            said.textContent = HINT + (elsewhere.isEmpty() ? "" : " " + elsewhere);
        }
    }

    /** Writes the numbers of now; a field that is typed in stays as it is. */
    void draw(Seen seen) {
        chosen.ifPresent(it -> {
            float[] values = seen.tensor(it.column().output());
            boolean[] dropped = seen.dropped(it.column());
            say(it.name()
                    + (it.unit() < values.length
                            ? " gives " + Figures.of(values[it.unit()]) + " for the chosen sample"
                            : "")
                    + (it.unit() < dropped.length && dropped[it.unit()]
                            ? "; it was dropped in the last step, and takes part in predictions"
                            : ""));
            fill(bias, seen.tensor(it.column().bias()), it.unit());
            fill(weight, seen.tensor(it.column().kernel()), it.weight());
        });
    }

    private void say(String words) {
        if (!words.equals(said.textContent)) {
            said.textContent = words;
        }
    }

    private static void fill(HTMLInputElement field, float[] numbers, int index) {
        if (field != DomGlobal.document.activeElement) {
            field.value = index < numbers.length ? "" + rounded(numbers[index]) : "";
        }
    }

    /** To four digits that count, as much as fits into a field. */
    static double rounded(double number) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        int digits = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(number)));
        double unit = 1;
        for (int i = 0; i < Math.abs(digits); i++) {
            unit *= 10;
        }
        return digits < 0 ? Math.round(number / unit) * unit : Math.round(number * unit) / unit;
    }
}
