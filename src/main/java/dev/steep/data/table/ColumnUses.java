package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.OwnFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recipe says of the columns of a table, and the columns as it wants them understood. */
final class ColumnUses {
    private final Table table;
    private final Map<String, Choice> said = new HashMap<>();
    private final Map<String, Column> typed = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private final Optional<String> gaps;

    ColumnUses(Table table, Choice choice) {
        this.table = table;
        gaps = choice.get(OwnFile.MISSING);
        for (Choice each : choice.get(ColumnUse.Knobs.COLUMNS)) {
            String name = each.get(ColumnUse.Knobs.COLUMN);
            Optional<Column> column = table.column(name);
            if (column.isEmpty()) {
                notices.add("There is no column " + NoticeText.quote(name) + " in " + table.name()
                        + "; what the experiment says of it is not used.");
            } else {
                said.put(name, each);
                type(name)
                        .ifPresent(type -> typed.put(
                                name,
                                ColumnTypes.as(
                                        column.get(),
                                        wanted(name, type, choice),
                                        table.reading().numerals(),
                                        notices)));
            }
        }
    }

    /** Classes have an order of their own, so a label's ranks are words. */
    private static String wanted(String name, String type, Choice choice) {
        return type.equals("ordinal") && choice.get(OwnFile.LABEL).equals(name) ? "category" : type;
    }

    /** What becomes of rows where this column has a gap. */
    Gaps gaps(Column column) {
        Optional<String> own = Optional.ofNullable(said.get(column.name())).flatMap(ColumnUse::missing);
        return own.or(() -> gaps)
                .map(word -> word.equals("keep") ? Gaps.KEPT : Gaps.LEFT_OUT)
                .orElse(Gaps.AS_FOUND);
    }

    /** What becomes of rows with gaps. */
    enum Gaps {
        /** They stay, and preparation fills the gaps. */
        KEPT,
        /** They are left out, however many they are. */
        LEFT_OUT,
        /** They are left out if enough others are there; else they stay too. */
        AS_FOUND
    }

    /** What could not be used, and what a type changes. */
    List<String> notices() {
        return notices;
    }

    /** What the column is for. */
    ColumnUse use(Column column) {
        Choice choice = said.get(column.name());
        return choice == null ? ColumnUse.AUTO : ColumnUse.of(choice);
    }

    /** What it holds, if that is said. */
    Optional<String> type(String column) {
        Choice choice = said.get(column);
        return choice == null ? Optional.empty() : choice.get(ColumnUse.Knobs.TYPE);
    }

    /** The column as it is to be understood. */
    Column typed(Column column) {
        Column other = typed.get(column.name());
        return other == null ? column : other;
    }

    /** What rows are weighed by, if a column says so and all of it can: numbers that are 0 or more, not all of them 0. */
    Optional<Column.Numeric> weights() {
        return of(ColumnUse.WEIGHT).stream()
                .findFirst()
                .filter(column -> unweighable(column).isEmpty())
                .map(Column.Numeric.class::cast);
    }

    /** Why rows cannot be weighed by a column. */
    static Optional<String> unweighable(Column column) {
        if (!(column instanceof Column.Numeric numbers)) {
            return Optional.of("it holds words");
        }
        double most = 0;
        for (int row = 0; row < numbers.rows(); row++) {
            double value = numbers.number(row);
            if (value < 0) {
                return Optional.of("it holds numbers below 0, such as " + Numbers.write((float) value));
            }
            most = Double.isNaN(value) ? most : Math.max(most, value);
        }
        return most > 0 && most <= Float.MAX_VALUE
                ? Optional.empty()
                : Optional.of(most == 0 ? "it holds no number above 0" : "it holds numbers that are too large");
    }

    /** All columns of one use, as they are to be understood. */
    List<Column> of(ColumnUse use) {
        return table.all().stream()
                .filter(column -> use(column) == use)
                .map(this::typed)
                .toList();
    }
}
