package dev.steep.data.table;

import java.util.ArrayList;
import java.util.List;

/** Many whole numbers, in pieces: growing copies nothing. */
final class IntList {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private final List<int[]> pieces = new ArrayList<>();
    private int[] last = new int[0];
    private int size;

    void add(int value) {
        int place = size & PIECE - 1;
        if (place == 0) {
            last = new int[PIECE];
            pieces.add(last);
        }
        last[place] = value;
        size++;
    }

    int get(int i) {
        return pieces.get(i >> BITS)[i & PIECE - 1];
    }

    int size() {
        return size;
    }
}
