package dev.steep.ui.doctor;

import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/** Looks for one thing that goes wrong. It would rather miss it than be wrong. */
public interface Check {
    /** All of them, the most telling first. */
    List<Check> ALL = List.of(new Overfitting(), new RateTooHigh(), new LossStands());

    /** A word that names it. */
    String name();

    /**
     * What it finds, if anything.
     *
     * @param epochs of the run so far, all of its recipe
     */
    Optional<Finding> look(Recipe recipe, List<EpochLog> epochs);

    /** The first thing that any of them finds, but for some. */
    static Optional<Finding> first(Recipe recipe, List<EpochLog> epochs, List<String> without) {
        return ALL.stream()
                .filter(check -> !without.contains(check.name()))
                .map(check -> check.look(recipe, epochs))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
