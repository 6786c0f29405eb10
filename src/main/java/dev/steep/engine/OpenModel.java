package dev.steep.engine;

import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model and the machine that holds its numbers: gives them their first values, brings back those of a snapshot, and carries them over
 * to other tapes, to the last bit.
 */
final class OpenModel {
    private final Backend backend;
    private final Supply supply;
    private final int batchSize;
    private final double secondsPerPrediction;

    /** What the optimizer remembers of layers that are frozen now. */
    private final Map<String, Snapshot.Tensor> setAside = new HashMap<>();

    private Model model;

    /** Empty only while another one is opened: there may be no memory for two. */
    private Optional<Machine> machine;

    /** @param supply the data set, with targets as they are learned */
    OpenModel(Backend backend, Model model, Supply supply, int batchSize) {
        this.backend = backend;
        this.model = model;
        this.supply = supply;
        this.batchSize = batchSize;
        machine = Optional.of(open());
        int rows = machine().predictionRows();
        secondsPerPrediction =
                Work.of(model.program().prediction(), rows) / rows / machine().speed();
    }

    private Machine open() {
        return backend.open(model.program(), supply, batchSize);
    }

    Model model() {
        return model;
    }

    /** Another one after {@link #retune}. */
    Machine machine() {
        return machine.orElseThrow();
    }

    /** How long a slow computer takes for the prediction of one sample among several, in seconds. */
    double secondsPerPrediction() {
        return secondsPerPrediction;
    }

    /** The first weights; layers that adapt measure the training rows. */
    void begin(int[] training) {
        model.lasting().forEach(value -> machine().write(value, model.initial(value)));
        new Adapting(model, machine(), supply, training).run();
        setAside.clear();
    }

    /** The numbers of the machine, and what was set aside, beside what else makes a run. */
    Snapshot snapshot(Snapshot.Progress progress, Optional<Snapshot.LastStep> lastStep) {
        return Snapshot.of(model, machine(), setAside, progress, lastStep);
    }

    /** Gives each weight and slot its numbers by name, or those that it starts from; sets aside what is left over. */
    void restore(Map<String, Snapshot.Tensor> tensors) {
        Map<String, Snapshot.Tensor> left = new HashMap<>(tensors);
        for (Value value : model.lasting()) {
            Optional.ofNullable(left.remove(value.name()))
                    .ifPresentOrElse(known -> machine().restore(value, known.numbers()), () -> machine()
                            .write(value, model.initial(value)));
        }
        setAside.clear();
        setAside.putAll(left);
    }

    /**
     * Takes over what a snapshot of another network has of the same layers.
     *
     * @return the layers of which it has weights of other shapes, or none; they keep their first weights
     */
    List<ModelLayer> carryOver(Snapshot snapshot) {
        List<ModelLayer> fresh = model.layers().stream()
                .filter(layer -> !snapshot.has(model, layer))
                .toList();
        Set<String> names = new HashSet<>();
        fresh.forEach(layer -> names.add(layer.planned().name()));
        for (Value value : model.lasting()) {
            if (!names.contains(Snapshot.layer(value.name()))) {
                snapshot.numbers(value).ifPresent(numbers -> machine().restore(value, numbers));
            }
        }
        return fresh;
    }

    /**
     * Goes on with the same model under other live knobs. If it has other tapes, they are opened with the numbers that there are now.
     *
     * @return whether it has other tapes
     */
    boolean retune(Model retuned) {
        if (retuned.program() == model.program()) {
            model = retuned;
            return false;
        }
        Map<String, Snapshot.Tensor> numbers = Snapshot.tensors(model, machine(), setAside);
        machine = Optional.empty();
        model = retuned;
        machine = Optional.of(open());
        restore(numbers);
        return true;
    }

    /** All weights as they are now, by their names. */
    Map<String, Exact> weights() {
        Map<String, Exact> weights = new LinkedHashMap<>();
        model.weights().forEach(value -> weights.put(value.name(), machine().exact(value)));
        return weights;
    }

    /** Brings back the weights that are named; what the optimizer remembers stays. */
    void restoreWeights(Map<String, Exact> weights) {
        for (Value value : model.weights()) {
            Optional.ofNullable(weights.get(value.name()))
                    .ifPresent(numbers -> machine().restore(value, numbers));
        }
    }

    /** Another machine with the numbers of this one. */
    Machine copy() {
        Machine copy = open();
        model.lasting().forEach(value -> copy.restore(value, machine().exact(value)));
        return copy;
    }

    /** Whether there is room for a {@link #copy}. */
    boolean mayBeCopied() {
        return 2 * backend.bytes(model.program(), supply, batchSize) <= Budget.BYTES;
    }
}
