package dev.steep.ui.network;

import java.util.Arrays;

/** Which of the kept epochs stand in a film strip: the first weights, and others at even distances. */
final class FilmEpochs {
    private FilmEpochs() {}

    /**
     * So many at the most of the epochs before the present one.
     *
     * @param kept in rising order
     */
    static int[] of(int[] kept, int present, int most) {
        int[] past = Arrays.stream(kept).filter(epoch -> epoch < present).toArray();
        if (past.length <= most) {
            return past;
        }
        int[] some = new int[most];
        for (int i = 0; i < most; i++) {
            some[i] = past[i * past.length / most];
        }
        return some;
    }
}
