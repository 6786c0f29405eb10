package dev.steep.ui.doctor;

import dev.steep.recipe.Recipe;
import java.util.Optional;

/**
 * Something that is wrong with a run.
 *
 * @param check names what has found it
 * @param sentence what is wrong, with the numbers that show it
 * @param remedy what would mend it, if one change does
 * @param place where it can be seen, if there is such a place
 */
record Finding(String check, String sentence, Optional<Remedy> remedy, Optional<Place> place) {
    Finding(String check, String sentence, Optional<Remedy> remedy) {
        this(check, sentence, remedy, Optional.empty());
    }

    /** The same, to be seen there. */
    Finding at(Place where) {
        return new Finding(check, sentence, remedy, Optional.of(where));
    }

    /**
     * A change of the experiment.
     *
     * @param words what it does, for a button
     */
    record Remedy(String words, Recipe recipe) {}

    /** Where something is. */
    sealed interface Place {
        /** What leads there, for a button. */
        String words();

        /** The settings of a layer. */
        record Layer(int place, String name) implements Place {
            @Override
            public String words() {
                return "Show " + name;
            }
        }

        /** A view of the results, by its id. */
        record View(String id, String words) implements Place {}
    }
}
