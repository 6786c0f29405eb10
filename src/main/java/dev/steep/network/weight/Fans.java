package dev.steep.network.weight;

import dev.steep.math.Shape;

/**
 * How many numbers a neuron reads, and how many neurons read each number: what decides how large weights should start.
 * A convolution's are multiplied by the area of its kernel. Source: Keras 3, {@code compute_fans}.
 *
 * @param shape of the weights
 * @param in numbers read by a neuron
 * @param out neurons that read a number
 */
record Fans(Shape shape, double in, double out) {
    static Fans of(Shape shape) {
        if (shape.rank() < 2) {
            return new Fans(shape, shape.size(), shape.size());
        }
        int in = shape.length(-2);
        int out = shape.length(-1);
        double area = (double) shape.size() / in / out;
        return new Fans(shape, in * area, out * area);
    }
}
