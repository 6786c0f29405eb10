package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out whether the first row of a table names its columns. */
final class Header {
    /** Rows below that are compared with the first, */
    private static final int LOOK = 100;

    /** fewer of a wide table, and so many at least. */
    private static final int LEAST = 10;

    /** Cells that are compared. */
    private static final int CELLS = 100_000;

    private final Csv csv;
    private final Numerals numerals;
    private final List<String[]> below; // a copy: each row is made when it is asked for

    Header(Csv csv, Numerals numerals) {
        this.csv = csv;
        this.numerals = numerals;
        int rows = csv.rows().size();
        int width = rows == 0 ? 1 : Math.max(1, csv.rows().get(0).length);
        int look = Math.max(LEAST, Math.min(LOOK, CELLS / width));
        below = new ArrayList<>(csv.rows().subList(Math.min(1, rows), Math.min(rows, 1 + look)));
    }

    /**
     * Whether the first row looks like names: each column of numbers votes, for if its first cell is no number and against
     * if it is; where nobody votes, names are cells that differ from each other and from all below them.
     */
    boolean isThere() {
        if (csv.rows().size() < 2) {
            return false;
        }
        String[] first = csv.rows().get(0);
        int votes = 0;
        boolean repeated = new HashSet<>(List.of(first)).size() < first.length;
        for (int column = 0; column < first.length; column++) {
            boolean number = isNumber(first[column]);
            votes += number ? -1 : 0;
            if (isNumeric(column)) {
                votes += number || Cell.isGap(first[column]) ? 0 : 1;
            } else {
                repeated |= isRepeated(column);
            }
        }
        return votes > 0 || (votes == 0 && !repeated);
    }

    /** Whether there is one row only, and no number in it: names without data, most likely. */
    boolean isAlone() {
        return csv.rows().size() == 1 && Arrays.stream(csv.rows().get(0)).noneMatch(this::isNumber);
    }

    /** A different name for every column; says which are not those of the file. */
    static List<String> names(Optional<String[]> header, int width, List<String> notices) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> next = new HashMap<>(); // so that thousands of columns of one name are named in one pass
        List<String> nameless = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String given = header.isPresent() ? header.get()[i] : "";
            String wanted = given.isEmpty() ? "column " + (i + 1) : given;
            String name = wanted;
            for (int again = next.getOrDefault(wanted, 2); !taken.add(name); again++) {
                name = wanted + " (" + again + ")";
                next.put(wanted, again + 1);
            }
            names.add(name);
            if (given.isEmpty()) {
                nameless.add(name);
            } else if (!name.equals(given)) {
                renamed.add(name);
            }
        }
        if (header.isEmpty()) {
            notices.add("The first row holds data, not names, so "
                    + (width == 1
                            ? "the column is called column 1."
                            : "the columns are called column 1 to column " + width + "."));
        } else if (!nameless.isEmpty()) {
            notices.add(Numbers.count(nameless.size(), "column") + " without a name: called "
                    + NoticeText.list(nameless) + ".");
        }
        if (!renamed.isEmpty()) {
            notices.add(Numbers.count(renamed.size(), "column") + " with the name of an earlier column: called "
                    + NoticeText.list(renamed) + ".");
        }
        return names;
    }

    /** Whether a column holds words, as far as the rows below tell. */
    boolean holdsWords(int column) {
        return !isNumeric(column) && below.stream().anyMatch(row -> !Cell.isGap(row[column]));
    }

    private boolean isNumber(String cell) {
        return !Double.isNaN(numerals.number(cell));
    }

    private boolean isNumeric(int column) {
        int numbers = 0;
        int others = 0;
        for (String[] row : below) {
            boolean number = isNumber(row[column]);
            numbers += number ? 1 : 0;
            others += number || Cell.isGap(row[column]) ? 0 : 1;
        }
        return numbers > 9 * others;
    }

    private boolean isRepeated(int column) {
        String name = csv.rows().get(0)[column];
        return name.isEmpty() || below.stream().anyMatch(row -> row[column].equals(name));
    }
}
