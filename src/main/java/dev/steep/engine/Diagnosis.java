package dev.steep.engine;

import dev.steep.catalog.Curve;
import dev.steep.catalog.Numbers;
import dev.steep.network.Model;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.optimizer.OptimizerKnobs;
import java.util.Optional;

/** Finds out why the numbers of a run overflowed, and says what to try. */
final class Diagnosis {
    /** Inputs beyond this make steps hundreds of times too long for usual learning rates. */
    private static final double LARGE_INPUT = 100;

    private final Machine machine;
    private final Model model;
    private final int step;
    private final int perEpoch;

    /**
     * Of a run.
     *
     * @param machine as the step left it that broke something
     * @param step in which that was seen, the first is 1
     * @param perEpoch how many steps an epoch has
     */
    Diagnosis(Machine machine, Model model, int step, int perEpoch) {
        this.machine = machine;
        this.model = model;
        this.step = step;
        this.perEpoch = perEpoch;
    }

    /** Sentences about the first number that broke, and what to try. */
    String of(Optional<LastGood.Broken> broken) {
        return "Training stopped in step " + step + ": "
                + broken.map(this::what).orElse("the loss or a weight is no longer a finite number") + ". "
                + cause(machine, model) + " Reset starts again.";
    }

    private String what(LastGood.Broken broken) {
        int when = step - broken.stepsAgo();
        return broken.value().name() + " became " + (Double.isNaN(broken.number()) ? "NaN (not a number)" : "infinite")
                + (broken.stepsAgo() == 0 ? ", in batch " : " in step " + when + ", batch ")
                + ((when - 1) % perEpoch + 1) + " of epoch " + ((when - 1) / perEpoch + 1);
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
        double usual = optimizer.kind().choice().get(OptimizerKnobs.LEARNING_RATE);
        return "Most likely the steps were too long: the learning rate was " + Numbers.write(rate) + "; try "
                + (rate > usual
                        ? Numbers.write(usual) + ", the default of "
                                + optimizer.kind().name()
                        : Numbers.write(round(rate / 10)))
                + ".";
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
