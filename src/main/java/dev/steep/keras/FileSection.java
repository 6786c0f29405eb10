package dev.steep.keras;

import dev.steep.catalog.Numbers;
import dev.steep.catalog.Python;
import dev.steep.data.file.OwnFile;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads a student's own file, which has to lie beside the script. */
final class FileSection {
    private static final String PART = Parts.DATA.name();

    /** What stands between a column's name and one of its words in the name of a feature. */
    private static final String IS = " = ";

    private FileSection() {}

    static void write(ScriptWriter script, String name) {
        DataFacts data = script.data();
        script.recipe()
                .data()
                .get(OwnFile.MISSING)
                .ifPresent(word -> script.comment(PART, "", "Rows of a table with gaps: " + word + "."));
        script.recipe()
                .data()
                .get(OwnFile.ROWS)
                .ifPresent(rows -> script.comment(
                        PART,
                        "",
                        "The lab uses " + Numbers.grouped(rows) + " rows, chosen at random by a rule of its own."));
        if (script.recipe().data().get(OwnFile.DRAW) > 0) {
            script.comment(
                    PART, "", "Which rows: draw " + script.recipe().data().get(OwnFile.DRAW) + ".");
        }
        if (!data.columns().isEmpty()) {
            table(script, name);
        } else if (name.contains("idx") || name.contains("ubyte")) {
            idx(script, name);
        } else if (script.knowsData()) {
            arrays(script);
        } else {
            unseen(script, name);
        }
    }

    /** The category of rows where none is known. */
    private static final String MISSING = "(missing)";

    private static void table(ScriptWriter script, String name) {
        DataFacts data = script.data();
        String label = Python.text(data.label());
        List<String> used = new ArrayList<>(List.of(label));
        List<String> names = new ArrayList<>();
        List<String> features = new ArrayList<>();
        boolean words = false;
        for (String feature : data.features()) {
            Optional<String> column = column(feature, data.columns());
            String known = Python.text(column.orElse(feature));
            words |= column.isPresent();
            String word = feature.substring(
                    column.map(each -> each.length() + IS.length()).orElse(0));
            features.add("table[" + known + "]"
                    + column.map(each -> word.equals(MISSING) ? ".isna()" : " == " + value(word))
                            .orElse(""));
            if (!used.contains(known)) {
                used.add(known);
                names.add(column.orElse(feature));
            }
        }
        List<String> leaving = names.stream()
                .filter(column -> !MissingValues.keeps(script.recipe(), column)
                        && !data.kept().contains(column))
                .map(Python::text)
                .toList();
        boolean keeps = leaving.size() < names.size();
        script.comment(
                PART,
                "",
                "Put the file beside this script. The lab "
                        + (keeps ? "fills gaps, as below." : "leaves out rows with gaps in what it uses, as here."));
        read(script, name, data.columns());
        List<String> inputs = used.subList(1, used.size());
        list(script, "columns = [", inputs, "]");
        TableSettings.write(script);
        String needed = data.targets().size() < 2
                ? label
                : String.join(", ", data.targets().stream().map(Python::text).toList());
        Optional<String> weight = Settings.weightColumn(script.recipe()).map(Python::text);
        String known = needed + weight.map(each -> ", " + each).orElse("");
        String others = leaving.isEmpty() ? "" : ", " + (keeps ? String.join(", ", leaving) : "*columns");
        script.code(PART, "table = table.dropna(subset=[" + known + others + "])");
        if (words) {
            list(script, "x = np.column_stack([", features, "])");
        } else {
            script.code(PART, "x = table[columns].to_numpy()");
        }
        if (data.classes().isEmpty()) {
            script.code(PART, "y = table[[" + needed + "]].to_numpy(\"float32\")");
        } else {
            list(
                    script,
                    "classes = [",
                    data.classes().stream().map(FileSection::value).toList(),
                    "]");
            script.code(PART, "y = table[" + label + "].map(classes.index).to_numpy()");
        }
        weight.ifPresent(each ->
                script.code(PART, "weights = table[" + each + "].to_numpy(\"float32\")  # of each row, in the loss"));
    }

    /** The column of words that a feature is one word of. */
    private static Optional<String> column(String feature, List<String> columns) {
        return columns.contains(feature)
                ? Optional.empty()
                : columns.stream()
                        .filter(column -> feature.startsWith(column + IS))
                        .findFirst();
    }

    /** Classes and words that look like numbers are numbers in pandas. */
    private static String value(String word) {
        return Double.isNaN(Numbers.read(word)) ? Python.text(word) : word;
    }

    private static void read(ScriptWriter script, String name, List<String> columns) {
        script.python().needs("import pandas as pd");
        boolean named = columns.stream().anyMatch(column -> !column.startsWith("column "));
        String options = ", sep=None, engine=\"python\"";
        if (!columns.isEmpty() && !named) {
            list(script, "names = [", columns.stream().map(Python::text).toList(), "]");
            options += ", header=None, names=names";
        }
        options = TableSettings.options(script.recipe().data(), options);
        script.code(PART, "table = pd.read_csv(" + Python.text(name) + options + ")");
    }

    private static void list(ScriptWriter script, String head, List<String> items, String end) {
        String all = String.join(", ", items);
        List<String> lines = ScriptWriter.wrapped(all, ", ", "    ");
        if (lines.size() == 1 && head.length() + all.length() < 96) {
            script.code(PART, head + all + end);
        } else {
            script.code(PART, head);
            lines.forEach(line -> script.code(PART, line));
            script.code(PART, end);
        }
    }

    private static void idx(ScriptWriter script, String name) {
        script.python().needs("import gzip");
        script.python()
                .function(
                        "read_idx",
                        "name",
                        List.of(
                                "# The numbers of an IDX file, which may be packed.",
                                "data = open(name, \"rb\").read()",
                                "data = gzip.decompress(data) if data[:2] == b\"\\x1f\\x8b\" else data",
                                "kinds = {8: \"u1\", 9: \"i1\", 11: \">i2\", 12: \">i4\", 13: \">f4\", 14: \">f8\"}",
                                "lengths = np.frombuffer(data, \">i4\", data[3], 4)",
                                "return np.frombuffer(data, kinds[data[2]], offset=4 + 4 * data[3]).reshape(lengths)"));
        script.python().note("Put both files beside this script; the second name, that of the labels, is a guess.");
        int[] shape = script.data().shape();
        String reshape = shape.length == 3 ? ".reshape(-1, " + shape[0] + ", " + shape[1] + ", " + shape[2] + ")" : "";
        String labels = name.replace("images", "labels").replace("idx3", "idx1");
        String y = "read_idx(" + Python.text(labels) + ")";
        script.statements(
                PART,
                "x = read_idx(" + Python.text(name) + ")" + reshape + "\n"
                        + (script.classes()
                                ? "y = np.unique(" + y + ", return_inverse=True)[1]"
                                : "y = " + y + ".reshape(len(x), -1).astype(\"float32\")"));
    }

    private static void arrays(ScriptWriter script) {
        int[] shape = script.data().shape();
        StringBuilder lengths = new StringBuilder();
        for (int length : shape) {
            lengths.append(", ").append(length);
        }
        script.comment(
                PART,
                "",
                "These samples came to the lab from a script or from several files. Save them for NumPy beside this script: x of"
                        + " samples" + lengths.toString().replace(", ", " × ") + ", y "
                        + (script.classes() ? "with the number of each sample's class." : "with what to predict."));
        script.code(
                PART,
                "x = np.load(\"x.npy\").reshape(-1" + lengths + ")",
                script.classes()
                        ? "y = np.load(\"y.npy\").astype(int)"
                        : "y = np.load(\"y.npy\").reshape(len(x), -1).astype(\"float32\")");
    }

    /** A table that nobody has opened here yet. */
    private static void unseen(ScriptWriter script, String name) {
        String label = script.recipe().data().get(Settings.LABEL);
        script.comment(
                PART,
                "",
                "The lab has not seen this file yet: open it there, and this part says its columns. Put it beside this script.");
        read(script, name.isEmpty() ? "file.csv" : name, List.of());
        TableSettings.write(script);
        script.code(
                PART,
                "label = " + (label.isEmpty() ? "table.columns[-1]" : Python.text(label)),
                "table = table.dropna()",
                "x = table.drop(columns=label).select_dtypes(\"number\").to_numpy()",
                script.classes()
                        ? "y = np.unique(table[label], return_inverse=True)[1]"
                        : "y = table[[label]].to_numpy(\"float32\")");
    }
}
