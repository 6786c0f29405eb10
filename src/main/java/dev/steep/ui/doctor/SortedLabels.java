package dev.steep.ui.doctor;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.look.CountsLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.List;
import java.util.Optional;

/** The last rows validate, and a class of several is missing there or in training: the rows are sorted by class. */
final class SortedLabels implements Check {
    private static final String LAST = "last";

    /** Fewer samples of a class may be missing in a part by chance. */
    private static final int FEWEST = 10;

    @Override
    public String name() {
        return "sorted";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        int classes = evidence.facts().classes().size();
        return classes < 2 || !isLast(evidence.recipe()) ? List.of() : List.of(training(classes), validation(classes));
    }

    private static CountsLook training(int classes) {
        return new CountsLook(classes);
    }

    private static CountsLook validation(int classes) {
        return new CountsLook(classes, DataPart.VALIDATION);
    }

    private static boolean isLast(Recipe recipe) {
        return recipe.split().get(Settings.ORDER).equals(LAST);
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<String> classes = evidence.facts().classes();
        float[] training = evidence.once(training(classes.size()));
        float[] validation = evidence.once(validation(classes.size()));
        if (!isLast(evidence.recipe())
                || training.length < classes.size()
                || validation.length < classes.size()
                || sum(validation) < FEWEST) {
            return Optional.empty();
        }
        for (int i = 0; i < classes.size(); i++) {
            if (training[i] == 0 && validation[i] >= FEWEST) {
                return Optional.of(finding(
                        evidence,
                        "All " + Numbers.count((int) validation[i], "sample") + " of " + classes.get(i)
                                + " are in the validation part, so the network never sees one."));
            }
        }
        for (int i = 0; i < classes.size(); i++) {
            if (validation[i] == 0 && training[i] >= FEWEST * classes.size()) {
                return Optional.of(finding(
                        evidence,
                        "None of the " + Numbers.count((int) sum(validation), "validation sample") + " is of "
                                + classes.get(i) + "."));
            }
        }
        return Optional.empty();
    }

    private Finding finding(Evidence evidence, String where) {
        Recipe recipe = evidence.recipe();
        return new Finding(
                name(),
                where + " The rows seem to be sorted by class, and the last ones validate.",
                Optional.of(new Finding.Remedy(
                        "Draw every class in proportion",
                        recipe.withSplit(recipe.split().with(Settings.ORDER, Settings.ORDER.preset())))));
    }

    private static float sum(float[] counts) {
        float sum = 0;
        for (float count : counts) {
            sum += count;
        }
        return sum;
    }
}
