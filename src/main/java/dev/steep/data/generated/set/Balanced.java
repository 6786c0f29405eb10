package dev.steep.data.generated.set;

import dev.steep.math.Random;

/** Class labels in random order, equally many of each. */
public final class Balanced {
    private Balanced() {}

    /** Each run of {@code classes} labels holds every class once, so any beginning of the list is balanced too. */
    public static int[] labels(int count, int classes, Random random) {
        int[] labels = new int[count];
        int[] round = new int[classes];
        for (int i = 0; i < count; i++) {
            if (i % classes == 0) {
                for (int c = 0; c < classes; c++) {
                    round[c] = c;
                }
                random.shuffle(round);
            }
            labels[i] = round[i % classes];
        }
        return labels;
    }
}
