package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.Target;
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
            "y");

    private static final int MOST_WORDS = 200;
    private static final int MOST_WHOLE = 20;

    private LabelColumn() {}

    /** The name of a column that is called like a label, else of the last one. */
    static String usual(Table table) {
        List<Column> columns = table.all();
        for (String name : USUAL) {
            for (Column column : columns) {
                if (column.name().toLowerCase().equals(name) && !isCoordinate(name, columns)) {
                    return column.name();
                }
            }
        }
        return columns.get(columns.size() - 1).name();
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
        int known = (int) IntStream.range(0, column.rows())
                .filter(row -> !column.isGap(row))
                .count();
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
     */
    static Optional<Target> target(Column column, int[] rows, List<String> notices) {
        if (isClasses(column)) {
            return classes(discrete(column), rows, notices);
        }
        double[] all = ((Column.Numeric) column).values();
        float[] values = new float[rows.length];
        boolean varied = false;
        for (int i = 0; i < rows.length; i++) {
            values[i] = (float) all[rows[i]];
            varied |= values[i] != values[0];
        }
        if (!varied) {
            notices.add(only(column.name()));
            return Optional.empty();
        }
        return Optional.of(new Target.Numbers(values, 1, List.of(column.name())));
    }

    private static Optional<Target> classes(Column.Textual column, int[] rows, List<String> notices) {
        int[] place = new int[column.words().size()];
        for (int row : rows) {
            place[column.index()[row]]++;
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
                            + "; that is too many to be classes. Choose another column to predict: of a new file, the one called \"label\" is taken, else the last.");
            return Optional.empty();
        }
        if (names.size() < 2) {
            notices.add(only(column.name()));
            return Optional.empty();
        }
        int[] index = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            index[i] = place[column.index()[rows[i]]];
        }
        return Optional.of(new Target.Classes(index, names));
    }

    private static String only(String name) {
        return NoticeText.name(name)
                + " has the same value in every row, so there is nothing to learn. Choose another column to predict: of a new file, the one called \"label\" is taken, else the last.";
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
        double[] numbers = ((Column.Numeric) column).values();
        int[] index = new int[numbers.length];
        for (int row = 0; row < index.length; row++) {
            index[row] = column.isGap(row) ? -1 : values.indexOf(numbers[row]);
        }
        return new Column.Textual(column.name(), names, index);
    }
}
