package dev.steep.tape;

import java.util.List;

/**
 * The random factors of inverted dropout: 0 with probability {@code rate}, else {@code 1 / (1 - rate)}. Element i of the
 * batch is kept if the top 24 bits of {@code Random.mix(i ^ key)}, as a fraction of 2^24, are at least the rate; the key
 * is {@code Random.mix(seed + stream * 0x9E3779B9)} for the batch's seed. So a mask depends on nothing but seed, stream
 * and place.
 *
 * @param rate a scalar in [0, 1)
 * @param stream tells this mask from the others of the tape
 * @param output batch x shape
 */
public record Mask(Value rate, int stream, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(rate);
    }

    /** A mask is a constant to the derivative. */
    @Override
    public void backward(Value dy, Gradients gradients) {}

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.mask(this);
    }
}
