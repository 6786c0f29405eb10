package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.control.KnobControl;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What all live plots look like: a picture, its numbers in words below, and the controls that change it. */
final class LiveFrame {
    /** More controls than so many are one press away. */
    private static final int AT_ONCE = 6;

    private final HTMLElement picture = Html.of("div", "live-picture").element();
    private final HTMLElement words =
            Html.of("p", "live-words").attribute("role", "status").element();
    private final HTMLElement controls = Html.of("div", "live-controls").element();
    private final HTMLElement element;

    /** @param about what it is, for those who cannot see it */
    LiveFrame(String about) {
        element = Html.of("section", "live")
                .attribute("aria-label", about)
                .add(
                        Html.of("div", "live-side").add(picture, words),
                        Html.of("div", "live-side").add(controls))
                .element();
    }

    HTMLElement element() {
        return element;
    }

    void picture(HTMLElement shown) {
        picture.appendChild(shown);
    }

    /** The text of an SVG in place of the one before. */
    void draw(String svg) {
        picture.innerHTML = svg;
    }

    void say(String sentence) {
        words.textContent = sentence;
    }

    void control(HTMLElement control) {
        controls.appendChild(control);
    }

    /** A control for one number of the plot itself, which begins at the knob's preset. */
    <T> void slider(Knob<T> knob, Consumer<T> chosen) {
        KnobControl<T> slider = KnobControl.of(knob, (value, continuing) -> chosen.accept(value));
        slider.show(knob.preset());
        control(slider.element());
    }

    /** Controls for all parameters of a kind; nothing starts anew by them. */
    Optional<ChoiceForm> form(Kind kind, Supplier<Choice> now, KnobControl.Edit<Choice> edit) {
        if (kind.knobs().isEmpty()) {
            return Optional.empty();
        }
        ChoiceForm form = new ChoiceForm(
                kind, kind.knobs(), AT_ONCE, knob -> Caption.of(knob).goingOn(), now, edit);
        control(form.element());
        return Optional.of(form);
    }
}
