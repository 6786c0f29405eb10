package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Op;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.control.CurveView;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;
import java.util.Optional;
import java.util.function.Function;

/** A function of one number and its slope, with sliders for its parameters, and both at a place that can be moved. */
final class FunctionLive {
    private final String name;
    private final Function<Choice, Optional<Curve>> curve;
    private final CurveView view;
    private final LiveFrame frame;
    private final Optional<ChoiceForm> form;
    private Choice choice;
    private double x;

    /**
     * @param name of its value
     * @param curve of a pick of the kind
     */
    FunctionLive(String name, double from, double to, Kind kind, Function<Choice, Optional<Curve>> curve) {
        this.name = name;
        this.curve = curve;
        choice = kind.choice();
        view = view(name, from, to);
        frame = new LiveFrame(kind.name() + ", live");
        frame.picture(view.element());
        x = Math.rint(100 * (from + 3 * to) / 4) / 100;
        Knob<Double> place = Knob.real("at", x, from, to, "Where the value and the slope below the plot are read.")
                .whileTraining();
        frame.slider(place, value -> {
            x = value;
            show();
        });
        form = frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        show();
    }

    /** An activation's own formulas follow its parameters; those of others are the ones above. */
    private static CurveView view(String name, double from, double to) {
        CurveView view = new CurveView(name, from, to);
        return name.equals("y") ? view : view.plain();
    }

    HTMLElement element() {
        return frame.element();
    }

    /** Begins with another pick than the defaults. */
    FunctionLive from(Choice other) {
        choice = other;
        form.ifPresent(shown -> shown.show(other));
        show();
        return this;
    }

    /** Adds a control, and draws anew whenever something outside has changed. */
    FunctionLive with(HTMLElement control) {
        frame.control(control);
        return this;
    }

    void show() {
        Optional<Curve> shown = curve.apply(choice);
        view.show(shown);
        frame.say(shown.map(each -> {
                    double[][] at = each.at(new double[] {x});
                    boolean sloped = each.slope().op() != Op.CONST
                            || !Double.isNaN(each.slope().value());
                    return "At " + Figures.of(x) + ": " + name + " = " + Figures.of(at[0][0])
                            + (sloped ? ", " + name + "′ = " + Figures.of(at[1][0]) : "");
                })
                .orElse(""));
    }
}
