package dev.steep.data.format;

import dev.steep.math.Shape;

/**
 * Numbers of an array in a file, whatever the format: IDX, NumPy, FITS and JSON all become this.
 *
 * @param name of the file, or of the array within it
 * @param lengths of the axes, as the file declares them; the first one counts the samples
 * @param count samples that are really there; less than declared if the file was cut off
 * @param type what the numbers are
 * @param numbers in C order: the last axis changes fastest
 */
record NumberArray(String name, int[] lengths, int count, Type type, Source numbers) {
    /** What numbers are, as far as it matters for a data set. */
    enum Type {
        /** Whole numbers from 0 to 255: they stay bytes. */
        BYTE,
        /** Other whole numbers; few different ones are classes. */
        WHOLE,
        REAL
    }

    /** Where the numbers come from. */
    interface Source {
        /** The i-th number of all. */
        double at(int i);

        /** Numbers of {@link Type#BYTE}, as bytes: so many from this place on. */
        default void copy(int from, int numbers, byte[] into, int at) {
            for (int i = 0; i < numbers; i++) {
                into[at + i] = (byte) (int) at(from + i);
            }
        }
    }

    /** Bytes as they lie in a file. */
    static Source bytes(byte[] file, int start) {
        return new Source() {
            @Override
            public double at(int i) {
                return file[start + i] & 0xFF;
            }

            @Override
            public void copy(int from, int numbers, byte[] into, int at) {
                System.arraycopy(file, start + from, into, at, numbers);
            }
        };
    }

    /** How many axes. */
    int rank() {
        return lengths.length;
    }

    /** Numbers of one sample. */
    int size() {
        int size = 1;
        for (int axis = 1; axis < lengths.length; axis++) {
            size *= lengths[axis];
        }
        return size;
    }

    /** One sample: height × width × channels for pictures, else a list of features. */
    Shape sampleShape() {
        return switch (lengths.length) {
            case 0, 1 -> Shape.of(1);
            case 2 -> Shape.of(lengths[1]);
            case 3 -> Shape.of(lengths[1], lengths[2], 1);
            default -> Shape.of(lengths[1], lengths[2], size() / lengths[1] / lengths[2]);
        };
    }

    /** The same numbers as samples of other lengths, of which the product is the same. */
    NumberArray reshaped(int... others) {
        return new NumberArray(name, others, count, type, numbers);
    }

    /** Pictures of channels × height × width (N, C, H, W) as height × width × channels. */
    NumberArray channelsLast() {
        int channels = lengths[1];
        int pixels = lengths[2] * lengths[3];
        int[] last = {lengths[0], lengths[2], lengths[3], channels};
        return new NumberArray(name, last, count, type, i -> {
            int pixel = i / channels;
            return numbers.at((pixel / pixels * channels + i % channels) * pixels + pixel % pixels);
        });
    }
}
