package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides which columns of a table may help to predict its label, and says why others are left out. */
final class FeatureChoice {
    private static final int MOST_WORDS = 20;
    private static final int MOST_TOLD = 5;
    private static final int MOST_ASKED = 1000;

    private FeatureChoice() {}

    /** Why each column is left out, in the table's order; nothing for those to learn from. Judged by these rows. */
    static List<Optional<String>> of(Table table, Column label, ColumnUses uses, int[] rows) {
        List<Optional<String>> reasons = new ArrayList<>();
        for (Column column : table.all()) {
            Column typed = uses.typed(column);
            reasons.add(
                    column.name().equals(label.name())
                            ? Optional.of("it is predicted")
                            : switch (uses.use(column)) {
                                case AUTO -> against(typed, label, table, uses, rows);
                                case FEATURE -> impossible(typed, rows);
                                case TARGET -> Optional.of("it is predicted too");
                                case GROUP -> Optional.of("it groups the rows for the split");
                                case TIME -> Optional.of("it orders the rows for the split");
                                case WEIGHT -> Optional.of("it weighs the rows");
                                case DROP -> Optional.of("you left it out");
                            });
        }
        return reasons;
    }

    /** Of many columns that are left out, a few are told of, and how many more there are. */
    static void tell(Table table, Column label, List<Optional<String>> reasons, List<String> notices) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            String name = table.all().get(i).name();
            reasons.get(i)
                    .filter(why -> !name.equals(label.name()))
                    .ifPresent(why -> others.add(NoticeText.name(name) + " left out: " + why + "."));
        }
        int told = others.size() <= MOST_TOLD ? others.size() : MOST_TOLD - 1;
        notices.addAll(others.subList(0, told));
        if (told < others.size()) {
            notices.add(Numbers.count(others.size() - told, "more column") + " left out for reasons like these.");
        }
    }

    /** What speaks against a column that somebody wants. */
    private static Optional<String> impossible(Column column, int[] rows) {
        if (column.gaps() > 0 && Arrays.stream(rows).allMatch(column::isGap)) {
            return Optional.of("it is empty");
        }
        return column instanceof Column.Textual words && words.words().size() > MOST_ASKED
                ? Optional.of("it holds " + Numbers.grouped(words.words().size())
                        + " different texts, and an input for each is too many")
                : Optional.empty();
    }

    private static Optional<String> against(Column column, Column label, Table table, ColumnUses uses, int[] rows) {
        long gaps = column.gaps() == 0
                ? 0
                : Arrays.stream(rows).filter(column::isGap).count();
        if (gaps == rows.length) {
            return Optional.of("it is empty");
        }
        if (gaps * 3 > rows.length) {
            return Optional.of("it has gaps in " + Numbers.grouped(gaps) + " of " + Numbers.count(rows.length, "row"));
        }
        if (!identifies(column, table, uses) && isConstant(column, rows)) {
            return Optional.of("it has the same value in every row");
        }
        if (ColumnTypes.isDates(column)) {
            return Optional.of("it holds dates or times (such as "
                    + NoticeText.quote(((Column.Textual) column).words().get(0))
                    + "); say that it is an input to have them as days");
        }
        if (column instanceof Column.Textual words && words.words().size() > Math.min(MOST_WORDS, rows.length / 2)) {
            return Optional.of("it holds " + Numbers.grouped(words.words().size())
                    + " different texts, such as names, which say nothing about other rows");
        }
        if (isRowNumber(column)) {
            return Optional.of("it only numbers the rows");
        }
        if (identifies(column, table, uses)) {
            return Optional.of("it is an identifier, which says nothing about other rows");
        }
        if (saysTheSame(column, label, rows)) {
            return Optional.of(
                    "it says the same as " + NoticeText.name(label.name()) + ", so it would give the answer away");
        }
        return Optional.empty();
    }

    private static boolean identifies(Column column, Table table, ColumnUses uses) {
        return uses.type(column.name()).isEmpty() && Identifiers.is(column, table);
    }

    private static boolean isConstant(Column column, int[] rows) {
        Object first = null;
        for (int row : rows) {
            if (!column.isGap(row)) {
                Object value = value(column, row);
                if (first != null && !first.equals(value)) {
                    return false;
                }
                first = value;
            }
        }
        return true;
    }

    private static Object value(Column column, int row) {
        return column instanceof Column.Textual words
                ? (Object) words.word(row)
                : (Object) ((Column.Numeric) column).number(row);
    }

    /** A column called id, index or nothing, whose numbers go up by one: it depends on the file, not on the thing. */
    private static boolean isRowNumber(Column column) {
        String name = column.name().toLowerCase();
        boolean called = name.endsWith("id")
                || name.equals("index")
                || name.equals("rownames")
                || name.equals("row")
                || name.equals("no")
                || name.startsWith("unnamed")
                || name.startsWith("column ");
        if (!called || !(column instanceof Column.Numeric numbers)) {
            return false;
        }
        for (int row = 1; row < numbers.rows(); row++) {
            if (!(numbers.number(row) - numbers.number(row - 1) == 1)) {
                return false;
            }
        }
        return numbers.rows() > 1;
    }

    /** Whether each of its values goes with one class, and each class with one value. */
    private static boolean saysTheSame(Column column, Column label, int[] rows) {
        if (!LabelColumn.isClasses(column) || !LabelColumn.isClasses(label)) {
            return false;
        }
        Column.Textual values = LabelColumn.discrete(column);
        Column.Textual classes = LabelColumn.discrete(label);
        int[] classOf = filled(values.words().size());
        int[] valueOf = filled(classes.words().size());
        for (int row : rows) {
            if (!column.isGap(row)) {
                int value = values.word(row);
                int kind = classes.word(row);
                if ((classOf[value] >= 0 && classOf[value] != kind) || (valueOf[kind] >= 0 && valueOf[kind] != value)) {
                    return false;
                }
                classOf[value] = kind;
                valueOf[kind] = value;
            }
        }
        return true;
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }
}
