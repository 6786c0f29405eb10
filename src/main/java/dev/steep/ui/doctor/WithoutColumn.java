package dev.steep.ui.doctor;

import dev.steep.recipe.Settings;
import dev.steep.recipe.TableChoice;
import java.util.Optional;

/** The remedy that a column of a file is not used. */
final class WithoutColumn {
    private WithoutColumn() {}

    /** None for data that are no table of a file. */
    static Optional<Finding.Remedy> of(Evidence evidence, String column) {
        boolean file = evidence.recipe().data().is(Settings.FILE)
                && evidence.facts().columns().contains(column);
        return file
                ? Optional.of(new Finding.Remedy(
                        "Leave out " + column,
                        evidence.recipe()
                                .withData(TableChoice.without(evidence.recipe().data(), column))))
                : Optional.empty();
    }
}
