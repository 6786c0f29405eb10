package dev.steep.reference;

import dev.steep.tape.Window;

/**
 * An image with its padding around it, so that a sliding window never leaves it. Where a window begins and where each
 * of its taps lies are then plain sums of offsets. An image that needs no padding is its own frame.
 */
final class PaddedImage {
    private final int imageRow;
    private final int rows;
    private final int first;

    /** Numbers in one image. */
    final int image;

    /** Numbers in one framed image. */
    final int size;

    /** From a row of outputs to the next, and from an output to the next, in the frame. */
    final int down;

    final int across;

    /** Whether the image is its own frame. */
    final boolean bare;

    /** Numbers in one row of the frame. */
    private final int row;

    PaddedImage(Window window, int channels) {
        Window.Axis y = window.rows();
        Window.Axis x = window.columns();
        int height = framed(y);
        int width = framed(x);
        rows = y.input();
        imageRow = x.input() * channels;
        image = rows * imageRow;
        row = width * channels;
        size = height * row;
        bare = height == y.input() && width == x.input();
        first = y.before() * row + x.before() * channels;
        down = y.stride() * row;
        across = x.stride() * channels;
    }

    /** How many numbers a frame has; none if an image is its own. */
    static double count(Window window, int channels) {
        int height = framed(window.rows());
        int width = framed(window.columns());
        boolean bare =
                height == window.rows().input() && width == window.columns().input();
        return bare ? 0 : (double) height * width * channels;
    }

    private static int framed(Window.Axis axis) {
        int reach = (axis.output() - 1) * axis.stride() + (axis.size() - 1) * axis.dilation() + 1;
        return Math.max(axis.before() + axis.input(), reach);
    }

    /** Where the runs of numbers under a window begin, counted from its start: one per row, or one per tap if dilated. */
    int[] runs(Window window, int channels) {
        Window.Axis y = window.rows();
        Window.Axis x = window.columns();
        int perRow = x.dilation() == 1 ? 1 : x.size();
        int[] runs = new int[y.size() * perRow];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = i / perRow * y.dilation() * row + i % perRow * x.dilation() * channels;
        }
        return runs;
    }

    /** How many numbers each of the {@link #runs} has. */
    static int runLength(Window window, int channels) {
        return window.columns().dilation() == 1 ? window.columns().size() * channels : channels;
    }

    /** Where sample s begins: in its array if that is its own frame, else in the one frame that all share. */
    int start(int s) {
        return bare ? s * size : 0;
    }

    /** Puts an image, which begins at {@code from}, into a frame whose border is zero. */
    void put(double[] images, int from, double[] frame) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(images, from + i * imageRow, frame, first + i * row, imageRow);
        }
    }

    /** Takes the image out of a frame. */
    void take(double[] frame, double[] images, int to) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(frame, first + i * row, images, to + i * imageRow, imageRow);
        }
    }
}
