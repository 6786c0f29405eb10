package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;

/** Makes {@code training}, {@code validation} and {@code test}: the rows of each part, as far as there is one. */
final class SplitSection {
    private static final String PART = Parts.SPLIT.name();

    private SplitSection() {}

    static boolean validates(ScriptWriter script) {
        return script.recipe().split().get(Settings.VALIDATION) > 0;
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
        if (validation == 0 && test == 0) {
            script.code(PART, "training = rows");
        } else {
            ends(script, validation, test, last);
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

    private static void ends(ScriptWriter script, double validation, double test, boolean last) {
        boolean all = validation + test >= 1; // one row at least is left for training
        String v = Python.number(validation);
        String t = Python.number(test);
        if (last) {
            script.code(
                    PART,
                    "seen = " + most("int(len(x) * (1 - " + t + "))", all),
                    "end = " + most("int(seen * (1 - " + (test == 0 ? v : rest(validation, test)) + "))", all));
        } else {
            script.code(PART, "seen = len(x) - " + least("int(len(x) * " + t + " + 0.5)", "len(x) - 1", all));
            script.code(PART, "end = seen - " + least("int(len(x) * " + v + " + 0.5)", "seen - 1", all));
        }
        script.code(PART, "training, validation, test = rows[:end], rows[end:seen], rows[seen:]");
    }

    private static String rest(double validation, double test) {
        return validation >= 1 - test ? "1.0" : Python.number(validation) + " / (1 - " + Python.number(test) + ")";
    }

    private static String most(String rows, boolean all) {
        return all ? "max(1, " + rows + ")" : rows;
    }

    private static String least(String rows, String limit, boolean all) {
        return all ? "min(" + rows + ", " + limit + ")" : rows;
    }
}
