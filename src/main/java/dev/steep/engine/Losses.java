package dev.steep.engine;

import dev.steep.math.Trace;
import java.util.Arrays;

/** The loss of every step: of all steps in bounded room, and of the latest ones each. */
public final class Losses {
    /** More than are done between two reports; where nobody asks for them, there are never more. */
    private static final int MOST_FRESH = 1 << 20;

    private final Trace all;
    private float[] fresh = new float[256];
    private int size;

    Losses() {
        this(new Trace());
    }

    private Losses(Trace all) {
        this.all = all;
    }

    /**
     * All there is to know of them: {@link #of} goes on from it.
     *
     * @param fresh those that nobody has taken yet
     */
    public record State(Trace.State all, float[] fresh) {}

    /** How they stand; the arrays are copies. */
    public State state() {
        return new State(all.state(), Arrays.copyOf(fresh, size));
    }

    /** Losses of their own that go on from there. */
    public static Losses of(State state) {
        Losses losses = new Losses(Trace.of(state.all));
        losses.fresh = Arrays.copyOf(state.fresh, Math.max(16, state.fresh.length));
        losses.size = state.fresh.length;
        return losses;
    }

    /** The same losses, in a list of its own. */
    Losses copy() {
        Losses copy = told();
        copy.fresh = Arrays.copyOf(fresh, Math.max(16, size));
        copy.size = size;
        return copy;
    }

    /** The same, as if all had been taken. */
    Losses told() {
        Losses told = new Losses(all.copy());
        told.fresh = new float[16];
        return told;
    }

    void add(double loss) {
        all.add(loss);
        if (size == MOST_FRESH) {
            size = 0;
        }
        if (size == fresh.length) {
            fresh = Arrays.copyOf(fresh, 2 * size);
        }
        fresh[size++] = (float) loss;
    }

    void clear() {
        all.clear();
        size = 0;
    }

    /** How many wait to be taken. */
    int waiting() {
        return size;
    }

    /** Those of all steps, thinned out as a {@link Trace} is. */
    float[] all() {
        return all.values();
    }

    /** Those since this was last called. */
    float[] take() {
        float[] taken = Arrays.copyOf(fresh, size);
        size = 0;
        return taken;
    }
}
