package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Numbers;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.Optional;
import java.util.function.DoubleFunction;
import jsinterop.base.Js;

/** A number: a slider for a quick setting, and a field for an exact one. */
final class NumberControl<T extends Number> implements KnobControl<T> {
    private final SliderScale scale;
    private final DoubleFunction<T> make;
    private final Edit<T> edit;
    private final boolean live;
    private final HTMLInputElement field;
    private final HTMLInputElement slider;
    private final HTMLElement rule = Html.of("p", "knob-rule").element();
    private final HTMLElement element;
    private double value;
    private boolean moving;

    private NumberControl(SliderScale scale, DoubleFunction<T> make, Caption caption, Edit<T> edit) {
        this.scale = scale;
        this.make = make;
        this.edit = edit;
        live = caption.live();
        field = caption.name(input("text", "knob-number"));
        field.setAttribute("inputmode", scale.whole() ? "numeric" : "decimal");
        field.setAttribute("autocomplete", "off");
        field.addEventListener("change", event -> typed());
        field.addEventListener("keydown", this::pressed);
        field.addEventListener("focus", event -> field.select());
        slider = caption.name(input("range", "form-range knob-slider"));
        slider.tabIndex = -1; // the arrow keys do the same in the field
        slider.min = "0";
        slider.max = "" + Math.max(1, scale.steps());
        slider.step = "1";
        slider.addEventListener("input", event -> slide());
        slider.addEventListener("change", event -> settle());
        rule.hidden = true;
        element = scale.steps() > 0 ? caption.over(field, slider, rule) : caption.over(field, rule);
    }

    static NumberControl<Integer> of(Domain.Whole domain, Caption caption, Edit<Integer> edit) {
        return new NumberControl<>(SliderScale.of(domain), number -> (int) number, caption, edit);
    }

    static NumberControl<Double> of(Domain.Real domain, Caption caption, Edit<Double> edit) {
        return new NumberControl<>(SliderScale.of(domain), number -> number, caption, edit);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(T shown) {
        if (!moving) {
            value = shown.doubleValue();
            field.value = Numbers.write(value);
            place();
        }
    }

    @Override
    public void ruled(Optional<String> by) {
        field.disabled = by.isPresent();
        slider.disabled = by.isPresent();
        rule.hidden = by.isEmpty();
        rule.textContent = by.orElse("");
        element.classList.toggle("ruled", by.isPresent());
    }

    private static HTMLInputElement input(String type, String classes) {
        return (HTMLInputElement)
                Html.of("input", classes).attribute("type", type).element();
    }

    private void place() {
        if (scale.steps() > 0) {
            slider.value = "" + (int) scale.of(value);
            mark();
        }
    }

    private void mark() {
        slider.setAttribute("aria-valuetext", Numbers.write(value));
        slider.style.setProperty("--filled", 100 * Numbers.read(slider.value) / scale.steps() + "%");
    }

    private void slide() {
        boolean continuing = moving;
        moving = true;
        value = scale.at(Numbers.read(slider.value));
        field.value = Numbers.write(value);
        mark();
        if (live) {
            edit.to(make.apply(value), continuing);
        }
    }

    private void settle() {
        if (moving) {
            moving = false;
            edit.to(make.apply(value), live);
        }
    }

    private void typed() {
        double number = Numbers.read(field.value.replace(',', '.').replace("−", "-"));
        set(Double.isNaN(number) ? value : scale.clamp(number));
    }

    /** The arrow keys go to the next round number. */
    private void pressed(Event event) {
        KeyboardEvent key = Js.uncheckedCast(event);
        int way = key.key.equals("ArrowUp") ? 1 : key.key.equals("ArrowDown") ? -1 : 0;
        if (way != 0) {
            event.preventDefault();
            double place = scale.steps() > 0 ? scale.of(value) + way : 0;
            double next = scale.steps() > 0 ? scale.at(Math.max(0, Math.min(scale.steps(), place))) : value + way;
            boolean stuck = scale.whole() && next == value;
            set(scale.clamp(stuck ? value + way : next));
        }
    }

    private void set(double number) {
        boolean changed = number != value;
        value = number;
        field.value = Numbers.write(value);
        place();
        if (changed) {
            edit.to(make.apply(value), false);
        }
    }
}
