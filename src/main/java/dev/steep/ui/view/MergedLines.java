package dev.steep.ui.view;

import java.util.Arrays;

/** Lines with places of their own on one horizontal axis, as a chart takes them: all places, rising, and NaN where a line has none. */
public final class MergedLines {
    private MergedLines() {}

    /** @param tables each with its rising places, then its lines there; the first comes first where places are equal */
    public static double[][] of(double[][]... tables) {
        int places = 0;
        int lines = 0;
        for (double[][] table : tables) {
            places += table[0].length;
            lines += table.length - 1;
        }
        double[][] merged = new double[1 + lines][places];
        for (int line = 1; line <= lines; line++) {
            Arrays.fill(merged[line], Double.NaN);
        }
        int[] next = new int[tables.length];
        for (int i = 0; i < places; i++) {
            int nearest = -1;
            int first = 1;
            int from = 1;
            for (int t = 0; t < tables.length; t++) {
                boolean left = next[t] < tables[t][0].length;
                if (left && (nearest < 0 || tables[t][0][next[t]] < tables[nearest][0][next[nearest]])) {
                    nearest = t;
                    first = from;
                }
                from += tables[t].length - 1;
            }
            merged[0][i] = tables[nearest][0][next[nearest]];
            for (int line = 1; line < tables[nearest].length; line++) {
                merged[first + line - 1][i] = tables[nearest][line][next[nearest]];
            }
            next[nearest]++;
        }
        return merged;
    }

    /** A table of one line, of places and numbers by turns, as far as a place. */
    public static double[][] pairs(double[] byTurns, double end) {
        int count = 0;
        while (2 * count < byTurns.length && byTurns[2 * count] <= end) {
            count++;
        }
        double[][] table = new double[2][count];
        for (int i = 0; i < count; i++) {
            table[0][i] = byTurns[2 * i];
            table[1][i] = byTurns[2 * i + 1];
        }
        return table;
    }
}
