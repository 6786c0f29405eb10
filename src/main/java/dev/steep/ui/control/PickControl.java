package dev.steep.ui.control;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;

/** A pick from a list of kinds, and below it the knobs of the picked one, and its curve if it has one. */
public final class PickControl implements KnobControl<Choice> {
    /** A pick within a pick shows its knobs at once if they are so few. */
    private static final int FEW = 2;

    private final List<Kind> kinds;
    private final int upFront;
    private final Caption caption;
    private final Edit<Choice> edit;
    private final HTMLSelectElement select;
    private final HTMLElement help = HelpLink.to("help", "");
    private final HTMLElement inner = Html.of("div", "knob-inner").element();
    private final CurveView curve = new CurveView();
    private final HTMLElement element;
    private Optional<ChoiceForm.Ruling> ruling = Optional.empty();
    private Optional<Choice> shown = Optional.empty();
    private Optional<ChoiceForm> form = Optional.empty();

    /** A pick within a pick: what has many knobs of its own keeps them one press away. */
    static PickControl within(List<Kind> kinds, Caption caption, Edit<Choice> edit) {
        return new PickControl(kinds, 0, caption, edit);
    }

    /** @param upFront how many knobs of the picked kind are shown at once; the others are one press away */
    public PickControl(List<Kind> kinds, int upFront, Caption caption, Edit<Choice> edit) {
        this.kinds = kinds;
        this.upFront = upFront;
        this.caption = caption;
        this.edit = edit;
        Html menu = Html.of("select", "form-select form-select-sm");
        kinds.forEach(
                kind -> menu.add(Html.option(kind.name(), kind.formula().isPresent() ? kind.name() + "…" : kind.name())
                        .attribute("title", kind.about())));
        select = caption.name((HTMLSelectElement) menu.element());
        select.addEventListener("change", event -> pick());
        element = Html.of("div", "knob-pick")
                .add(caption.over(help, select), inner, curve.element())
                .element();
    }

    /** The same control, of whose knobs something else may set one. */
    public PickControl ruled(ChoiceForm.Ruling other) {
        ruling = Optional.of(other);
        return this;
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
        HelpLink.aim(help, value.kind());
        if (!same) {
            Html.clear(inner);
            ChoiceForm fresh = new ChoiceForm(
                            value.kind(),
                            value.kind().knobs(),
                            atOnce(value.kind()),
                            caption::within,
                            () -> shown.orElse(value),
                            this::edited)
                    .withOptions(value.kind());
            ruling.ifPresent(fresh::ruling);
            form = Optional.of(fresh);
            inner.appendChild(fresh.element());
        }
        form.orElseThrow().show(value);
        boolean typed = value.kind().formula().isPresent(); // then it is drawn below the field, while one types
        curve.show(typed ? Optional.empty() : value.curve());
    }

    private int atOnce(Kind kind) {
        return kind.knobs().size() <= FEW ? FEW : upFront;
    }

    private void pick() {
        kinds.stream()
                .filter(kind -> kind.name().equals(select.value))
                .findFirst()
                .ifPresent(kind -> edited(withOptions(begun(kind.choice())), false));
    }

    /** What all kinds of a family have besides stays as it was, such as an optimizer's schedule. */
    private Choice withOptions(Choice fresh) {
        return shown.map(fresh::withOptionsOf).orElse(fresh);
    }

    /** A formula begins as what was picked before, unless that is as plain as x itself. */
    private Choice begun(Choice fresh) {
        Optional<String> before = shown.flatMap(Choice::curve)
                .map(Curve::formula)
                .filter(formula -> formula.op() != Op.INPUT)
                .map(Expr::toString);
        return fresh.kind()
                .formula()
                .flatMap(knob -> before.map(text -> fresh.with(knob, text)))
                .orElse(fresh);
    }

    private void edited(Choice value, boolean continuing) {
        show(value);
        edit.to(value, continuing);
    }
}
