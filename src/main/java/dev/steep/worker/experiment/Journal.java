package dev.steep.worker.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * What was changed by hand in a run, each with the step after which it took effect. Whoever opens the recipe that the run began with,
 * trains to each of these steps and changes the same gets the same bits. Immutable.
 *
 * @param run an id of the run
 * @param recipe what it began with, in link form
 */
public record Journal(String run, String recipe, List<Entry> entries) {
    private static int runs;

    /** What a person did. */
    public enum Change {
        /** Live knobs, such as the learning rate, got other values. */
        KNOBS,
        /** The network was changed; layers that are still there kept their weights. */
        EDIT,
        /** Weights were set. */
        WEIGHTS,
        /** The run left another one at this step; what that did later is no part of it. */
        BRANCH
    }

    /**
     * One change.
     *
     * @param step finished steps when it was made
     * @param recipe what the run went on with; of weights, their name
     * @param values the weights that were set
     */
    public record Entry(int step, Change kind, String recipe, float[] values) {}

    /** Of a run that begins with this recipe. */
    public static Journal of(String recipe) {
        String id = Long.toString(System.currentTimeMillis(), 36) + "-" + ++runs;
        return new Journal(id, recipe, List.of());
    }

    public Journal with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Journal(run, recipe, List.copyOf(more));
    }

    /** The recipe is the present one after this many steps. */
    public Journal with(int step, Change kind, String now) {
        return with(new Entry(step, kind, now, new float[0]));
    }

    /** Of another run that had the same beginning, up to this step. */
    public Journal branch(int step, String now) {
        List<Entry> before = entries.stream().filter(each -> each.step() < step).toList();
        return new Journal(of(recipe).run(), recipe, before).with(step, Change.BRANCH, now);
    }

    /** How much memory it takes, but for a few words. */
    long bytes() {
        return entries.stream().mapToLong(each -> 4L * each.values().length).sum();
    }
}
