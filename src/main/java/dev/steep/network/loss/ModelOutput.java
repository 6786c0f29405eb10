package dev.steep.network.loss;

import dev.steep.catalog.Choice;
import dev.steep.tape.Value;

/**
 * What a network says, and where it came from.
 *
 * @param output what it says
 * @param preActivation what its last activation was applied to
 * @param activation that activation
 */
public record ModelOutput(Value output, Value preActivation, Choice activation) {}
