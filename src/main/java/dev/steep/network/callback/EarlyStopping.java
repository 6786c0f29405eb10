package dev.steep.network.callback;

import static dev.steep.network.callback.CallbackKnobs.BASELINE;
import static dev.steep.network.callback.CallbackKnobs.PATIENCE;
import static dev.steep.network.callback.CallbackKnobs.RESTORE_BEST_WEIGHTS;
import static dev.steep.network.callback.CallbackKnobs.START_FROM_EPOCH;

import dev.steep.catalog.Choice;
import java.util.Optional;

/**
 * Keras' {@code EarlyStopping} in the course of a run.
 *
 * @param epochs how many it has been told of
 * @param waited how many of them have passed since the best, or since one that beat the baseline
 * @param top the best number so far
 * @param topEpoch the epoch of the best number
 */
record EarlyStopping(
        Choice choice, Monitor monitor, int epochs, int waited, Optional<Double> top, Optional<Integer> topEpoch)
        implements Watch {
    static EarlyStopping of(Choice choice) {
        return new EarlyStopping(choice, Monitor.of(choice), 0, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public Outcome after(EpochEnd end) {
        Optional<Double> number = monitor.in(end);
        if (number.isEmpty() || epochs < choice.get(START_FROM_EPOCH)) {
            return Outcome.goOn(new EarlyStopping(choice, monitor, epochs + 1, waited, top, topEpoch));
        }
        double now = number.get();
        if (monitor.better(now, top)) {
            int since = monitor.better(now, choice.get(BASELINE)) ? 0 : waited + 1;
            return Outcome.goOn(
                    new EarlyStopping(choice, monitor, epochs + 1, since, number, Optional.of(end.epoch())));
        }
        Watch next = new EarlyStopping(choice, monitor, epochs + 1, waited + 1, top, topEpoch);
        boolean over = waited + 1 >= choice.get(PATIENCE) && epochs > 0;
        return new Outcome(next, over ? new Verdict.Stop(monitor.stuck(waited + 1)) : new Verdict.GoOn());
    }

    @Override
    public double[] seen() {
        return new double[] {epochs, waited, top.orElse(Double.NaN), topEpoch.orElse(0)};
    }

    @Override
    public Watch having(double[] seen) {
        return new EarlyStopping(
                choice,
                monitor,
                (int) seen[0],
                (int) seen[1],
                Optional.of(seen[2]).filter(number -> !Double.isNaN(number)),
                Optional.of((int) seen[3]).filter(epoch -> epoch > 0));
    }

    @Override
    public Optional<Integer> best() {
        return choice.get(RESTORE_BEST_WEIGHTS) ? topEpoch : Optional.empty();
    }
}
