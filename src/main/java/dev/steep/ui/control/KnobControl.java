package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Knob;
import dev.steep.catalog.RowDomain;
import dev.steep.ui.element.Caption;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/**
 * What a person turns to set one value. Which control a knob gets follows from its domain alone.
 *
 * @param <T> the type of its values
 */
public interface KnobControl<T> {
    /** Takes what a person has set. */
    interface Edit<T> {
        /** @param continuing whether this goes on with a movement that has already been told of */
        void to(T value, boolean continuing);
    }

    /** The control with its caption. */
    HTMLElement element();

    /** Shows another value. What has the focus stays as it is. */
    void show(T value);

    /** Something else sets the value, which this says, so that a person cannot; or nothing does. */
    default void ruled(Optional<String> by) {}

    /** The control for a knob. */
    static <T> KnobControl<T> of(Knob<T> knob, Edit<T> edit) {
        return of(knob.domain(), Caption.of(knob), edit);
    }

    /** The control for a domain. */
    @SuppressWarnings("unchecked") // each kind of domain fixes T
    static <T> KnobControl<T> of(Domain<T> domain, Caption caption, Edit<T> edit) {
        KnobControl<?> control;
        if (domain instanceof Domain.Whole whole) {
            control = NumberControl.of(whole, caption, (Edit<Integer>) edit);
        } else if (domain instanceof Domain.Real real) {
            control = NumberControl.of(real, caption, (Edit<Double>) edit);
        } else if (domain instanceof Domain.Flag) {
            control = new FlagControl(caption, (Edit<Boolean>) edit);
        } else if (domain instanceof Domain.Word word) {
            control = new WordControl(word.words(), value -> value, caption, (Edit<String>) edit);
        } else if (domain instanceof Domain.Text text) {
            control = new TextControl(text.longest(), caption, (Edit<String>) edit);
        } else if (domain instanceof Domain.Name name) {
            control = new TextControl(name.longest(), caption, (Edit<String>) edit);
        } else if (domain instanceof FormulaDomain expression) {
            control = new FormulaControl(expression, caption, (Edit<String>) edit);
        } else if (domain instanceof Domain.Sides sides) {
            control = new PairControl(sides, caption, (Edit<dev.steep.catalog.Pair>) edit);
        } else if (domain instanceof Domain.Many many) {
            control = new ManyControl(many, caption, (Edit<java.util.List<dev.steep.catalog.Choice>>) edit);
        } else if (domain instanceof RowDomain row) {
            control = new RowControl<>(row, caption, (Edit<java.util.List<Double>>) edit);
        } else if (domain instanceof Domain.Wholes wholes) {
            control = new RowControl<>(wholes, caption, (Edit<java.util.List<Integer>>) edit);
        } else if (domain instanceof Domain.Pick pick) {
            control = PickControl.within(pick.kinds().get(), caption, (Edit<dev.steep.catalog.Choice>) edit);
        } else {
            control = maybe((Domain.Maybe<?>) domain, caption, edit);
        }
        return (KnobControl<T>) control;
    }

    @SuppressWarnings("unchecked") // of a Maybe, T is an Optional
    private static <U> KnobControl<?> maybe(Domain.Maybe<U> maybe, Caption caption, Edit<?> edit) {
        return new MaybeControl<>(maybe, caption, (Edit<Optional<U>>) edit);
    }
}
