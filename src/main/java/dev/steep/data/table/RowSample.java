package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.List;

/**
 * Where the rows of a table and their cells begin. If they become more than there is room for, half of them are given up at random, and
 * again: which ones depends on their number alone, so that each row has the same chance and the same file gives the same rows. The
 * first row, which may hold names, always stays.
 */
final class RowSample {
    /** Cells for which there is room: where they begin, what they are as numbers, and the samples take 16 bytes of each. */
    static final int MOST_CELLS = 32_000_000;

    private final int most;
    private IntList cells = new IntList();
    private IntList first = new IntList();
    private IntList lines = new IntList();
    private IntList numbers = new IntList();
    private int even = -1; // cells of each row; 0 if rows differ
    private int seen;
    private int halvings;

    RowSample(int most) {
        this.most = most;
    }

    void add(int line, int[] starts, int count) {
        int number = seen++;
        if (!stays(number, halvings)) {
            return;
        }
        put(line, number, starts, count);
        while (cells.size() > most && rows() > 1) {
            halvings++;
            thin();
        }
    }

    private void put(int line, int number, int[] starts, int count) {
        even = even < 0 ? count : even == count ? even : 0;
        first.add(cells.size());
        lines.add(line);
        numbers.add(number);
        for (int i = 0; i < count; i++) {
            cells.add(starts[i]);
        }
    }

    private void thin() {
        RowSample fewer = new RowSample(most);
        int[] starts = new int[0];
        for (int row = 0; row < rows(); row++) {
            int length = length(row);
            if (stays(numbers.get(row), halvings)) {
                starts = starts.length < length ? new int[length] : starts;
                for (int i = 0; i < length; i++) {
                    starts[i] = start(row, i);
                }
                fewer.put(line(row), numbers.get(row), starts, length);
            }
        }
        cells = fewer.cells;
        even = fewer.even;
        first = fewer.first;
        lines = fewer.lines;
        numbers = fewer.numbers;
    }

    /** A row stays as long as its number, stirred (the finalizer of MurmurHash3), ends in so many zeros. */
    static boolean stays(int number, int halvings) {
        int stirred = number * 0x9E3779B9;
        stirred = (stirred ^ stirred >>> 16) * 0x85EBCA6B;
        stirred = (stirred ^ stirred >>> 13) * 0xC2B2AE35;
        stirred ^= stirred >>> 16;
        return number == 0 || (stirred & (1 << Math.min(30, halvings)) - 1) == 0;
    }

    void say(List<String> notices) {
        if (halvings > 0) {
            notices.add("The table has " + Numbers.grouped(seen)
                    + " rows, more than there is safely room for in a browser ("
                    + Numbers.grouped(most / 1_000_000) + " million cells). " + Numbers.grouped(rows())
                    + " of them, chosen at random, are used: always the same ones of this file.");
        }
    }

    int rows() {
        return first.size();
    }

    int length(int row) {
        return even > 0 ? even : (row + 1 < first.size() ? first.get(row + 1) : cells.size()) - first.get(row);
    }

    int start(int row, int column) {
        return cells.get((even > 0 ? row * even : first.get(row)) + column);
    }

    int line(int row) {
        return lines.get(row);
    }
}
