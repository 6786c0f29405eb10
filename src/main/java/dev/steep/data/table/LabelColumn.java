package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.Target;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.LabelChoice;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses and understands the column that is to be predicted. */
final class LabelColumn {
    /** What people call the column, the surest names first. */
    private static final List<String> USUAL = List.of(
            "target",
            "label",
            "labels",
            "survived",
            "species",
            "class",
            "diagnosis",
            "outcome",
            "variety",
            "category",
            "quality",
            "medv",
            "medhouseval",
            "median_house_value",
            "saleprice",
            "price",
            "mpg",
            "y");

    private static final int MOST_WORDS = 200;
    private static final int MOST_WHOLE = 20;

    private LabelColumn() {}

    /** The name of a column that is called like a label, else of the last one that can be predicted and is more than a name. */
    static String usual(Table table, ColumnUses uses) {
        List<Column> columns = table.all();
        for (String name : USUAL) {
            for (Column column : columns) {
                if (column.name().equalsIgnoreCase(name)
                        && !isCoordinate(name, columns)
                        && uses.use(column) == ColumnUse.AUTO
                        && answers(uses.typed(column)) != LabelChoice.NOTHING) {
                    return column.name();
                }
            }
        }
        for (int i = columns.size() - 1; i >= 0; i--) {
            Column column = columns.get(i);
            Column typed = uses.typed(column);
            if (uses.use(column) == ColumnUse.AUTO
                    && answers(typed) != LabelChoice.NOTHING
                    && !Identifiers.is(column, table)
                    && !ColumnTypes.isDates(typed)) {
                return column.name();
            }
        }
        return columns.get(columns.size() - 1).name();
    }

    /** Why the column that people would take first is not taken: it is called like a label, or stands last. */
    static Optional<String> missed(Table table, ColumnUses uses) {
        List<Column> columns = table.all();
        Column first = columns.get(columns.size() - 1);
        for (int i = USUAL.size() - 1; i >= 0; i--) {
            for (Column column : columns) {
                boolean called = column.name().equalsIgnoreCase(USUAL.get(i)) && !isCoordinate(USUAL.get(i), columns);
                first = called ? column : first;
            }
        }
        Column typed = uses.typed(first);
        if (uses.use(first) != ColumnUse.AUTO || answers(typed) != LabelChoice.NOTHING) {
            return Optional.empty();
        }
        List<String> why = new ArrayList<>();
        int[] rows = IntStream.range(0, typed.rows())
                .filter(row -> !typed.isGap(row))
                .toArray();
        if (rows.length == 0) {
            return Optional.of(NoticeText.name(first.name()) + " is empty.");
        }
        target(typed, false, rows, why);
        return why.stream().findFirst();
    }

    /** Whether a column is called as people call what they predict. */
    static boolean isCalledSo(String name) {
        return USUAL.contains(name.toLowerCase());
    }

    /** Beside an x and further columns, y is a coordinate rather than what is to be predicted. */
    private static boolean isCoordinate(String name, List<Column> columns) {
        return name.equals("y")
                && columns.size() > 2
                && columns.stream().anyMatch(column -> column.name().equalsIgnoreCase("x"));
    }

    /** Words, and few different whole numbers, are classes; other numbers are to be predicted as numbers. */
    static boolean isClasses(Column column) {
        return column instanceof Column.Textual || !wholeClasses(column).isEmpty();
    }

    /** What {@link LabelChoice} says of a column, by all its rows. */
    static int answers(Column column) {
        int known = column.rows() - column.gaps();
        if (!isClasses(column)) {
            return known < 2 ? LabelChoice.NOTHING : 0;
        }
        int classes = discrete(column).words().size();
        return classes < 2 || isTooMany(classes, known) ? LabelChoice.NOTHING : classes;
    }

    private static boolean isTooMany(int classes, int rows) {
        return classes > MOST_WORDS || classes > Math.max(2, rows / 2);
    }

    private static List<Double> wholeClasses(Column column) {
        if (!(column instanceof Column.Numeric numbers)) {
            return List.of();
        }
        int few = Math.min(MOST_WHOLE, Math.max(2, column.rows() / 3));
        return numbers.wholeValues(few);
    }

    /**
     * The target for these rows, none of which is a gap; classes that do not occur there are left out. Says why if it
     * cannot be one.
     *
     * @param numbers whether whole numbers are to be predicted as numbers, however few different ones there are
     */
    static Optional<Target> target(Column column, boolean numbers, int[] rows, List<String> notices) {
        return numbers && column instanceof Column.Numeric || !isClasses(column)
                ? numbers(List.of(column), rows, notices)
                : classes(discrete(column), rows, notices);
    }

    /** Columns of numbers, predicted together. */
    static Optional<Target> numbers(List<Column> columns, int[] rows, List<String> notices) {
        int width = columns.size();
        float[] values = new float[rows.length * width];
        for (int k = 0; k < width; k++) {
            PackedNumbers all = ((Column.Numeric) columns.get(k)).values();
            boolean varied = false;
            for (int i = 0; i < rows.length; i++) {
                values[i * width + k] = (float) all.at(rows[i]);
                varied |= values[i * width + k] != values[k];
            }
            if (!varied) {
                notices.add(only(columns.get(k).name()));
                return Optional.empty();
            }
        }
        return Optional.of(new Target.Numbers(
                values, width, columns.stream().map(Column::name).toList()));
    }

    private static Optional<Target> classes(Column.Textual column, int[] rows, List<String> notices) {
        int[] place = new int[column.words().size()];
        for (int row : rows) {
            place[column.word(row)]++;
        }
        List<String> names = new ArrayList<>();
        for (int word = 0; word < place.length; word++) {
            if (place[word] > 0) {
                place[word] = names.size();
                names.add(column.words().get(word));
            }
        }
        if (isTooMany(names.size(), rows.length)) {
            notices.add(
                    NoticeText.name(column.name()) + " holds " + Numbers.grouped(names.size()) + " different texts in "
                            + Numbers.count(rows.length, "row")
                            + "; that is too many to be classes. Choose another column to predict.");
            return Optional.empty();
        }
        if (names.size() < 2) {
            notices.add(only(column.name()));
            return Optional.empty();
        }
        int[] index = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            index[i] = place[column.word(rows[i])];
        }
        return Optional.of(new Target.Classes(index, names));
    }

    private static String only(String name) {
        return NoticeText.name(name)
                + " has the same value in every row, so there is nothing to learn. Choose another column to predict.";
    }

    /** A column of words, or of few whole numbers taken as words; a column that {@link #isClasses}. */
    static Column.Textual discrete(Column column) {
        if (column instanceof Column.Textual words) {
            return words;
        }
        List<Double> values = wholeClasses(column);
        List<String> names = new ArrayList<>();
        for (double value : values) {
            names.add(Numbers.write(value));
        }
        PackedNumbers numbers = ((Column.Numeric) column).values();
        PackedNumbers.Builder index = new PackedNumbers.Builder(1, numbers.size());
        for (int row = 0; row < numbers.size(); row++) {
            index.addPlace(column.isGap(row) ? -1 : values.indexOf(numbers.at(row)));
        }
        return new Column.Textual(column.name(), names, index.build());
    }
}
