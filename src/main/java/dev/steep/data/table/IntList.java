package dev.steep.data.table;

import java.util.Arrays;

/** Many whole numbers, in pieces: growing copies nothing. */
final class IntList {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private int[][] pieces = new int[4][];
    private int[] last = new int[0];
    private int size;

    void add(int value) {
        int place = size & PIECE - 1;
        if (place == 0) {
            int piece = size >> BITS;
            pieces = piece < pieces.length ? pieces : Arrays.copyOf(pieces, 2 * piece);
            last = new int[PIECE];
            pieces[piece] = last;
        }
        last[place] = value;
        size++;
    }

    void set(int i, int value) {
        pieces[i >> BITS][i & PIECE - 1] = value;
    }

    int get(int i) {
        return pieces[i >> BITS][i & PIECE - 1];
    }

    int size() {
        return size;
    }
}
