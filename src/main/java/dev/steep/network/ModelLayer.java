package dev.steep.network;

import dev.steep.network.layer.Recorded;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/**
 * A layer of a model and its values, for whoever wants to watch them.
 *
 * @param planned its name, pick and size
 * @param weights what it keeps from step to step: kernel, bias, moving means
 * @param predicted what it left on the prediction tape
 * @param trained what it left on the training tape
 */
public record ModelLayer(PlannedLayer planned, List<Value> weights, Recorded predicted, Recorded trained) {
    /** What it gives, on the prediction tape. */
    public Value output() {
        return predicted.output();
    }

    /** What its activation is applied to, on the prediction tape; the output itself if that is linear. */
    public Value preActivation() {
        return predicted.preActivation();
    }

    /** Dropout's random factors, on the training tape. */
    public Optional<Value> mask() {
        return trained.mask();
    }
}
