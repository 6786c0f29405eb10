package dev.steep.ui.backprop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a batch through the network and back.
 *
 * @param step how many steps the training has done before
 * @param batch whether it is the next batch, or else the chosen sample alone
 * @param samples how many
 * @param sample row of the chosen one
 * @param loss their mean loss
 * @param optimizer its name
 * @param input the tensor that the first layer reads
 * @param inputShape of a sample
 * @param target the tensor of what should be said
 */
public record Pass(
        int step,
        boolean batch,
        int samples,
        int sample,
        double loss,
        String optimizer,
        String input,
        int[] inputShape,
        String target,
        List<Stop> stops) {
    /**
     * What a layer leaves on the way.
     *
     * @param from the tensors that it reads
     * @param output what it gives
     * @param before what its activation is applied to; the output if it has none
     * @param shape of both, for a sample
     * @param back whether the loss depends on the output
     * @param backBefore whether it depends on what is before
     */
    public record Stop(
            String name,
            List<String> from,
            String output,
            String before,
            int[] shape,
            boolean back,
            boolean backBefore,
            List<Weight> weights,
            Optional<String> mask) {
        /** Whether it has an activation. */
        boolean activates() {
            return !before.equals(output);
        }

        /** The matrix of a layer whose units look at all numbers before them. */
        Optional<Weight> matrix() {
            return weights.stream()
                    .filter(weight -> weight.tensor().endsWith("/kernel") && weight.shape().length == 2)
                    .findFirst();
        }
    }

    /** A weight tensor, and whether the loss depends on it. */
    public record Weight(String tensor, int[] shape, boolean back) {}

    /** As the worker tells of it. */
    public static Pass read(String json) {
        Told told = Told.read(json);
        List<Stop> stops = new ArrayList<>();
        for (Told each : told.objects("layers")) {
            stops.add(new Stop(
                    each.word("name"),
                    each.words("from"),
                    each.word("output"),
                    each.word("before"),
                    each.wholes("shape"),
                    each.flag("back"),
                    each.flag("backBefore"),
                    each.objects("weights").stream()
                            .map(weight ->
                                    new Weight(weight.word("tensor"), weight.wholes("shape"), weight.flag("back")))
                            .toList(),
                    Optional.of(each.word("mask")).filter(mask -> !mask.isEmpty())));
        }
        return new Pass(
                told.whole("step"),
                told.flag("batch"),
                told.whole("samples"),
                told.whole("sample"),
                told.number("loss"),
                told.word("optimizer"),
                told.word("input"),
                told.wholes("inputShape"),
                told.word("target"),
                stops);
    }

    /** Whether it goes through the same tensors. */
    boolean likely(Pass other) {
        return batch == other.batch
                && samples == other.samples
                && names().equals(other.names())
                && size(inputShape) == size(other.inputShape);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Stop stop : stops) {
            names.add(stop.output + " " + stop.before + " " + size(stop.shape));
        }
        return names;
    }

    static int size(int[] shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** The layer that a tensor belongs to, by its place; -1 if it is none's. */
    int stop(String tensor) {
        for (int i = 0; i < stops.size(); i++) {
            Stop each = stops.get(i);
            boolean own = tensor.equals(each.output)
                    || tensor.equals(each.before)
                    || each.weights.stream().anyMatch(weight -> weight.tensor.equals(tensor));
            if (own) {
                return i;
            }
        }
        return -1;
    }

    /** How many numbers of a sample a tensor of the way has, if it is one. */
    Optional<int[]> shape(String tensor) {
        if (tensor.equals(input)) {
            return Optional.of(inputShape);
        }
        for (Stop each : stops) {
            if (tensor.equals(each.output) || tensor.equals(each.before)) {
                return Optional.of(each.shape);
            }
            for (Weight weight : each.weights) {
                if (weight.tensor.equals(tensor)) {
                    return Optional.of(weight.shape);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a tensor holds weights, of which there are not as many for each sample. */
    boolean isWeight(String tensor) {
        return stops.stream().flatMap(stop -> stop.weights.stream()).anyMatch(weight -> weight.tensor.equals(tensor));
    }
}
