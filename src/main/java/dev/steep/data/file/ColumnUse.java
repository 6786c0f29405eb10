package dev.steep.data.file;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a table is for, where a person says so. */
public enum ColumnUse {
    AUTO("column", "As found", "A column whose use the lab decides; only what it holds is said."),
    FEATURE("feature", "Input", "A column to predict from, whatever speaks against it."),
    TARGET("target", "Predicted too", "A further column of numbers that is predicted beside the first."),
    GROUP("group", "Group", "Rows with the same value of this column come into the same part of the split."),
    TIME(
            "time",
            "Time",
            "Rows are split in the order of this column: the network learns from the first ones and is checked with the last."),
    WEIGHT(
            "weight",
            "Weight",
            "How much each row counts in the loss of training: numbers that are 0 or more. The check on the validation part counts"
                    + " all alike."),
    DROP("drop", "Left out", "A column that is not used.");

    /** So many columns can be spoken of in a recipe. */
    public static final int MOST = 200;

    /** What a recipe says of a column. */
    public static final class Knobs {
        public static final Knob<String> COLUMN =
                Knob.text("column", "", NamedBytes.LONGEST_NAME, "The name of the column.");

        /** None for what the lab finds. */
        public static final Knob<Optional<String>> TYPE = Knob.word(
                        "type",
                        "number",
                        List.of("number", "category", "ordinal", "date"),
                        "What the column holds: numbers, categories (an input for each), ordered categories (their rank), or"
                                + " dates (days since 1970).")
                .optional();

        /** What becomes of rows without a value in this column; none for what becomes of all rows with missing values. */
        public static final Knob<Optional<String>> MISSING = Knob.word(
                        "missing",
                        "keep",
                        List.of("drop", "keep"),
                        "What becomes of rows where this column has no value: drop leaves them out, keep has preparation fill the"
                                + " column; a missing category is a category of its own then.")
                .optional();

        /** At first nothing is said of any. */
        public static final Knob<List<Choice>> COLUMNS = Knob.list(
                "columns",
                new Domain.Many(
                        ColumnUse::kinds,
                        "use of a column",
                        MOST,
                        "A recipe may speak of " + MOST + " columns",
                        true,
                        ItemNames.numbered()),
                "What columns are for and what they hold, where that is not what the lab finds.");

        private Knobs() {}
    }

    private final Kind kind;

    ColumnUse(String name, String title, String about) {
        Kind plain = Kind.of(name, title, about, Knobs.COLUMN, Knobs.TYPE).inKeras(KerasForm.call(name));
        boolean input = name.equals("column") || name.equals("feature"); // of what is predicted nothing is filled
        kind = input ? plain.withOptions(Knobs.MISSING) : plain;
    }

    /** How recipes write it. */
    public Kind kind() {
        return kind;
    }

    public static List<Kind> kinds() {
        return Stream.of(values()).map(ColumnUse::kind).toList();
    }

    /** What becomes of rows without a value in the column of such a choice, if it says so. */
    public static Optional<String> missing(Choice choice) {
        return choice.kind().options().contains(Knobs.MISSING) ? choice.get(Knobs.MISSING) : Optional.empty();
    }

    /** What a choice of {@link #kinds} says. */
    public static ColumnUse of(Choice choice) {
        return Stream.of(values())
                .filter(use -> choice.is(use.kind))
                .findFirst()
                .orElse(AUTO);
    }
}
