package dev.steep.data.table;

import java.util.List;

/**
 * Tells columns that name things instead of describing them: {@code obj_ID}, {@code PassengerId}, and of a survey of spectra the plate,
 * the fiber and the night. A network would learn them by heart, or learn how the table was collected.
 */
final class Identifiers {
    /** Fewer different values than this may well be a category that is numbered. */
    private static final int MOST_CATEGORIES = 20;

    /** Whole numbers above this are rounded in a double: 2^53. */
    private static final double MOST_EXACT = 0x1p53;

    private static final List<String> WHOLE = List.of("id", "uuid", "guid", "objid", "specobjid", "fiberid", "rowid");
    private static final List<String> SPECTRUM = List.of("plate", "mjd");

    private Identifiers() {}

    static boolean is(Column column, Table table) {
        return isCalledSo(column.name(), table) && isPossible(column);
    }

    private static boolean isCalledSo(String name, Table table) {
        String small = name.toLowerCase();
        return WHOLE.contains(small)
                || small.endsWith("_id")
                || small.endsWith(" id")
                || small.endsWith("-id")
                || small.endsWith(".id")
                || isCamel(name)
                || (SPECTRUM.contains(small)
                        && table.all().stream()
                                .anyMatch(each -> each.name().toLowerCase().startsWith("fiber")));
    }

    /** {@code PassengerId}, {@code objID}; not {@code acid}. */
    private static boolean isCamel(String name) {
        int end = name.length() - 2;
        return end > 0
                && (name.endsWith("Id") || name.endsWith("ID"))
                && name.charAt(end - 1) >= 'a'
                && name.charAt(end - 1) <= 'z';
    }

    /** Many different whole numbers, or texts. */
    private static boolean isPossible(Column column) {
        if (column instanceof Column.Textual texts) {
            return texts.words().size() > MOST_CATEGORIES;
        }
        Column.Numeric numbers = (Column.Numeric) column;
        for (int row = 0; row < numbers.rows(); row++) {
            double value = numbers.number(row);
            if (!Double.isNaN(value) && value != Math.rint(value)) {
                return false;
            } else if (Math.abs(value) > MOST_EXACT) {
                return true; // different ones may be the same here
            }
        }
        return numbers.values(MOST_CATEGORIES, true).isEmpty();
    }
}
