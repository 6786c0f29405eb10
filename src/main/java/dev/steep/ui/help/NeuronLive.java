package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Activation;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** One unit with one input: y = f(w x + b). */
final class NeuronLive {
    private static final Knob<Double> WEIGHT = Knob.real("weight", 1.5, -5, 5, "What the input is multiplied by.");
    private static final Knob<Double> BIAS = Knob.real("bias", -1, -5, 5, "What is added to it.");
    private static final Knob<Choice> ACTIVATION =
            Knob.pick("activation", Activation.kinds().get(1), Activation::kinds, "What the unit makes of the sum.");
    private static final Kind KIND = Kind.of("unit", "Unit", "A unit with one input.", WEIGHT, BIAS, ACTIVATION);

    private NeuronLive() {}

    static HTMLElement element() {
        return new FunctionLive("y", -4, 4, KIND, NeuronLive::curve).element();
    }

    private static Optional<Curve> curve(Choice unit) {
        Expr sum = Expr.input(0, "x").times(unit.get(WEIGHT)).plus(unit.get(BIAS));
        return unit.get(ACTIVATION).curve().map(activation -> {
            Expr formula = activation.formula().substitute(0, sum).simplify();
            return new Curve(formula, formula.derive(0));
        });
    }
}
