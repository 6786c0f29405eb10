package dev.steep.network.callback;

import static dev.steep.network.callback.CallbackKnobs.COOLDOWN;
import static dev.steep.network.callback.CallbackKnobs.FACTOR;
import static dev.steep.network.callback.CallbackKnobs.MIN_LR;
import static dev.steep.network.callback.CallbackKnobs.PATIENCE;

import dev.steep.catalog.Choice;
import dev.steep.math.Single;
import java.util.Optional;

/**
 * Keras' {@code ReduceLROnPlateau} in the course of a run. Rates are rounded to floats, as Keras' optimizers hold them.
 *
 * @param waited epochs since the best, but for those of a cooldown
 * @param cooling epochs of a cooldown that are left
 * @param top the best number so far
 */
record ReduceLROnPlateau(Choice choice, Monitor monitor, int waited, int cooling, Optional<Double> top)
        implements Watch {
    static ReduceLROnPlateau of(Choice choice) {
        return new ReduceLROnPlateau(choice, Monitor.of(choice), 0, 0, Optional.empty());
    }

    @Override
    public Outcome after(EpochEnd end) {
        Optional<Double> number = monitor.in(end);
        if (number.isEmpty()) {
            return Outcome.goOn(this);
        }
        int left = Math.max(0, cooling - 1);
        int before = cooling > 0 ? 0 : waited;
        if (monitor.better(number.get(), top)) {
            return Outcome.goOn(new ReduceLROnPlateau(choice, monitor, 0, left, number));
        }
        if (left > 0) {
            return Outcome.goOn(new ReduceLROnPlateau(choice, monitor, before, left, top));
        }
        double rate = Single.of(end.rate());
        double lowest = choice.get(MIN_LR);
        if (before + 1 < choice.get(PATIENCE) || rate <= Single.of(lowest)) {
            return Outcome.goOn(new ReduceLROnPlateau(choice, monitor, before + 1, 0, top));
        }
        return new Outcome(
                new ReduceLROnPlateau(choice, monitor, 0, choice.get(COOLDOWN), top),
                new Verdict.SetRate(Single.of(Math.max(rate * choice.get(FACTOR), lowest))));
    }

    @Override
    public double[] seen() {
        return new double[] {waited, cooling, top.orElse(Double.NaN)};
    }

    @Override
    public Watch having(double[] seen) {
        return new ReduceLROnPlateau(
                choice,
                monitor,
                (int) seen[0],
                (int) seen[1],
                Optional.of(seen[2]).filter(number -> !Double.isNaN(number)));
    }
}
