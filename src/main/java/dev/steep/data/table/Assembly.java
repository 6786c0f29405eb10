package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a data set of a table and its label column. Columns that cannot help are left out. Rows with gaps are left out
 * too, since a guess would be one of the numbers to learn from; only if that cost more than half of them are gaps
 * filled, with the column's median or its most frequent word.
 */
final class Assembly {
    private static final int MOST_FEATURES = 10_000;

    private final Table table;
    private final Column label;
    private final List<String> notices = new ArrayList<>();

    private Assembly(Table table, Column label) {
        this.table = table;
        this.label = label;
    }

    static FileResult of(Table table, Column label) {
        Assembly assembly = new Assembly(table, label);
        return new FileResult(assembly.dataset(), assembly.notices, Optional.of(table), label.name());
    }

    private Optional<Dataset> dataset() {
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> !label.isGap(row))
                .toArray();
        if (rows.length < table.rows()) {
            notices.add(Numbers.count(table.rows() - rows.length, "row") + " without " + NoticeText.name(label.name())
                    + " left out.");
        }
        List<Column> columns = FeatureChoice.of(table, label, rows, notices);
        int[] complete = complete(columns, rows);
        boolean fill = 2 * complete.length < rows.length;
        tellAboutGaps(columns, rows, complete, fill);
        rows = fill ? rows : complete;
        Features features = Features.of(columns, rows);
        if (features.names().isEmpty() || rows.length < 2) {
            notices.add(
                    rows.length < 2
                            ? table.name() + " has " + Numbers.count(rows.length, "usable row")
                                    + "; at least 2 are needed."
                            : "No column is left to predict " + NoticeText.name(label.name())
                                    + " from. Besides what it predicts, a table needs a"
                                    + " column of numbers, or of a few words that come again and again.");
            return Optional.empty();
        }
        if (features.names().size() > MOST_FEATURES
                || (double) features.names().size() * rows.length > NamedBytes.LARGEST / 4) {
            notices.add(Numbers.grouped(rows.length) + " rows of "
                    + Numbers.grouped(features.names().size())
                    + " numbers are too many for a browser; open a part of the table.");
            return Optional.empty();
        }
        int[] used = rows;
        return LabelColumn.target(label, rows, notices).map(target -> assembled(features, used, target));
    }

    private Dataset assembled(Features features, int[] rows, Target target) {
        int width = features.names().size();
        String aim = target instanceof Target.Classes ? " (" + NoticeText.list(target.names()) + ")" : ", a number";
        notices.add(Numbers.count(rows.length, "row") + ", " + Numbers.count(width, "input") + ", predicts "
                + NoticeText.name(label.name()) + aim + ".");
        return new Dataset(
                table.name(),
                Shape.of(width),
                new FloatSamples(features.values(rows), width),
                target,
                features.names());
    }

    private static int[] complete(List<Column> columns, int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> columns.stream().noneMatch(column -> column.isGap(row)))
                .toArray();
    }

    private void tellAboutGaps(List<Column> columns, int[] rows, int[] complete, boolean fill) {
        int gaps = rows.length - complete.length;
        if (gaps == 0) {
            return;
        }
        List<String> where = columns.stream()
                .filter(column -> Arrays.stream(rows).anyMatch(column::isGap))
                .map(Column::name)
                .toList();
        notices.add(
                fill
                        ? Numbers.grouped(gaps) + " of " + Numbers.count(rows.length, "row") + " have gaps (in "
                                + NoticeText.list(where)
                                + "), too many to leave out: gaps are filled with the column's median, or its most"
                                + " frequent word."
                        : Numbers.count(gaps, "row") + " with gaps (in " + NoticeText.list(where) + ") left out.");
    }
}
