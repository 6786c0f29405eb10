package dev.steep.engine;

import dev.steep.tape.Value;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Notices when numbers of a run are no longer finite, and finds out where that began. */
final class Divergence {
    /** Weights are looked through at the end of an epoch, but not more often than this: it takes longer than a small step. */
    private static final int STEPS_BETWEEN_CHECKS = 2000;

    private final OpenModel open;
    private final TrainingSteps steps;
    private final LastGood lastGood;
    private int checked;
    private Optional<String> trouble = Optional.empty();

    Divergence(OpenModel open, TrainingSteps steps, DoubleSupplier clock) {
        this.open = open;
        this.steps = steps;
        lastGood = new LastGood(clock);
    }

    void reset() {
        restore(0, Optional.empty());
        weightsChanged();
    }

    /** As it was in a snapshot. */
    void restore(int lastChecked, Optional<String> known) {
        checked = lastChecked;
        trouble = known;
    }

    /** Weights are others than the last step has made. */
    void weightsChanged() {
        lastGood.forget();
    }

    /** Is told of steps that are about to be done. */
    void before(Batch[] next) {
        lastGood.before(next, open.machine(), open.model());
    }

    /**
     * Is told of the loss of a step that was done.
     *
     * @param later steps that have been done after it
     * @return whether the run goes on
     */
    boolean allows(double loss, int later) {
        if (!Double.isFinite(loss)) {
            trouble = Optional.of(diagnosis(later));
        }
        return trouble.isEmpty();
    }

    /**
     * Looks at all weights, unless it has just done so: an activation may hide broken ones from the loss, since relu of NaN is 0.
     *
     * @param first whether this is the end of the first epoch
     */
    void checkWeights(boolean first) {
        if (steps.step() - checked < STEPS_BETWEEN_CHECKS && !first) {
            return;
        }
        checked = steps.step();
        for (Value value : open.model().weights()) {
            if (open.machine().exact(value).broken().isPresent()) {
                trouble = Optional.of(diagnosis(0));
                return;
            }
        }
    }

    private String diagnosis(int later) {
        Machine machine = open.machine();
        Optional<LastGood.Broken> broken = lastGood.find(machine, open.model(), later);
        String sentences = new Diagnosis(machine, open.model(), steps.step(), steps.perEpoch()).of(broken);
        lastGood.goOn(machine);
        return sentences;
    }

    /** The step at which all weights were looked at last. */
    int checked() {
        return checked;
    }

    /** What went wrong. */
    Optional<String> trouble() {
        return trouble;
    }
}
