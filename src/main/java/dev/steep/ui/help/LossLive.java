package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import dev.steep.ui.control.KnobControl;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** The loss of one predicted number p, over p, with a slider for the target t. */
final class LossLive {
    private static final double POSITIVE = 8;

    /** Probabilities of 0 and 1 are not reached: there the slope ends. */
    private static final double INSIDE = 0.001;

    private final FunctionLive function;
    private double target;

    private LossLive(Kind kind, double from, double to, Knob<Double> knob) {
        target = knob.preset();
        function = new FunctionLive("l", from, to, kind, this::curve);
        KnobControl<Double> control = KnobControl.of(knob.whileTraining(), (value, continuing) -> {
            target = value;
            redraw();
        });
        control.show(target);
        function.with(control.element());
    }

    static LossLive of(Kind kind) {
        Loss loss = Loss.of(kind.choice());
        List<Activation> after = loss.after(kind.choice());
        boolean classes = has(after, "sigmoid") || loss.needsBothSigns();
        String about = "What should have been said.";
        if (has(after, "sigmoid")) {
            return new LossLive(kind, INSIDE, 1 - INSIDE, Knob.real("target", 1, 0, 1, about));
        } else if (has(after, "exponential")) {
            return new LossLive(kind, 0, POSITIVE, Knob.real("target", 3, 0, POSITIVE, about));
        }
        return new LossLive(kind, -4, 4, Knob.real("target", 1, classes ? 0 : -4, classes ? 1 : 4, about));
    }

    private static boolean has(List<Activation> activations, String name) {
        return activations.stream().anyMatch(each -> each.kind().name().equals(name));
    }

    HTMLElement element() {
        return function.element();
    }

    private void redraw() {
        function.show();
    }

    private Optional<Curve> curve(Choice choice) {
        Expr formula =
                Loss.of(choice).formula(choice).substitute(1, Expr.c(target)).simplify();
        return Optional.of(new Curve(formula, formula.derive(0)));
    }
}
