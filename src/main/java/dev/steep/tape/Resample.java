package dev.steep.tape;

import java.util.List;

/**
 * An image read at other places: pixel (i, j) of the output, row i and column j, is the input at row {@code b0 j + b1 i + b2} and
 * column {@code a0 j + a1 i + a2}, between pixels by {@link Sampling#interpolation}, beyond the border by {@link Sampling#fill}. Every
 * sample has a transform of its own. Names and arithmetic are those of {@code keras.ops.image.affine_transform} (3.15 with JAX).
 *
 * @param x batch x height x width x channels
 * @param transform batch x 6: a0, a1, a2, b0, b1, b2
 * @param output batch x height x width x channels; it may have other sides than x
 */
public record Resample(Value x, Value transform, Sampling reading, Value output) implements Step {
    /** How many numbers a transform has. */
    public static final int TRANSFORM = 6;

    /**
     * How an image is read at a place.
     *
     * @param value stands for what is beyond the border, with {@link Fill#CONSTANT}
     */
    public record Sampling(Interpolation interpolation, Fill fill, double value) {}

    /** What is read between pixels. */
    public enum Interpolation {
        /** The four pixels around the place, each the more the nearer it is. */
        BILINEAR,
        /** The pixel that is nearest; halfway, the one that is further from row, or column, 0. */
        NEAREST
    }

    /** What stands beyond the border of an image. */
    public enum Fill {
        /** The image, turned over at its edge: {@code d c b a | a b c d | d c b a}. */
        REFLECT,
        /** A number. */
        CONSTANT,
        /** The pixel at the edge: {@code a a a a | a b c d | d d d d}. */
        NEAREST,
        /** The image again: {@code a b c d | a b c d | a b c d}. */
        WRAP;

        /** Which of the n pixels along an axis stands at place i; -1 if none does. */
        public int pixel(int i, int n) {
            return switch (this) {
                case REFLECT -> {
                    int at = Math.floorMod(i, 2 * n);
                    yield at < n ? at : 2 * n - 1 - at;
                }
                case CONSTANT -> i >= 0 && i < n ? i : -1;
                case NEAREST -> Math.max(0, Math.min(n - 1, i));
                case WRAP -> Math.floorMod(i, n);
            };
        }
    }

    @Override
    public List<Value> inputs() {
        return List.of(x, transform);
    }

    /** A transform is a constant to the derivative. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Gradient(dy, transform, reading, dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return x.name() + " read at other places, by " + transform.name();
    }

    @Override
    public double work(int samples) {
        return work(reading, output, samples);
    }

    private static double work(Sampling reading, Value pixels, int samples) {
        int taps = reading.interpolation == Interpolation.BILINEAR ? 4 : 1;
        double channels = pixels.shape().length(2);
        double place = Cost.NUMBER + 8 * taps * Cost.SIMPLE;
        return pixels.count(samples) / channels * (place + taps * (Cost.NUMBER + Cost.SIMPLE) * Cost.whole(channels));
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.resample(this);
    }

    /** dx: each dy goes back to the pixels that were read, to each as much as it was read; beyond the border it is lost. */
    public record Gradient(Value dy, Value transform, Sampling reading, Value output) implements GradientStep {
        @Override
        public List<Value> inputs() {
            return List.of(dy, transform);
        }

        @Override
        public String words() {
            return dy.name() + " back to the places that " + transform.name() + " says";
        }

        @Override
        public double work(int samples) {
            return 2 * Resample.work(reading, dy, samples) + Cost.NUMBER * output.count(samples);
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.resampleGradient(this);
        }
    }
}
