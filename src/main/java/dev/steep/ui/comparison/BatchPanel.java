package dev.steep.ui.comparison;

import dev.steep.catalog.Numbers;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.runs.RunGroup;
import dev.steep.ui.runs.Sweep;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.ArrayList;
import java.util.List;

/** Asks for runs in the background: some seeds of the present recipe, or a sweep over one or two of its settings. */
final class BatchPanel {
    private static final String SEEDS = "seeds";
    private static final String FOLDS = "folds";
    private static final String SWEEP = "sweep";
    private static final int USUAL_SEEDS = 5;
    private static final String RATE = "optimizer.learning_rate";

    private final Lab lab;
    private final BatchRuns batch;
    private final HTMLInputElement seeds = AxisForm.field("number", "axis-count");
    private final HTMLInputElement epochs = AxisForm.field("number", "axis-count");
    private final AxisForm first = new AxisForm("setting", "", this::say);
    private final AxisForm second = new AxisForm("and", "no other setting", this::say);
    private final HTMLElement ofSeeds = AxisForm.labelled("how many", seeds).element();
    private final HTMLElement ofSweep =
            Html.of("div", "batch-axes").add(first.element(), second.element()).element();
    private final HTMLElement words = Html.of("p", "batch-words").element();
    private final HTMLButtonElement go =
            Html.button("btn btn-primary", "Train them", this::start).asButton();
    private final HTMLElement progressWords = Html.of("span", "").element();
    private final HTMLElement bar = Html.of("span", "batch-done").element();
    private final HTMLElement progress = Html.of("div", "batch-progress")
            .add(
                    Html.of("span", "batch-bar")
                            .attribute("aria-hidden", "true")
                            .add(bar)
                            .element(),
                    progressWords,
                    Html.button("btn bar-button", "Cancel", this::cancel).element())
            .element();
    private final Segments kind = new Segments(List.of(SEEDS, FOLDS, SWEEP), BatchPanel::titled, this::pick);
    private final HTMLElement element;
    /** Whether the number of epochs is a person's own, and not the recipe's. */
    private boolean typed;

    private String picked = SEEDS;

    BatchPanel(Lab lab, BatchRuns batch) {
        this.lab = lab;
        this.batch = batch;
        seeds.value = "" + USUAL_SEEDS;
        seeds.min = "2";
        seeds.max = "" + Sweep.MOST_SEEDS;
        epochs.min = "1";
        epochs.max = "" + Sweep.MOST_EPOCHS;
        for (HTMLInputElement each : List.of(seeds, epochs)) {
            each.addEventListener("input", event -> say());
        }
        epochs.addEventListener("input", event -> typed = true);
        kind.show(picked);
        element = Html.of("details", "runs-batch")
                .add(Html.of("summary", "").text("Train many in the background"))
                .add(
                        Html.of("div", "batch-form")
                                .add(kind.element(), ofSweep)
                                .add(Html.of("div", "batch-row")
                                        .add(ofSeeds)
                                        .add(AxisForm.labelled("epochs of each", epochs)))
                                .add(words, go)
                                .element(),
                        progress)
                .element();
        pick(picked);
        changed();
    }

    HTMLElement element() {
        return element;
    }

    private static String titled(String word) {
        return word.equals(SEEDS) ? "Seeds" : word.equals(FOLDS) ? "Folds" : "Sweep";
    }

    private void pick(String word) {
        picked = word;
        ofSeeds.hidden = word.equals(SWEEP);
        ofSweep.hidden = !word.equals(SWEEP);
        say();
    }

    /** Another recipe is the present one. */
    void recipeChanged() {
        List<Sweep.Setting> all = Sweep.settings(lab.recipe());
        first.offer(all, RATE);
        second.offer(all, "");
        if (!typed) {
            epochs.value = "" + Math.min(Sweep.MOST_EPOCHS, lab.recipe().fit().get(Settings.EPOCHS));
        }
        say();
    }

    /** The runs in the background are further. */
    void changed() {
        progress.hidden = !batch.running();
        progressWords.textContent = batch.progress();
        bar.style.setProperty("width", Math.round(100 * batch.share()) + "%");
        go.disabled = batch.running() || !fits(recipes(new ArrayList<>()));
    }

    private boolean fits(List<Recipe> recipes) {
        return recipes.size() >= 2 && recipes.size() <= Sweep.MOST_RUNS;
    }

    private int epochs() {
        return (int) Math.max(1, Math.min(Sweep.MOST_EPOCHS, AxisForm.number(epochs, 1)));
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        if (!picked.equals(SWEEP)) {
            paths.add(picked.equals(FOLDS) ? RunGroup.FOLD : RunGroup.SEED);
        } else {
            first.chosen().ifPresent(each -> paths.add(each.path()));
            second.chosen().filter(each -> !paths.contains(each.path())).ifPresent(each -> paths.add(each.path()));
        }
        return paths;
    }

    private List<Recipe> recipes(List<String> notices) {
        if (!picked.equals(SWEEP)) {
            int count = (int) Math.max(2, Math.min(Sweep.MOST_SEEDS, AxisForm.number(seeds, USUAL_SEEDS)));
            return picked.equals(FOLDS)
                    ? Sweep.folds(lab.recipe(), count, epochs())
                    : Sweep.seeds(lab.recipe(), count, epochs());
        }
        List<String> paths = paths();
        List<List<String>> values = new ArrayList<>(List.of(first.values()));
        if (paths.size() > 1) {
            values.add(second.values());
        }
        int all = values.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        if (paths.isEmpty() || all > 4 * Sweep.MOST_RUNS) {
            return List.of();
        }
        return Sweep.grid(lab.recipe(), paths, values, epochs(), notices);
    }

    /** What would be trained. */
    private void say() {
        List<String> notices = new ArrayList<>();
        List<Recipe> recipes = recipes(notices);
        List<String> all = new ArrayList<>();
        for (String path : paths()) {
            all.add((picked.equals(SEEDS) ? "seed" : picked.equals(FOLDS) ? "validated by fold" : title(path)) + " "
                    + String.join(", ", RunGroup.values(path, recipes)));
        }
        String what = Numbers.count(recipes.size(), "run") + " of " + Numbers.count(epochs(), "epoch") + ": "
                + String.join("; ", all) + ". ";
        words.textContent = recipes.size() < 2
                ? "That is less than two runs, or far too many: at most " + Sweep.MOST_RUNS + " at once."
                : recipes.size() > Sweep.MOST_RUNS
                        ? Numbers.count(recipes.size(), "run") + " are too many: at most " + Sweep.MOST_RUNS
                                + " at once."
                        : what + (notices.isEmpty() ? "" : notices.get(0) + " ")
                                + "Another worker trains them, one after the other; the open run is not touched.";
        go.disabled = batch.running() || !fits(recipes);
    }

    private static String title(String path) {
        return Sweep.title(KnobPath.read(path));
    }

    private void start() {
        List<Recipe> recipes = recipes(new ArrayList<>());
        if (fits(recipes) && !batch.running()) {
            batch.start(paths(), recipes);
        }
    }

    private void cancel() {
        batch.cancel();
    }
}
