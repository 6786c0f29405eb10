package dev.steep.ui.state;

import dev.steep.recipe.Recipe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What undo and redo go back and forth through: the recipes of before, and under which key the worker keeps the run of each. */
public final class Edits {
    /** More steps than anybody goes back. */
    private static final int MOST = 100;

    /** Movements of a slider that follow each other within this many milliseconds are one edit. */
    private static final double ONE_MOVEMENT = 1000;

    /**
     * A recipe, and the key of its run.
     *
     * @param reset whether the edit was to go back to the first weights: then the run is brought back, though the recipes are equal
     */
    public record Step(Recipe recipe, int key, boolean reset) {
        Step(Recipe recipe, int key) {
            this(recipe, key, false);
        }
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private int keys;
    private double moved = Double.NEGATIVE_INFINITY;

    /** A key that was not given before. */
    public int newKey() {
        return ++keys;
    }

    /** Another recipe takes the place of this one. */
    public void edited(Step before) {
        moved = Double.NEGATIVE_INFINITY;
        undone.clear();
        push(done, before);
    }

    /** The same for a movement of a slider, at this time. */
    public void moved(Step before, double now) {
        boolean goesOn = now - moved < ONE_MOVEMENT;
        if (!goesOn) {
            edited(before);
        }
        moved = now;
    }

    /** The step to go back to; the present one can be gone forward to then. */
    public Optional<Step> undo(Step present) {
        return go(done, undone, present);
    }

    /** The same forward. */
    public Optional<Step> redo(Step present) {
        return go(undone, done, present);
    }

    private Optional<Step> go(Deque<Step> from, Deque<Step> to, Step present) {
        moved = Double.NEGATIVE_INFINITY;
        Optional<Step> step = Optional.ofNullable(from.pollLast());
        step.ifPresent(each -> push(to, new Step(present.recipe(), present.key(), each.reset())));
        return step;
    }

    private static void push(Deque<Step> steps, Step step) {
        steps.addLast(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }
}
