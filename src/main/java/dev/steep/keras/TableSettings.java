package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.OwnFile;
import dev.steep.recipe.Parts;
import java.util.List;
import java.util.Optional;

/** What an experiment says of a table beyond its name and label, as pandas takes it. */
final class TableSettings {
    private static final String PART = Parts.DATA.name();

    private TableSettings() {}

    /** Arguments of {@code read_csv}. */
    static String options(Choice data, String found) {
        if (!data.is(OwnFile.KIND)) {
            return found;
        }
        String options = data.get(OwnFile.DELIMITER)
                .map(word -> found.replace("sep=None, engine=\"python\"", "sep=" + separator(word)))
                .orElse(found);
        options += data.get(OwnFile.ENCODING)
                .map(word -> ", encoding=" + Python.text(word))
                .orElse("");
        options += data.get(OwnFile.DECIMAL)
                .map(word -> ", decimal=" + (word.equals("comma") ? "\",\"" : "\".\""))
                .orElse("");
        boolean said = options.contains("header=");
        return options
                + data.get(OwnFile.HEADER)
                        .filter(header -> !said)
                        .map(header -> header ? ", header=0" : ", header=None")
                        .orElse("");
    }

    private static String separator(String word) {
        return List.of("\",\"", "\";\"", "\"\\t\"", "\"|\"", "r\"\\s+\"")
                .get(List.of("comma", "semicolon", "tab", "bar", "blank").indexOf(word));
    }

    /** A statement or a comment for each column that the experiment speaks of. */
    static void write(ScriptWriter script) {
        Choice data = script.recipe().data();
        if (!data.is(OwnFile.KIND)) {
            return;
        }
        data.get(OwnFile.MISSING)
                .ifPresent(word -> script.comment(
                        PART,
                        "",
                        word.equals("keep")
                                ? "The lab keeps rows with missing values, and preparation fills them."
                                : "The lab leaves out rows with missing values."));
        for (Choice each : data.get(ColumnUse.Knobs.COLUMNS)) {
            ColumnUse use = ColumnUse.of(each);
            String name = Python.text(each.get(ColumnUse.Knobs.COLUMN));
            Optional<String> type = each.get(ColumnUse.Knobs.TYPE);
            String said = each.kind().title()
                    + type.map(word -> ", taken for " + word).orElse("")
                    + ColumnUse.missing(each)
                            .map(word -> ", rows without it " + (word.equals("keep") ? "kept" : "left out"))
                            .orElse("");
            boolean split = use == ColumnUse.GROUP || use == ColumnUse.TIME;
            script.comment(
                    PART,
                    "",
                    "Column " + name + ": " + said + "."
                            + (split ? " The lab splits the rows by it, the split below does not." : ""));
            if (use == ColumnUse.DROP) {
                script.code(PART, "table = table.drop(columns=[" + name + "], errors=\"ignore\")");
            } else if (type.isPresent()) {
                String column = "table[" + name + "]";
                script.code(
                        PART,
                        column
                                + switch (type.get()) {
                                    case "number" -> " = pd.to_numeric(" + column + ", errors=\"coerce\")";
                                    case "date" ->
                                        " = (pd.to_datetime(" + column
                                                + ", errors=\"coerce\") - pd.Timestamp(0)).dt.total_seconds() / 86400";
                                    case "ordinal" -> " = " + column + ".rank(method=\"dense\") - 1";
                                    default -> " = " + column + ".astype(\"category\")";
                                });
            }
        }
    }
}
