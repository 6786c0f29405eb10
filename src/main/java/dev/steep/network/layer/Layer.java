package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a network, as picked. It takes the output of the layer before it, and of those that it names by {@link #from}.
 * Apart from {@code fit}, its methods expect inputs that fit.
 */
public interface Layer {
    /** What was picked. */
    Choice choice();

    /** What shape it makes of an input, or why that cannot be. */
    Outcome fit(Shape input);

    /** The names of layers whose outputs it takes besides that of the layer before it. */
    default List<String> from() {
        return List.of();
    }

    /** The same for all its inputs, the layer before it first. */
    default Outcome fit(List<Input> inputs) {
        return fit(inputs.get(0).shape());
    }

    /** An input, and what it is called in sentences. */
    record Input(String name, Shape shape) {}

    /** What it keeps from step to step: weights that follow their gradients, and moving means. */
    default List<Weights> weights(Shape input) {
        return List.of();
    }

    /** What each number that follows a gradient is called, in order: {@code kernel 1}, {@code kernel 2}, {@code bias}. */
    default List<String> numbers(Shape input) {
        List<String> names = new ArrayList<>();
        for (Weights weights : weights(input)) {
            for (int i = 0; weights.role() == Value.Role.PARAMETER && i < weights.count(); i++) {
                names.add(weights.name() + (weights.count() > 1 ? " " + (i + 1) : ""));
            }
        }
        return names;
    }

    /** How many multiplications, each with an addition, one sample costs. */
    default long multiplyAdds(Shape input) {
        return 0;
    }

    /** The window that it slides over an image, if it does. */
    default Optional<Window> window(Shape input) {
        return Optional.empty();
    }

    /** From which numbers of its input each number of its output is made, if a window slides over an image. */
    default Optional<Taps> taps(Shape input) {
        return Optional.empty();
    }

    /** The activation that its numbers go through last. */
    default Choice activation() {
        return activationKnob()
                .map(choice()::get)
                .orElseGet(() -> Activation.LINEAR.kind().choice());
    }

    /** How many it takes to compute what a learner typed for each of its numbers, with the slopes; 0 if that is nothing. */
    default int typedOperations() {
        Choice activation = activation();
        return activation.is(Activation.FORMULA.kind())
                ? Activation.typed(activation).operations()
                : 0;
    }

    /** Whether it gives the very numbers that it is given, in other places or some of them dropped. */
    default boolean passesOn() {
        return false;
    }

    /** Whether it draws random numbers in training, so that it makes something else of the same numbers each time. */
    default boolean draws() {
        return false;
    }

    /** The knob that decides how many numbers it gives, if one alone does: units, filters. */
    default Optional<Knob<Integer>> size() {
        return Optional.empty();
    }

    /** The knob of the activation that its numbers go through last, if it has one. */
    default Optional<Knob<Choice>> activationKnob() {
        return Optional.empty();
    }

    /** The kernels that it moves over an image or along a series, if it does. */
    default Optional<Kernels> kernels(Shape input) {
        return Optional.empty();
    }

    /**
     * Kernels, as pictures show them.
     *
     * @param weights the name of the weights that hold them, in the order height x width x channels x filters
     */
    record Kernels(String weights, int height, int width, int channels, int filters) {}

    /**
     * Whether it measures what it is given, over the training part and before the first step, as Keras' {@code adapt} does; it then
     * has the states that {@link dev.steep.network.layer.normalization.Adapted} fills.
     */
    default boolean adapts() {
        return false;
    }

    /** Of a layer that adapts, for each number of a sample, which of the means it counts for. */
    default int[] measured(Shape input) {
        return new int[0];
    }

    /** Its settings in one line: {@code 8 @ 3×3 same relu}. */
    default String words() {
        return choice().kind().title().toLowerCase();
    }

    /** Whether it can be put behind a layer of this output. */
    default boolean takes(Shape input) {
        return fit(input) instanceof Outcome.Fits;
    }

    /** What people nearly always mean by a new layer of this kind, where Keras' defaults would be of little use. */
    default Choice usual() {
        return choice();
    }

    /** The layer as somebody leaves it who has changed it: without what only suited it as it was before. */
    default Choice edited(Choice before) {
        return choice();
    }

    /** Records what it does with x. */
    Recorded record(Scope scope, Value x);

    /** The same for all its inputs, the layer before it first. */
    default Recorded record(Scope scope, List<Value> inputs) {
        return record(scope, inputs.get(0));
    }
}
