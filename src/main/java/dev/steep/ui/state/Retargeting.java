package dev.steep.ui.state;

import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Predicted;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Retarget;
import dev.steep.recipe.Settings;
import java.util.Optional;

/**
 * A recipe that predicts something else than before: last layer, loss and metrics follow.
 *
 * @param said what has changed, if anything has
 */
record Retargeting(Recipe recipe, Optional<String> said) {
    /** If it predicts another column of the table that is open; any other recipe stays as it is. */
    static Retargeting column(Recipe before, DataFacts data, Recipe changed) {
        Retargeting same = new Retargeting(changed, Optional.empty());
        if (!before.data().is(Settings.FILE) || !changed.data().is(Settings.FILE)) {
            return same;
        }
        String column = changed.data().get(Settings.LABEL);
        boolean sameFile = changed.data().equals(before.data().with(Settings.LABEL, column));
        int place = data.columns().indexOf(column);
        Predicted predicted = Predicted.of(changed.data(), column, data.columns(), data.answers());
        if (!sameFile
                || Settings.reconstructs(changed)
                || column.equals(data.label())
                || place < 0
                || predicted.classes() < 0) {
            return same;
        }
        int classes = predicted.classes();
        Retarget retarget = Retarget.of(changed, data.classes().size(), classes, predicted.numbers());
        String what = "Predicts " + column + (classes == 0 ? ", a number" : ", " + classes + " classes");
        return new Retargeting(
                retarget.recipe(), Optional.of(what + (retarget.said().isEmpty() ? "" : ": " + retarget.said())));
    }

    /** If it predicts so many classes, or numbers if there are none. */
    static Retargeting to(DataFacts data, Recipe changed, int classes, int numbers) {
        if (Settings.reconstructs(changed)) {
            return new Retargeting(changed, Optional.empty());
        }
        Retarget retarget = Retarget.of(changed, data.classes().size(), classes, numbers);
        return new Retargeting(
                retarget.recipe(),
                Optional.of(retarget.said())
                        .filter(said -> !said.isEmpty())
                        .map(said -> "For what is predicted now, " + said));
    }
}
