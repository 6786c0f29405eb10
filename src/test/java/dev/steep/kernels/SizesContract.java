package dev.steep.kernels;

import dev.steep.math.Shape;
import dev.steep.network.Sketch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles, panels and vectors end somewhere: each dimension of each layer takes every size up to 17, and some primes. */
interface SizesContract extends HostContract {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 23, 29, 31, 37, 41})
    default void everySizeOfEveryDimension(int n) {
        numbers(n, Shape.of(n), 3, "Dense(5,tanh)", "Dense(3)");
        numbers(n, Shape.of(5), 3, "Dense(" + n + ",relu)", "Dense(3)");
        numbers(n, Shape.of(7), n, "Dense(6,sigmoid)", "Dense(" + n + ")");
        classes(n, Shape.of(6), Math.max(n, 2), "Dense(5,relu)", "Dense(" + Math.max(n, 2) + ",softmax)");
        images(n, Shape.of(n, 5, 2), "Conv2D(3,3,padding=same,activation=relu)", "MaxPooling2D(2,padding=same)");
        images(n, Shape.of(6, n, 3), "Conv2D(5,3,padding=same)", "MaxPooling2D(2,padding=same)");
        images(n, Shape.of(5, 6, n), "Conv2D(4,3,activation=relu)", "Conv2D(3,2,padding=same)");
        images(n, Shape.of(6, 5, 2), "Conv2D(" + n + ",2,activation=relu)", "AveragePooling2D(2)");
        images(n, Shape.of(6, 6, 1), "Conv2D(3,2)", "Conv2D(" + n + ",3,padding=same)", "MaxPooling2D(2)");
        int kernel = Math.min(n, 7);
        images(n, Shape.of(7, 9, 2), "Conv2D(3," + kernel + ",padding=same)", "Conv2D(3," + kernel + ",padding=same)");
        int stride = Math.min(n, 5);
        images(n, Shape.of(9, 7, 2), "Conv2D(3,2,padding=same)", "Conv2D(3,3,strides=" + stride + ",padding=same)");
    }

    private void images(int seed, Shape input, String... layers) {
        String[] all = new String[layers.length + 2];
        System.arraycopy(layers, 0, all, 0, layers.length);
        all[layers.length] = "Flatten";
        all[layers.length + 1] = "Dense(3,softmax)";
        classes(seed, input, 3, all);
    }

    private void classes(int seed, Shape input, int classes, String... layers) {
        pair().compare(Sketch.classes(input, classes, layers), seed);
    }

    private void numbers(int seed, Shape input, int width, String... layers) {
        pair().compare(Sketch.numbers(input, width, layers), seed);
    }
}
