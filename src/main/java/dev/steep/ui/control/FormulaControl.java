package dev.steep.ui.control;

import dev.steep.catalog.Curve;
import dev.steep.catalog.FormulaDomain;
import dev.steep.math.Characters;
import dev.steep.math.formula.Formula;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * A formula to type. With every key it is drawn and typeset anew, or what is wrong is said below, with the place marked;
 * when the field is left, or Enter pressed, it takes effect. Until it makes sense, the last one that did stays in effect,
 * and Escape brings that back.
 */
final class FormulaControl implements KnobControl<String> {
    /** How much of the text is repeated on either side of a mistake. */
    private static final int AROUND = 40;

    private static final List<String> EXAMPLES = List.of("x * sigmoid(1.702 x)", "max(0, x) ^ 2", "sin(x) + x");

    private static final List<String> LETTERED =
            List.of("a x + b", "a + b x + c x^2", "a * exp(-k x)", "(phi/L) (x/L)^alpha exp(-x/L)");

    private final FormulaDomain domain;
    private final Edit<String> edit;
    private final HTMLInputElement field;
    private final HTMLElement place =
            Html.of("div", "formula-place").attribute("aria-hidden", "true").element();
    private final HTMLElement message =
            Html.of("p", "formula-message").attribute("role", "status").element();
    private final CurveView curve = new CurveView();
    private final String about;
    private final HTMLElement element;
    private String known = "";

    FormulaControl(FormulaDomain domain, Caption caption, Edit<String> edit) {
        this.domain = domain;
        this.edit = edit;
        field = caption.name((HTMLInputElement) Html.of("input", "form-control form-control-sm formula-field")
                .attribute("type", "text")
                .attribute("spellcheck", "false")
                .attribute("autocapitalize", "off")
                .attribute("autocomplete", "off")
                .element());
        about = caption.about();
        field.addEventListener("input", event -> preview());
        field.addEventListener("change", event -> take());
        field.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals("Escape")) {
                field.value = known;
                preview();
            }
        });
        Html examples =
                Html.of("div", "formula-examples").add(Html.of("span", "").text("For instance"));
        (domain.lettered() ? LETTERED : EXAMPLES)
                .forEach(example -> examples.add(Html.button("formula-example", example, () -> {
                    field.value = example;
                    preview();
                    take();
                })));
        element = caption.above(field, place, message, examples.element(), curve.element());
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(String value) {
        boolean typing =
                DomGlobal.document.activeElement == field && !field.value.isEmpty() && !field.value.equals(known);
        boolean changed = !value.equals(known);
        known = value;
        if (changed && !typing) {
            field.value = value;
            preview();
        }
    }

    private void take() {
        if (domain.parse(field.value) instanceof Formula.Understood && !field.value.equals(known)) {
            known = field.value;
            edit.to(field.value, false);
        }
    }

    /** Draws what is typed, or marks where it goes wrong; what was drawn last stays meanwhile. */
    private void preview() {
        Html.clear(place);
        boolean wrong = domain.parse(field.value) instanceof Formula.Mistake;
        field.classList.toggle("formula-wrong", wrong);
        message.classList.toggle("formula-caution", !wrong);
        field.setAttribute("aria-invalid", "" + wrong);
        place.toggleAttribute("hidden", !wrong);
        field.setAttribute("aria-description", about);
        if (domain.parse(field.value) instanceof Formula.Mistake mistake) {
            mark(mistake);
        } else {
            Optional<Curve> drawn = domain.curve(field.value);
            curve.show(drawn);
            message.textContent = drawn.flatMap(Curve::caution).orElse("");
        }
        curve.element().classList.toggle("curve-stale", wrong);
    }

    /** The text around the mistake again, with the mistake underlined; where something is missing, a gap is. */
    private void mark(Formula.Mistake mistake) {
        String text = field.value;
        int start = mistake.position();
        int end = start + mistake.length();
        int from = Math.max(0, start - AROUND);
        int shown = Math.min(end, start + AROUND);
        int to = Math.min(text.length(), shown + AROUND);
        place.append(
                Html.of("span", "")
                        .text((from > 0 ? "…" : "") + Characters.wellFormed(text.substring(from, start)))
                        .element(),
                Html.of("mark", "")
                        .text(start == end ? "\u00a0\u00a0" : Characters.wellFormed(text.substring(start, shown)))
                        .element(),
                Html.of("span", "")
                        .text(
                                shown < end
                                        ? "…"
                                        : Characters.wellFormed(text.substring(end, to))
                                                + (to < text.length() ? "…" : ""))
                        .element());
        message.textContent = mistake.message();
        field.setAttribute("aria-description", mistake.message());
    }
}
