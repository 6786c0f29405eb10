package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How one cell of a table is understood. */
final class Cell {
    private static final Set<String> GAPS = new HashSet<>(
            List.of("", "na", "n/a", "nan", "null", "none", "nil", "?", "-", "--", ".", "missing", "#n/a"));
    private static final Set<String> INFINITE = new HashSet<>(List.of("inf", "infinity", "∞", "infinite"));

    private Cell() {}

    /** Whether the cell says that nothing is known. */
    static boolean isGap(String cell) {
        return cell.length() <= 8 && GAPS.contains(cell.toLowerCase());
    }

    /** Whether the cell says infinity, or a number too large for float32. */
    static boolean isInfinite(String cell, boolean decimalComma) {
        String bare = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        double number = number(cell, decimalComma);
        return INFINITE.contains(bare.toLowerCase())
                || Double.isInfinite(number)
                || (!Double.isNaN(number) && Float.isInfinite((float) number));
    }

    /** The number, or NaN if it is none. With a decimal comma, points between thousands are passed over. */
    static double number(String cell, boolean decimalComma) {
        if (cell.isEmpty() || cell.length() > 40) {
            return Double.NaN;
        }
        boolean comma = decimalComma && cell.indexOf(',') >= 0;
        return Numbers.read(comma ? cell.replace(".", "").replace(',', '.') : cell);
    }
}
