package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Where the rows of a table begin, and how many cells they have. If they become more than there is room for, half of them are given up at random, and
 * again: which ones depends on their number alone, so that each row has the same chance and the same file gives the same rows. The
 * first row, which may hold names, always stays.
 */
final class RowSample {
    /** Cells for which there is room: what they are as numbers, and the samples take up to 12 bytes of each. */
    static final int MOST_CELLS = 32_000_000;

    private final RowChoice choice;
    private IntList starts = new IntList();
    private IntList lengths = new IntList(); // none while all are even
    private IntList lines = new IntList();
    private IntList numbers = new IntList();
    private long cells;
    private int even = -1; // cells of each row; 0 if rows differ
    private int seen;
    private int halvings;
    private boolean picked;

    RowSample(RowChoice choice) {
        this.choice = choice;
    }

    /**
     * One more row.
     *
     * @param start where it begins, less than 4 GB from the beginning
     * @param length how many cells it has
     */
    void add(int line, long start, int length) {
        int number = seen++;
        if (!stays(number, halvings, choice.draw())) {
            return;
        }
        put(line, number, (int) start, length);
        while (cells > choice.cells() && rows() > 1 || choice.isMuch(rows())) {
            halvings++;
            thin(each -> stays(each, halvings, choice.draw()));
        }
    }

    private void put(int line, int number, int start, int length) {
        if (even > 0 && even != length) {
            for (int row = 0; row < rows(); row++) {
                lengths.add(even);
            }
        }
        even = even < 0 ? length : even == length ? even : 0;
        if (even == 0) {
            lengths.add(length);
        }
        starts.add(start);
        lines.add(line);
        numbers.add(number);
        cells += length;
    }

    /** What is to be done after the last row: of those that are left, as many stay as are asked for. */
    void end() {
        last(numbers, choice).ifPresent(rank -> {
            thin(number -> number == 0 || rank(number, choice.draw()) <= rank);
            picked = true;
        });
    }

    /** The highest rank of the rows that are asked for; none if there are no more. The first row may hold names. */
    static Optional<Integer> last(IntList numbers, RowChoice choice) {
        if (choice.rows().isEmpty() || numbers.size() - 1 <= choice.rows().get()) {
            return Optional.empty();
        }
        int[] ranks = new int[numbers.size() - 1];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rank(numbers.get(i + 1), choice.draw());
        }
        Arrays.sort(ranks);
        return Optional.of(ranks[choice.rows().get() - 1]);
    }

    private void thin(IntPredicate stays) {
        RowSample fewer = new RowSample(choice);
        for (int row = 0; row < rows(); row++) {
            if (stays.test(numbers.get(row))) {
                fewer.put(line(row), numbers.get(row), starts.get(row), length(row));
            }
        }
        cells = fewer.cells;
        even = fewer.even;
        starts = fewer.starts;
        lengths = fewer.lengths;
        lines = fewer.lines;
        numbers = fewer.numbers;
    }

    /** A row stays as long as its number, stirred (the finalizer of MurmurHash3), ends in so many zeros. */
    static boolean stays(int number, int halvings) {
        return stays(number, halvings, 0);
    }

    /** The same of another draw. */
    static boolean stays(int number, int halvings, int draw) {
        return number == 0 || (stirred(number, draw) & (1 << Math.min(30, halvings)) - 1) == 0;
    }

    /** Rows of the lowest ranks stay longest. */
    static int rank(int number, int draw) {
        return Integer.reverse(stirred(number, draw)) ^ Integer.MIN_VALUE;
    }

    private static int stirred(int number, int draw) {
        int stirred = (number + draw * 0x632BE5AB) * 0x9E3779B9;
        stirred = (stirred ^ stirred >>> 16) * 0x85EBCA6B;
        stirred = (stirred ^ stirred >>> 13) * 0xC2B2AE35;
        stirred ^= stirred >>> 16;
        return stirred;
    }

    /** How many rows there were. */
    int seen() {
        return seen;
    }

    void say(List<String> notices) {
        if (picked) {
            notices.add("The table has " + Numbers.grouped(seen) + " rows. " + Numbers.grouped(rows() - 1)
                    + " of them, chosen at random, are used: always the same ones of this file.");
        } else if (halvings > 0) {
            notices.add("The table has " + Numbers.grouped(seen)
                    + " rows, more than there is safely room for in a browser ("
                    + Numbers.grouped(choice.cells() / 1_000_000) + " million cells). " + Numbers.grouped(rows())
                    + " of them, chosen at random, are used: always the same ones of this file.");
        }
    }

    /** After the last row was chosen, and all was said of its line: gives up what nobody will ask for. */
    void settle() {
        lines = new IntList();
        numbers = new IntList();
    }

    int rows() {
        return starts.size();
    }

    /** How many cells a row has. */
    int length(int row) {
        return even > 0 ? even : lengths.get(row);
    }

    /** Where a row begins. */
    long start(int row) {
        return starts.get(row) & 0xFFFF_FFFFL;
    }

    /** The line in which a row begins, counted from 1. */
    int line(int row) {
        return lines.get(row);
    }
}
