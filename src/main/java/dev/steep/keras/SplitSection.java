package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.data.file.ColumnUse;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;

/** Makes {@code training}, {@code validation} and {@code test}: the rows of each part, as far as there is one. */
final class SplitSection {
    private static final String PART = Parts.SPLIT.name();

    private SplitSection() {}

    static boolean validates(ScriptWriter script) {
        return script.recipe().split().get(Settings.VALIDATION) > 0
                || script.recipe().split().get(Settings.FOLDS).isPresent();
    }

    static boolean tests(ScriptWriter script) {
        return script.recipe().split().get(Settings.TEST) > 0;
    }

    static void write(ScriptWriter script) {
        Choice split = script.recipe().split();
        double validation = split.get(Settings.VALIDATION);
        double test = split.get(Settings.TEST);
        boolean last = split.get(Settings.ORDER).equals("last");
        script.heading(
                last
                        ? "Split: the last rows, in the order of the data, as validation_split takes them"
                        : script.classes()
                                ? "Split: at random, with the same share of each class in every part"
                                : "Split: at random",
                PART);
        if (last) {
            script.code(PART, "rows = np.arange(len(x))");
        } else {
            mix(script);
        }
        Settings.splitColumn(script.recipe()).ifPresent(column -> byColumn(script, column));
        if (split.get(Settings.FOLDS).isPresent()) {
            folds(script, split, split.get(Settings.FOLDS).get());
            return;
        }
        if (split.get(Settings.FOLD) != 1) {
            script.comment(
                    PART, "", "fold=" + split.get(Settings.FOLD) + " of split is for folds, of which there are none.");
        }
        boolean all = validation + test >= 1; // one row at least is left for training
        if (test > 0) {
            script.code(PART, "seen = " + (last ? before("len(x)", test, all) : without("len(x)", test, all)));
        }
        String seen = test > 0 ? "seen" : "len(x)";
        if (validation > 0) {
            script.code(PART, "end = " + (last ? before(seen, validation, test, all) : without(seen, validation, all)));
        }
        script.code(PART, "training = rows" + (validation > 0 ? "[:end]" : test > 0 ? "[:seen]" : ""));
        if (validation > 0) {
            script.code(PART, "validation = rows[end:" + (test > 0 ? "seen" : "") + "]");
        }
        if (test > 0) {
            script.code(PART, "test = rows[seen:]");
        }
    }

    /** Rows in the order of a column's values, or of its groups, which are drawn at random. */
    private static void byColumn(ScriptWriter script, Choice column) {
        String values = "table[" + Python.text(column.get(ColumnUse.Knobs.COLUMN)) + "]";
        if (column.is(ColumnUse.TIME.kind())) {
            script.comment(PART, "", "In the order of time: the network learns from the first rows.");
            script.code(PART, "rows = np.argsort(" + values + ".to_numpy(), kind=\"stable\")");
        } else {
            script.comment(
                    PART,
                    "",
                    "Whole groups in random order. The lab has no group in two parts: move the ends below to where one begins.");
            script.code(
                    PART,
                    "places = {group: place for place, group in enumerate(rng.permutation(" + values + ".unique()))}",
                    "rows = np.argsort(" + values + ".map(places).to_numpy(), kind=\"stable\")");
        }
    }

    /** One fold validates, the others train. */
    private static void folds(ScriptWriter script, Choice split, int folds) {
        int fold = Settings.fold(split, folds);
        double test = split.get(Settings.TEST);
        script.comment(PART, "", "Fold " + fold + " of " + folds + " validates, the others train.");
        script.code(
                PART,
                test > 0
                        ? "seen = len(x) - min(int(len(x) * " + Python.number(test) + " + 0.5), len(x) - " + folds + ")"
                        : "seen = len(x)",
                "start, end = seen * " + (fold - 1) + " // " + folds + ", seen * " + fold + " // " + folds,
                "training = np.concatenate([rows[:start], rows[end:seen]])",
                "validation = rows[start:end]");
        if (test > 0) {
            script.code(PART, "test = rows[seen:]");
        }
    }

    /** Each class spread evenly over the sequence of rows, so that any stretch of it holds the classes in proportion. */
    private static void mix(ScriptWriter script) {
        script.code(PART, "rows = rng.permutation(len(x))");
        if (script.classes()) {
            script.code(
                    PART,
                    "place = np.empty(len(x))  # each class spread evenly from 0 to 1",
                    "for label in np.unique(y):",
                    "    members = rows[y[rows] == label]",
                    "    place[members] = (np.arange(len(members)) + 0.5) / len(members)",
                    "rows = rows[np.argsort(place[rows], kind=\"stable\")]");
        }
    }

    /** So many rows without this share of all, rounded. */
    private static String without(String rows, double share, boolean all) {
        String count = "int(len(x) * " + Python.number(share) + " + 0.5)";
        return rows + " - " + (all ? "min(" + count + ", " + rows + " - 1)" : count);
    }

    private static String before(String rows, double share, boolean all) {
        return before(rows, share, 0, all);
    }

    /** So many rows without this share of all rows, of which another share is gone already; Keras rounds down what is left. */
    private static String before(String rows, double share, double gone, boolean all) {
        String part = share >= 1 - gone
                ? "1.0"
                : Python.number(share) + (gone > 0 ? " / (1 - " + Python.number(gone) + ")" : "");
        String count = "int(" + rows + " * (1 - " + part + "))";
        return all ? "max(1, " + count + ")" : count;
    }
}
