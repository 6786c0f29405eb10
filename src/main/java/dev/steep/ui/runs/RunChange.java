package dev.steep.ui.runs;

/**
 * What was changed by hand in the course of a run: an entry of its journal, without the numbers of weights.
 *
 * @param step finished steps when it was made
 * @param kind {@code knobs}, {@code edit}, {@code weights} or {@code branch}, as {@code steep.journal()} has it
 * @param what the recipe that the run went on with, in link form; of weights, the name of the tensor
 */
public record RunChange(int step, String kind, String what) {}
