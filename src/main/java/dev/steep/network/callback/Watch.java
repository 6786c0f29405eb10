package dev.steep.network.callback;

import dev.steep.catalog.Choice;
import java.util.Optional;

/** A callback in the course of a run: how it is set, and what it has seen since the run began. Immutable, so snapshots hold it. */
public interface Watch {
    /** The callback, and how it is set. */
    Choice choice();

    /** What it makes of an epoch. */
    Outcome after(EpochEnd end);

    /** The epoch whose weights training is to end with; nothing, if with the last ones. */
    default Optional<Integer> best() {
        return Optional.empty();
    }

    /** The epoch whose network is to be kept, whatever is dropped of the others; nothing, if none is. */
    default Optional<Checkpoint> checkpoint() {
        return Optional.empty();
    }

    /** How it begins with the next call of Keras' {@code fit}, on the same network. */
    default Watch again() {
        return Callback.watch(choice());
    }

    /** All that it has seen, as numbers; {@link #having} goes on from them. */
    double[] seen();

    /** The same callback, which has seen this. */
    Watch having(double[] seen);

    /**
     * An epoch that is kept.
     *
     * @param epoch counted from 1
     * @param monitor what was watched
     * @param value what that came to; NaN if it was not measured
     */
    record Checkpoint(int epoch, String monitor, double value) {}

    /** What it wants, and what it will keep in mind. */
    record Outcome(Watch next, Verdict verdict) {
        static Outcome goOn(Watch next) {
            return new Outcome(next, new Verdict.GoOn());
        }
    }
}
