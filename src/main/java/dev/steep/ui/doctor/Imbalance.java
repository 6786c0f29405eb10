package dev.steep.ui.doctor;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Numbers;
import dev.steep.network.metric.Metric;
import dev.steep.protocol.look.CountsLook;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The largest class has more than five times as many training samples as the smallest. */
final class Imbalance implements Check {
    private static final double TIMES = 5;
    private static final int FEWEST = 30;

    @Override
    public String name() {
        return "imbalance";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        int classes = evidence.facts().askedClasses().size();
        return classes < 2 ? List.of() : List.of(new CountsLook(classes));
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<String> classes = evidence.facts().askedClasses();
        float[] counts = evidence.once(new CountsLook(classes.size()));
        int most = 0;
        int least = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
            least = counts[i] < counts[least] ? i : least;
            all += counts[i];
        }
        double total = all;
        if (all < FEWEST || counts[most] <= TIMES * counts[least]) {
            return Optional.empty();
        }
        String sentence = "The classes are unequal: " + Numbers.count((int) counts[most], "training sample") + " of "
                + classes.get(most) + ", " + Numbers.grouped((int) counts[least]) + " of " + classes.get(least)
                + ". To say " + classes.get(most) + " every time is right for "
                + Figures.fixed(100 * counts[most] / all, 0)
                + " % of them, so look at each class, not at accuracy alone.";
        Optional<Finding.Remedy> remedy =
                measured(evidence.recipe()).or(() -> weighed(evidence.recipe(), counts, total));
        return Optional.of(new Finding(name(), sentence, remedy)
                .at(new Finding.Place.View("confusion", "Show the confusion matrix")));
    }

    /** The F1 score, if it is not measured. */
    private static Optional<Finding.Remedy> measured(Recipe recipe) {
        List<Choice> metrics = new ArrayList<>(recipe.get(Parts.METRICS));
        Optional<Kind> score = Metric.kinds().stream()
                .filter(each -> each.name().equals("f1_score"))
                .findFirst();
        if (score.isEmpty() || metrics.stream().anyMatch(each -> each.kind().equals(score.get()))) {
            return Optional.empty();
        }
        metrics.add(score.get().choice());
        return Optional.of(new Finding.Remedy("Measure the F1 score", recipe.with(Parts.METRICS, metrics)));
    }

    /**
     * Each class counts as much as any other in the loss, if classes have no weights yet: samples / (classes × samples of the
     * class), as {@code class_weight="balanced"} is in scikit-learn.
     */
    private static Optional<Finding.Remedy> weighed(Recipe recipe, float[] counts, double all) {
        if (recipe.fit().get(Settings.CLASS_WEIGHT).isPresent()) {
            return Optional.empty();
        }
        List<Double> weights = new ArrayList<>();
        for (float count : counts) {
            weights.add(count == 0 ? 1 : Math.rint(1000 * all / (counts.length * count)) / 1000);
        }
        return Optional.of(new Finding.Remedy(
                "Let each class count the same",
                recipe.withFit(recipe.fit().with(Settings.CLASS_WEIGHT, Optional.of(List.copyOf(weights))))));
    }
}
