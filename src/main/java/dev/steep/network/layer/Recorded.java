package dev.steep.network.layer;

import dev.steep.tape.Value;
import java.util.Optional;

/**
 * What a layer left on a tape.
 *
 * @param output what the next layer reads
 * @param preActivation what its activation was applied to; the output itself if that is linear
 * @param mask dropout's random factors
 */
public record Recorded(Value output, Value preActivation, Optional<Value> mask) {
    /** A layer without an activation. */
    public static Recorded of(Value output) {
        return new Recorded(output, output, Optional.empty());
    }
}
