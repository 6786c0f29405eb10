package dev.steep.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How one cell of a table is understood. */
final class Cell {
    private static final Set<String> GAPS = new HashSet<>(List.of(
            "", "na", "n/a", "n.a.", "<na>", "nan", "null", "none", "nil", "?", "-", "--", "–", "—", ".", "missing",
            "#n/a", "#null!", "\\n"));
    private static final Set<String> INFINITE = new HashSet<>(List.of("inf", "infinity", "∞", "infinite"));

    private Cell() {}

    /** Whether the cell says that nothing is known. */
    static boolean isGap(String cell) {
        return cell.length() <= 8 && GAPS.contains(cell.toLowerCase());
    }

    /** Whether the cell says infinity, or this number of it is too large for float32. */
    static boolean isInfinite(String cell, double number) {
        if (!Double.isNaN(number)) {
            return Float.isInfinite((float) number);
        }
        String bare = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        return bare.length() <= 8 && INFINITE.contains(bare.toLowerCase());
    }
}
