package dev.steep.engine;

import dev.steep.catalog.Curve;
import dev.steep.catalog.Numbers;
import dev.steep.network.Model;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out why the numbers of a run overflowed, and says what to try. */
final class Diagnosis {
    /** Inputs beyond this make steps hundreds of times too long for usual learning rates. */
    private static final double LARGE_INPUT = 100;

    private Diagnosis() {}

    /** Sentences about the first value, on the way from the input to the loss, that holds a number which is none. */
    static String of(Machine machine, Model model, int step) {
        String what = "The loss stopped being a number in step " + step + ".";
        List<Value> values = model.program().training().steps(Tape.Phase.FORWARD).stream()
                .map(Step::output)
                .collect(Collectors.toCollection(ArrayList::new));
        values.add(0, model.program().train().input());
        values.addAll(model.weights()); // last, for the update has broken them all
        for (Value value : values) {
            float[] numbers = machine.read(value);
            int at = broken(numbers);
            if (at >= 0) {
                what = "Training stopped in step " + step + ": " + value.name() + " holds "
                        + (Float.isNaN(numbers[at]) ? "a number that is none (NaN)" : "an infinite number") + ".";
                break;
            }
        }
        return what + " " + cause(machine, model) + " Reset starts again.";
    }

    private static String cause(Machine machine, Model model) {
        float[] inputs = machine.read(model.program().train().input());
        double largest = 0;
        for (float input : inputs) {
            largest = Math.max(largest, Math.abs(input)); // NaN stays
        }
        if (!Double.isFinite(largest)) {
            return "The data itself holds numbers that are not finite; mend or leave out those samples.";
        }
        if (largest > LARGE_INPUT) {
            return "The inputs reach " + Numbers.write(round(largest))
                    + ", which makes steps far too long: prepare them, for instance to mean 0 and deviation 1.";
        }
        Optional<String> formula = formula(model);
        if (formula.isPresent()) {
            return formula.get();
        }
        var optimizer = model.plan().design().optimizer();
        if (optimizer.kind().knob(OptimizerKnobs.LEARNING_RATE.name()).isEmpty()) {
            return "The steps were too long: try another optimizer.";
        }
        double rate = optimizer.get(OptimizerKnobs.LEARNING_RATE);
        return "Most likely the steps were too long: the learning rate was " + Numbers.write(rate) + "; try "
                + Numbers.write(round(rate / 10)) + ".";
    }

    /** A formula of one's own that has no value somewhere is the likeliest cause. */
    private static Optional<String> formula(Model model) {
        return model.plan().layers().stream()
                .map(layer -> layer.layer().activation())
                .filter(activation -> activation.is(Activation.FORMULA.kind()))
                .flatMap(activation -> activation.curve().flatMap(Curve::gap).stream()
                        .map(gap -> "The formula " + activation.get(ActivationKnobs.FORMULA) + " may be why. " + gap))
                .findFirst();
    }

    /** The place of the first number that is not finite; -1 if there is none. */
    static int broken(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                return i;
            }
        }
        return -1;
    }

    /** To two digits, since more would say no more. */
    private static double round(double number) {
        double unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        while (number / unit < 10 && unit > 1e-12) {
            unit /= 10;
        }
        double digits = Math.rint(number / unit);
        return unit >= 1 ? digits * unit : digits / Math.rint(1 / unit);
    }
}
