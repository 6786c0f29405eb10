package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * An image with zeros around it, so that a sliding window never leaves it. The memory of a frame starts as zeros, and only
 * the image inside is ever written. An image that needs no frame is its own.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param channels numbers per pixel
 * @param top rows of zeros above
 * @param left columns of zeros before
 * @param rows rows in all
 * @param columns columns in all
 */
public record Frame(int height, int width, int channels, int top, int left, int rows, int columns) {
    /** Bytes of a row. */
    public int row() {
        return 4 * columns * channels;
    }

    /** Bytes of a pixel. */
    public int pixel() {
        return 4 * channels;
    }

    public long bytes() {
        return 4L * rows * columns * channels;
    }

    /** Bytes of the image itself. */
    public int image() {
        return 4 * height * width * channels;
    }

    public boolean bare() {
        return height == rows && width == columns;
    }

    /** A function of (image, frame) that copies an image into its frame. */
    Function in(Emission emission) {
        return emission.shared(
                this, () -> emission.module.function("frame", List.of(I32, I32), List.of(), this::write));
    }

    private void write(Code code) {
        Local from = code.param(0);
        Local to = code.param(1);
        int numbers = width * channels;
        code.add(to, top * row() + left * pixel());
        code.repeat(height, () -> {
            code.repeat(numbers / 4, () -> code.store(V128_STORE, to, 0, () -> code.load(V128_LOAD, from, 0))
                    .add(from, 16)
                    .add(to, 16));
            if (numbers % 4 != 0) {
                Local last = code.local(V128);
                code.load(V128_LOAD, from, 0).set(last);
                TailLanes.store(code, to, 0, last, numbers % 4);
                code.add(from, 4 * (numbers % 4)).add(to, 4 * (numbers % 4));
            }
            code.add(to, row() - 4 * numbers);
        });
    }
}
