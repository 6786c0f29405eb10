package dev.steep.ui.comparison;

import dev.steep.catalog.Numbers;
import dev.steep.recipe.Recipe;
import dev.steep.ui.runs.BackgroundRuns;
import dev.steep.ui.runs.BrowserWorkers;
import dev.steep.ui.runs.KeptRun;
import dev.steep.ui.runs.RunGroup;
import dev.steep.ui.state.Lab;
import elemental2.core.JsDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that are trained in the background, or were last: how far they are, and which could not be trained. */
final class BatchRuns implements BackgroundRuns.Listener {
    /**
     * What a group is to become.
     *
     * @param recipes all of them
     * @param failures why some could not be trained, by their places
     */
    record Plan(List<Recipe> recipes, Map<Integer, String> failures, boolean running) {
        /** Of a group that was trained before the page was loaded, or before another one. */
        static final Plan NONE = new Plan(List.of(), new LinkedHashMap<>(), false);
    }

    private final Lab lab;
    private final Runnable moved;
    private final Runnable changed;
    private final Map<Integer, String> failures = new LinkedHashMap<>();
    private Optional<BackgroundRuns> runs = Optional.empty();
    private List<Recipe> recipes = List.of();
    private String key = "";
    private String progress = "";
    private int done;
    private boolean running;

    /**
     * @param moved is called when it is further
     * @param changed is called when a run is done, or all of them
     */
    BatchRuns(Lab lab, Runnable moved, Runnable changed) {
        this.lab = lab;
        this.moved = moved;
        this.changed = changed;
    }

    /** Trains recipes that differ in the settings of these paths. */
    void start(List<String> paths, List<Recipe> wanted) {
        recipes = wanted;
        failures.clear();
        done = 0;
        running = true;
        key = RunGroup.key("g" + Long.toString((long) JsDate.now(), 36), paths);
        Recipe first = wanted.get(0);
        runs = Optional.of(new BackgroundRuns(
                new BrowserWorkers(), then -> lab.ownData(first, then), wanted, key, JsDate::now, this));
        advanced(0, 0, 0);
        changed.run();
        runs.get().start();
    }

    boolean running() {
        return running;
    }

    /** What its runs are kept as; empty before the first. */
    String key() {
        return key;
    }

    /** What is to come of it, and what could not be. */
    Plan plan() {
        return new Plan(recipes, new LinkedHashMap<>(failures), running);
    }

    /** How far it is, in words. */
    String progress() {
        return progress;
    }

    double share() {
        return recipes.isEmpty() ? 0 : (double) done / recipes.size();
    }

    void cancel() {
        runs.ifPresent(BackgroundRuns::cancel);
    }

    @Override
    public void advanced(int place, int epoch, int epochs) {
        progress = "Run " + (place + 1) + " of " + recipes.size()
                + (epochs == 0 ? "" : ", epoch " + epoch + " of " + epochs);
        moved.run();
    }

    @Override
    public void trained(int place, KeptRun run) {
        done = place + 1;
        lab.runs().put(run);
        changed.run();
    }

    @Override
    public void failed(int place, String sentence) {
        done = place + 1;
        failures.put(place, sentence);
        changed.run();
    }

    @Override
    public void over() {
        running = false;
        int trained = done - failures.size();
        progress = (trained < recipes.size() ? trained + " of " : "")
                + Numbers.count(recipes.size(), "run")
                + (trained < recipes.size() ? " are trained." : recipes.size() == 1 ? " is trained." : " are trained.");
        lab.tell("In the background: " + progress + " See Runs.", false);
        changed.run();
    }
}
