package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.data.file.OwnFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a recipe does about the missing values of a table: one rule for all columns, but for those that have a rule of their own. Part of a
 * rule stands with the data (whether rows with a missing value stay), part with the preparation (what fills it), and both change together
 * here.
 */
public final class MissingValues {
    /** The rule that leaves rows out. */
    public static final String LEFT_OUT = "drop";

    /** The rule of a column of words whose rows stay: a missing word is a category of its own. */
    public static final String KEPT = "keep";

    private MissingValues() {}

    /** All rules for columns of numbers: {@link #LEFT_OUT}, and what stands for a missing value. */
    public static List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(LEFT_OUT));
        rules.addAll(Settings.GAPS);
        return rules;
    }

    /** The rule of all columns without one of their own. {@link #LEFT_OUT} holds as far as that leaves enough rows. */
    public static String ofAll(Recipe recipe) {
        return keepsAll(recipe.data()) ? recipe.prepare().get(Settings.MISSING) : LEFT_OUT;
    }

    /** The same experiment with another rule for all columns. */
    public static Recipe withAll(Recipe recipe, String rule) {
        boolean kept = !rule.equals(LEFT_OUT);
        return recipe.withData(recipe.data().with(OwnFile.MISSING, kept ? Optional.of(KEPT) : Optional.empty()))
                .withPrepare(recipe.prepare().with(Settings.MISSING, kept ? rule : Settings.MISSING.preset()));
    }

    /** The rule that a column has of its own. */
    public static Optional<String> of(Recipe recipe, String column) {
        Optional<String> filling = Settings.missing(recipe.prepare(), column);
        Optional<String> rows = TableChoice.missing(recipe.data(), column);
        if (rows.isEmpty()) {
            return filling.filter(word -> keepsAll(recipe.data()));
        }
        return rows.map(word ->
                word.equals(KEPT) ? filling.orElseGet(() -> recipe.prepare().get(Settings.MISSING)) : LEFT_OUT);
    }

    /** The same experiment with another rule for this column; nothing for that of all. */
    public static Recipe with(Recipe recipe, String column, Optional<String> rule) {
        Optional<String> filling = rule.filter(Settings.GAPS::contains);
        Optional<String> rows = rule.map(word -> word.equals(LEFT_OUT) ? LEFT_OUT : KEPT);
        return recipe.withData(TableChoice.withMissing(recipe.data(), column, rows))
                .withPrepare(Settings.withMissing(recipe.prepare(), column, filling));
    }

    /** Whether rows stay where this column has no value. */
    public static boolean keeps(Recipe recipe, String column) {
        return TableChoice.missing(recipe.data(), column).map(KEPT::equals).orElseGet(() -> keepsAll(recipe.data()));
    }

    /** The same experiment, whose preparation fills all columns alike. */
    public static Recipe alike(Recipe recipe) {
        Choice prepare = recipe.prepare();
        for (Choice each : recipe.prepare().get(Settings.FEATURES)) {
            prepare = Settings.withMissing(prepare, each.get(Settings.FEATURE), Optional.empty());
        }
        return recipe.withPrepare(prepare);
    }

    private static boolean keepsAll(Choice data) {
        return data.is(Settings.FILE)
                && data.get(OwnFile.MISSING).filter(KEPT::equals).isPresent();
    }
}
