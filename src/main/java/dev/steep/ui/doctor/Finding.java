package dev.steep.ui.doctor;

import dev.steep.recipe.Recipe;
import java.util.Optional;

/**
 * Something that is wrong with a run.
 *
 * @param check names what has found it
 * @param sentence what is wrong, with the numbers that show it
 * @param remedy what would mend it, if one change does
 */
public record Finding(String check, String sentence, Optional<Remedy> remedy) {
    /**
     * A change of the experiment.
     *
     * @param words what it does, for a button
     */
    public record Remedy(String words, Recipe recipe) {}
}
