package dev.steep.ui.runs;

import dev.steep.math.Characters;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs that were trained together. What they are kept as, such as {@code gx3 optimizer.learning_rate fit.batch_size}, says which settings
 * differ in them.
 *
 * @param key an id and the paths of one or two settings, between blanks
 * @param runs in the order in which they were trained
 */
public record RunGroup(String key, List<KeptRun> runs) {
    /** The path of a recipe's seed. */
    public static final String SEED = "seed";

    /** The path of the fold that validates. */
    public static final String FOLD = "split.fold";

    public RunGroup {
        runs = List.copyOf(runs);
    }

    /** What runs of these settings are kept as. */
    public static String key(String id, List<String> paths) {
        return id + " " + String.join(" ", paths);
    }

    static String id(String key) {
        return Characters.parts(key, ' ').get(0);
    }

    /** The groups among some runs, the latest first. */
    public static List<RunGroup> of(List<KeptRun> latestFirst) {
        Set<String> keys = new LinkedHashSet<>();
        latestFirst.stream().map(KeptRun::group).filter(key -> !key.isEmpty()).forEach(keys::add);
        List<RunGroup> groups = new ArrayList<>();
        for (String key : keys) {
            List<KeptRun> mine = new ArrayList<>();
            for (KeptRun run : latestFirst) {
                if (run.group().equals(key)) {
                    mine.add(0, run);
                }
            }
            groups.add(new RunGroup(key, mine));
        }
        return groups;
    }

    /** The paths of the settings that differ. */
    public List<String> paths() {
        List<String> words = Characters.parts(key, ' ');
        return words.subList(1, words.size());
    }

    /** Whether they differ in the seed only. */
    public boolean ofSeeds() {
        return paths().equals(List.of(SEED));
    }

    /** Whether they are the folds of one split. */
    public boolean ofFolds() {
        return paths().equals(List.of(FOLD));
    }

    /** What a setting is in a recipe, as links write it; empty if it has no such setting. */
    public static String value(String path, Recipe recipe) {
        return KnobPath.read(path).in(recipe) instanceof KnobPath.Place<?> place
                ? place.written().word()
                : "";
    }

    /** All values of a setting, in the order in which they were trained. */
    public static List<String> values(String path, List<Recipe> recipes) {
        Set<String> values = new LinkedHashSet<>();
        recipes.forEach(recipe -> values.add(value(path, recipe)));
        return List.copyOf(values);
    }

    /** The run that has these values, in the order of the paths. */
    public Optional<KeptRun> at(List<String> values) {
        return runs.stream()
                .filter(run -> paths().stream()
                        .map(path -> value(path, run.recipe()))
                        .toList()
                        .equals(values))
                .findFirst();
    }
}
