package dev.steep.protocol.look;

/**
 * Euclidean norms (the root of the sum of squares) of a parameter.
 *
 * @param size how many numbers it has
 * @param weight of the parameter itself
 * @param gradient of the last step's gradient, penalties included; NaN if there is none: before the first step, and of frozen layers
 * @param change of what the last step changed; NaN where that is not known
 */
public record Norms(int size, double weight, double gradient, double change) {
    /** Reads the answer to a {@link NormsLook}; of an empty one, everything is NaN. */
    public static Norms of(float[] numbers) {
        return numbers.length < 4
                ? new Norms(0, Double.NaN, Double.NaN, Double.NaN)
                : new Norms((int) numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** As an answer. */
    public float[] numbers() {
        return new float[] {size, (float) weight, (float) gradient, (float) change};
    }

    /** The change over the weight, about 1e-3 in a training that goes well (Karpathy, CS231n); NaN where either is not known. */
    public double ratio() {
        return weight > 0 ? change / weight : Double.NaN;
    }

    /** The root of the mean square of as many numbers as the parameter has, by their norm. */
    public double rootMeanSquare(double norm) {
        return norm / Math.sqrt(size);
    }
}
