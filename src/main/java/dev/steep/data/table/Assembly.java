package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.table.ColumnUses.Gaps;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a data set of a table and its label column. Columns that cannot help are left out. Rows with gaps are left out
 * too, since a guess would be one of the numbers to learn from; only if that cost more than half of them do they stay,
 * for preparation to fill. A recipe may say otherwise, of all columns or of one.
 */
final class Assembly {
    private static final int MOST_FEATURES = 20_000;

    private final Table table;
    private final Column label;
    private final ColumnUses uses;
    private final boolean found;
    private final List<String> notices = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<Origin.Gap> gaps = new ArrayList<>();
    private String decision = "";

    private Assembly(Table table, Column label, ColumnUses uses, boolean found) {
        this.table = table;
        this.label = uses.typed(label);
        this.uses = uses;
        this.found = found;
        notices.addAll(uses.notices());
    }

    /** @param found whether nobody asked for this label */
    static FileResult of(Table table, Column label, ColumnUses uses, boolean found) {
        Assembly assembly = new Assembly(table, label, uses, found);
        return new FileResult(assembly.dataset(), assembly.notices, Optional.of(table), label.name());
    }

    private Optional<Dataset> dataset() {
        int[] rows = known(label, IntStream.range(0, table.rows()).toArray());
        List<Column> targets = targets();
        for (Column further : targets) {
            rows = known(further, rows);
        }
        List<Optional<String>> reasons = FeatureChoice.of(table, label, uses, rows);
        FeatureChoice.tell(table, label, reasons, notices);
        List<Column> columns = IntStream.range(0, reasons.size())
                .filter(i -> reasons.get(i).isEmpty())
                .mapToObj(i -> uses.typed(table.all().get(i)))
                .map(column -> ColumnTypes.isDates(column)
                        ? ColumnTypes.as(column, "date", table.reading().numerals(), notices)
                        : column)
                .toList();
        for (ColumnUse use : List.of(ColumnUse.GROUP, ColumnUse.TIME)) {
            for (Column column : uses.of(use)) {
                rows = known(column, rows);
            }
        }
        rows = weighed(rows);
        rows = withoutGaps(columns, rows);
        Features features = new Features();
        for (Column column : columns) {
            features.add(column, rows);
        }
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
        boolean numbers = uses.type(label.name()).filter("number"::equals).isPresent();
        Optional<Target> target = targets.isEmpty()
                ? LabelColumn.target(label, numbers, rows, notices)
                : LabelColumn.numbers(with(label, targets), rows, notices);
        return target.map(each -> assembled(columns, features, reasons, used, each));
    }

    /** The rows whose weight is known, if there are weights that can be used; what cannot be is said. */
    private int[] weighed(int[] rows) {
        int[] left = rows;
        for (Column column : uses.of(ColumnUse.WEIGHT)) {
            Optional<String> why = ColumnUses.unweighable(column);
            boolean taken = uses.weights().filter(column::equals).isPresent();
            if (taken) {
                left = known(column, left);
            } else {
                notices.add("Rows are not weighed by " + NoticeText.name(column.name()) + ": "
                        + why.orElse("another column weighs them already") + ".");
            }
        }
        return left;
    }

    private static List<Column> with(Column first, List<Column> others) {
        List<Column> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    /** Further columns of numbers that are predicted; none beside classes. */
    private List<Column> targets() {
        List<Column> wanted = uses.of(ColumnUse.TARGET).stream()
                .filter(column -> !column.name().equals(label.name()))
                .toList();
        List<Column> numbers =
                wanted.stream().filter(Column.Numeric.class::isInstance).toList();
        if (wanted.isEmpty() || (label instanceof Column.Numeric && numbers.size() == wanted.size())) {
            return wanted;
        }
        boolean words = label instanceof Column.Textual;
        notices.add("Only numbers can be predicted together: "
                + NoticeText.list((words ? List.of(label) : wanted)
                        .stream()
                                .filter(Column.Textual.class::isInstance)
                                .map(Column::name)
                                .toList())
                + " holds words.");
        return words ? List.of() : numbers;
    }

    /** The rows where something is known of a column that cannot do without; says how many others there are. */
    private int[] known(Column column, int[] rows) {
        if (column.gaps() == 0) {
            return rows;
        }
        int[] known = Arrays.stream(rows).filter(row -> !column.isGap(row)).toArray();
        int gaps = rows.length - known.length;
        if (gaps > 0) {
            notices.add(Numbers.count(gaps, "row") + " without " + NoticeText.name(column.name()) + " left out.");
            lost.add(Numbers.grouped(gaps) + " without " + NoticeText.name(column.name()));
        }
        return known;
    }

    private Dataset assembled(
            List<Column> columns, Features features, List<Optional<String>> reasons, int[] rows, Target target) {
        int width = features.names().size();
        String aim = target instanceof Target.Classes
                ? " (" + NoticeText.list(target.names()) + ")"
                : target.width() == 1 ? ", a number" : " (" + NoticeText.list(target.names()) + "), numbers";
        notices.add(Numbers.count(rows.length, "row") + ", " + Numbers.count(width, "input") + ", predicts "
                + NoticeText.name(label.name()) + aim + ".");
        Optional<String> missed = found ? LabelColumn.missed(table, uses) : Optional.empty();
        decision = missed.map(why -> why + " " + NoticeText.name(label.name()) + " is taken for now.")
                .orElse(decision);
        List<String> sentences = new ArrayList<>(table.reading().notices());
        sentences.addAll(notices);
        return new Dataset(table.name(), Shape.of(width), features.samples(rows), target, features.names())
                .from(new TableOrigin(
                        table,
                        uses,
                        label,
                        target,
                        reasons,
                        columns,
                        rows,
                        sentences,
                        String.join(", ", lost),
                        decision,
                        List.copyOf(gaps)));
    }

    /** Leaves out rows with gaps, as far as that is asked for, or leaves enough. */
    private int[] withoutGaps(List<Column> columns, int[] rows) {
        List<Column> asFound = among(columns, Gaps.AS_FOUND);
        int[] whole = complete(among(columns, Gaps.LEFT_OUT), rows);
        int[] complete = complete(asFound, whole);
        boolean keep = 2 * complete.length < whole.length;
        int[] left = keep ? whole : complete;
        if (keep) {
            tellAboutKeeping(asFound, whole, complete);
        }
        List<String> leaving = new ArrayList<>();
        for (Column column : columns) {
            int missing = column.gaps() == 0
                    ? 0
                    : (int) Arrays.stream(rows).filter(column::isGap).count();
            if (missing > 0) {
                Origin.Fate fate =
                        switch (uses.gaps(column)) {
                            case KEPT -> Origin.Fate.KEPT;
                            case LEFT_OUT -> Origin.Fate.LEFT_OUT;
                            case AS_FOUND -> keep ? Origin.Fate.KEPT : Origin.Fate.LEFT_OUT;
                        };
                gaps.add(new Origin.Gap(column.name(), column instanceof Column.Textual, missing, fate));
                if (fate == Origin.Fate.LEFT_OUT) {
                    leaving.add(column.name());
                }
            }
        }
        if (left.length < rows.length) {
            int count = rows.length - left.length;
            notices.add(Numbers.count(count, "row") + " with gaps (in " + NoticeText.list(leaving) + ") left out.");
            lost.add(Numbers.grouped(count) + " with gaps in " + NoticeText.list(leaving));
        }
        return left;
    }

    private List<Column> among(List<Column> columns, Gaps fate) {
        return columns.stream().filter(column -> uses.gaps(column) == fate).toList();
    }

    private static int[] complete(List<Column> columns, int[] rows) {
        boolean[] gaps = new boolean[rows.length];
        for (Column column : columns) {
            for (int i = 0; i < rows.length && column.gaps() > 0; i++) {
                gaps[i] |= column.isGap(rows[i]);
            }
        }
        int[] complete = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (!gaps[i]) {
                complete[count++] = rows[i];
            }
        }
        return Arrays.copyOf(complete, count);
    }

    private void tellAboutKeeping(List<Column> columns, int[] rows, int[] complete) {
        List<String> where = columns.stream()
                .filter(column -> column.gaps() > 0 && Arrays.stream(rows).anyMatch(column::isGap))
                .map(Column::name)
                .toList();
        String some = Numbers.grouped(rows.length - complete.length) + " of " + Numbers.count(rows.length, "row")
                + " have gaps";
        notices.add(some + " (in " + NoticeText.list(where)
                + "), too many to leave out: preparation fills the gaps, and a missing word is a category of its own.");
        decision = some + ", which are filled. Is that right, or should a column be left out?";
    }
}
