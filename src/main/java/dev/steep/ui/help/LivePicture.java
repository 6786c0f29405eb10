package dev.steep.ui.help;

import dev.steep.math.Elementary;
import java.util.Arrays;

/** What layers are tried on in help: a letter that looks like no other when it is turned or mirrored, and a series with two peaks. */
final class LivePicture {
    /** Height and width of the letter. */
    static final int SIDE = 28;

    /** Of the series. */
    static final int LENGTH = 48;

    /** Half as large as the picture. */
    private static final String[] LETTER = {
        "              ",
        "              ",
        "   #######    ",
        "   ########   ",
        "   ##    ##   ",
        "   ##    ##   ",
        "   #######    ",
        "   ######     ",
        "   ##  ##     ",
        "   ##   ##    ",
        "   ##    ##   ",
        "   ##     ##  ",
        "              ",
        "              "
    };

    private LivePicture() {}

    /** From -1, the ground, to 1, with soft edges. */
    static float[] letter() {
        float[] picture = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int ink = 0;
                for (int i = 0; i < 4; i++) {
                    ink += inked(row + i / 2, column + i % 2) ? 1 : 0;
                }
                picture[row * SIDE + column] = ink / 2f - 1;
            }
        }
        return picture;
    }

    /** The letter, and a disc that is 1 in its middle and -1 at the corners. */
    static float[] two() {
        float[] both = Arrays.copyOf(letter(), 2 * SIDE * SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double down = (i / SIDE - (SIDE - 1) / 2.0) / SIDE;
            double across = (i % SIDE - (SIDE - 1) / 2.0) / SIDE;
            both[SIDE * SIDE + i] = (float) Math.max(-1, 1 - 8 * (down * down + across * across));
        }
        return both;
    }

    private static boolean inked(int row, int column) {
        return row < SIDE && column < SIDE && LETTER[row / 2].charAt(column / 2) == '#';
    }

    /** A broad peak and a narrow one. */
    static float[] series() {
        float[] series = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double broad = (i - 14) / 5.0;
            double narrow = (i - 34) / 1.2;
            series[i] = (float) (1.2 * Elementary.exp(-broad * broad) + 2.5 * Elementary.exp(-narrow * narrow));
        }
        return series;
    }
}
