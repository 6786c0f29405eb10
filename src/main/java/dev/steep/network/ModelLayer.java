package dev.steep.network;

import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/**
 * A layer of a model and its values, for whoever wants to watch them.
 *
 * @param planned its name, pick and size
 * @param weights what it keeps from step to step: kernel, bias, moving means
 * @param output what it gives, on the prediction tape
 * @param preActivation what its activation is applied to, on the prediction tape; the output itself if that is linear
 * @param mask dropout's random factors, on the training tape
 */
public record ModelLayer(
        PlannedLayer planned, List<Value> weights, Value output, Value preActivation, Optional<Value> mask) {}
