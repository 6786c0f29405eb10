package dev.steep.network.callback;

import static dev.steep.network.callback.CallbackKnobs.INITIAL_VALUE_THRESHOLD;
import static dev.steep.network.callback.CallbackKnobs.SAVE_BEST_ONLY;

import dev.steep.catalog.Choice;
import java.util.Optional;

/**
 * Keras' {@code ModelCheckpoint} in the course of a run, with one file: what is kept replaces what was kept before. Without {@code
 * save_best_only} that is the last epoch, which is kept anyway. While what it watches is not measured at all, each epoch is kept, as
 * in Keras.
 *
 * @param top the best number so far
 * @param epoch the one that is kept; 0 for none
 */
record ModelCheckpoint(Choice choice, Monitor monitor, Optional<Double> top, int epoch) implements Watch {
    static ModelCheckpoint of(Choice choice) {
        return new ModelCheckpoint(choice, Monitor.of(choice), Optional.empty(), 0);
    }

    @Override
    public Outcome after(EpochEnd end) {
        Optional<Double> number = monitor.in(end);
        boolean better = number.map(now -> monitor.better(now, top.or(() -> choice.get(INITIAL_VALUE_THRESHOLD))))
                .orElse(top.isEmpty());
        return Outcome.goOn(
                better || !choice.get(SAVE_BEST_ONLY)
                        ? new ModelCheckpoint(choice, monitor, better ? number : top, end.epoch())
                        : this);
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return choice.get(SAVE_BEST_ONLY) && epoch > 0
                ? Optional.of(new Checkpoint(epoch, monitor.name(), top.orElse(Double.NaN)))
                : Optional.empty();
    }

    /** Keras resets nothing of it: a further call of {@code fit} has to be better than the one before. */
    @Override
    public Watch again() {
        return this;
    }

    @Override
    public double[] seen() {
        return new double[] {top.orElse(Double.NaN), epoch};
    }

    @Override
    public Watch having(double[] seen) {
        return new ModelCheckpoint(
                choice, monitor, Optional.of(seen[0]).filter(number -> !Double.isNaN(number)), (int) seen[1]);
    }
}
