package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.tape.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands: all numbers that outlive a step, exact in their back end, and how far it has come. {@link
 * Trainer#restore} brings it back, so that training on gives the bits of the original run; {@link Trainer#goOn} goes on from
 * it in a network that has been changed since: numbers are found by the names of layers. Random numbers need no place here:
 * those of a step depend on its number alone, the order of samples on that of the epoch. Immutable.
 *
 * @param tensors parameters, states and slots, by their names; also the slots of layers that were frozen
 * @param lastStep what shows again what the last step computed; nothing before the first, and after a change of the network
 */
public record Snapshot(Progress progress, Map<String, Tensor> tensors, Optional<LastStep> lastStep) {
    /** More numbers than this would take too much memory beside the network itself: 128 MB. */
    private static final long MOST = 1 << 24;

    /** What a weight or slot holds, and what it once started from; nothing of a slot. */
    public record Tensor(Shape shape, Optional<Choice> initializer, Exact numbers) {}

    /**
     * What the last step began with: run again as far as its gradients, it leaves in the machine all that it computed.
     *
     * @param scalars of its batch
     * @param weights parameters and states as they were before it, by their names
     * @param frozen the names of the layers that it did not change
     * @param written the names of weights that something else has set after it
     */
    public record LastStep(double[] scalars, Map<String, Exact> weights, List<String> frozen, List<String> written) {}

    /** How far a run has come. */
    public record Progress(
            History history,
            Losses losses,
            int step,
            int stepOfEpoch,
            int checked,
            double samples,
            Measuring measuring,
            double epochTime,
            boolean validating,
            Fit fit,
            Optional<String> trouble) {
        public Progress {
            losses = losses.copy();
        }

        private Progress told() {
            return new Progress(
                    history,
                    losses.told(),
                    step,
                    stepOfEpoch,
                    checked,
                    samples,
                    measuring,
                    epochTime,
                    validating,
                    fit,
                    trouble);
        }
    }

    /** Reads everything from a machine. */
    static Snapshot of(
            Model model,
            Machine machine,
            Map<String, Tensor> setAside,
            Progress progress,
            Optional<LastStep> lastStep) {
        return new Snapshot(progress, tensors(model, machine, setAside), lastStep);
    }

    /** What a machine holds, and what was set aside of layers that are frozen. */
    static Map<String, Tensor> tensors(Model model, Machine machine, Map<String, Tensor> setAside) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(setAside);
        for (Value value : model.lasting()) {
            tensors.put(value.name(), new Tensor(value.shape(), model.initializer(value), machine.exact(value)));
        }
        return tensors;
    }

    /** Whether there is room for the state of this model beside the model itself. */
    public static boolean fits(Model model) {
        return model.lasting().stream().mapToLong(each -> each.count(1)).sum() <= MOST;
    }

    /** The same with some layers called otherwise. */
    public Snapshot renamed(Map<String, String> names) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            String layer = layer(name);
            renamed.put(names.getOrDefault(layer, layer) + name.substring(layer.length()), tensor);
        });
        return new Snapshot(progress, renamed, Optional.empty());
    }

    /** How many steps had been done. */
    public int step() {
        return progress.step();
    }

    /** How many epochs were finished. */
    public int epoch() {
        return progress.history().size();
    }

    /** How many steps of the present epoch had been done. */
    public int stepOfEpoch() {
        return progress.stepOfEpoch();
    }

    /** The same, as if all losses had been reported: for one that is kept to be looked at. */
    public Snapshot told() {
        return new Snapshot(progress.told(), tensors, lastStep);
    }

    /** How much memory it takes beside what it shares with the run: its epochs and losses. */
    public long bytes() {
        long bytes = 4L * progress.losses().waiting() + progress.fit().bytes();
        for (Tensor tensor : tensors.values()) {
            bytes += tensor.numbers().bytes();
        }
        for (Exact weight : lastStep.map(step -> step.weights().values()).orElse(List.of())) {
            bytes += weight.bytes();
        }
        return bytes;
    }

    /** Whether it has exactly the weights of a model, in these shapes; slots may differ by the layers that are frozen. */
    public boolean suits(Model model) {
        List<Value> weights = model.weights();
        long known = tensors.values().stream()
                .filter(tensor -> tensor.initializer.isPresent())
                .count();
        return weights.size() == known
                && weights.stream().allMatch(value -> find(value).isPresent());
    }

    /** Whether it has all weights of a layer: their shapes are the same, and they would start from the same numbers. */
    boolean has(Model model, ModelLayer layer) {
        return layer.weights().stream().allMatch(value -> find(value)
                .filter(tensor -> tensor.initializer.equals(model.initializer(value)))
                .isPresent());
    }

    /** What a weight or slot held, if it had this shape. */
    Optional<Exact> numbers(Value value) {
        return find(value).map(Tensor::numbers);
    }

    private Optional<Tensor> find(Value value) {
        return Optional.ofNullable(tensors.get(value.name())).filter(tensor -> tensor.shape.equals(value.shape()));
    }

    /** The name of the layer that a weight or slot belongs to. */
    static String layer(String value) {
        return value.substring(0, value.indexOf('/'));
    }
}
