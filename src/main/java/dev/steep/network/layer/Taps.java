package dev.steep.network.layer;

import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.tape.Window;

/**
 * Which numbers of its input a layer makes each number of its output from, as a window slides over an image.
 *
 * @param reduction what becomes of the numbers under the window
 * @param window how it slides
 */
public record Taps(Reduction reduction, Window window) {
    /** What becomes of the numbers under the window. */
    public enum Reduction {
        /** Each times a weight of the kernel, of all channels, added up. */
        PRODUCTS,
        /** The largest of one channel. */
        LARGEST,
        /** The mean of one channel, without padding. */
        MEAN
    }

    /**
     * A window over an image of one's own.
     *
     * @param image height × width × channels
     * @param padding {@code valid} or {@code same}
     */
    public static Taps of(Reduction reduction, Shape image, Pair size, Pair strides, Pair dilation, String padding) {
        return new Taps(reduction, Sliding.window(image, size, strides, dilation, padding));
    }

    /** Rows of the output; below 1 if the window does not fit. */
    public int height() {
        return window.rows().output();
    }

    /** Columns of the output; below 1 if the window does not fit. */
    public int width() {
        return window.columns().output();
    }

    /** Rows of the input under the window for a row of the output; -1 for padding. */
    public int[] rows(int output) {
        return places(window.rows(), output);
    }

    /** Columns of the input under the window for a column of the output; -1 for padding. */
    public int[] columns(int output) {
        return places(window.columns(), output);
    }

    private static int[] places(Window.Axis axis, int output) {
        int[] places = new int[axis.size()];
        for (int k = 0; k < places.length; k++) {
            int at = axis.at(output, k);
            places[k] = at < 0 || at >= axis.input() ? -1 : at;
        }
        return places;
    }
}
