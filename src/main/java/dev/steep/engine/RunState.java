package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands: all numbers that outlive a step, exact in their back end, and how far it has come. {@link
 * Trainer#goOn} goes on from it, also in a network that has been changed since: its numbers are found by the names of
 * layers. Immutable.
 */
public final class RunState {
    /** More numbers than this would take too much memory beside the network itself: 128 MB. */
    private static final long MOST = 1 << 24;

    private final Map<String, Tensor> tensors = new HashMap<>();
    final Progress progress;

    /** What a weight or slot holds, and what it once started from. */
    private record Tensor(Shape shape, Optional<Choice> initializer, double[] numbers) {}

    /** How far a run has come. */
    record Progress(
            List<Epoch> history,
            Losses losses,
            int step,
            int stepOfEpoch,
            int checked,
            double samples,
            Measuring measuring,
            double epochTime,
            boolean validating) {
        Progress {
            history = List.copyOf(history);
            losses = losses.copy();
        }
    }

    /** Reads everything from a machine. */
    RunState(Model model, Machine machine, Progress progress) {
        this.progress = progress;
        for (Value value : model.lasting()) {
            tensors.put(value.name(), new Tensor(value.shape(), model.initializer(value), machine.exact(value)));
        }
    }

    private RunState(RunState other, Map<String, String> renamed) {
        progress = other.progress;
        other.tensors.forEach((name, tensor) -> {
            String layer = layer(name);
            tensors.put(renamed.getOrDefault(layer, layer) + name.substring(layer.length()), tensor);
        });
    }

    /** Whether there is room for the state of this model beside the model itself. */
    public static boolean fits(Model model) {
        return model.lasting().stream().mapToLong(each -> each.count(1)).sum() <= MOST;
    }

    /** The same with some layers called otherwise. */
    public RunState renamed(Map<String, String> names) {
        return new RunState(this, names);
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

    /** Whether it has all weights of a layer: their shapes are the same, and they would start from the same numbers. */
    boolean has(Model model, ModelLayer layer) {
        return layer.weights().stream()
                .allMatch(value -> find(value)
                        .filter(tensor -> tensor.initializer.equals(model.initializer(value)))
                        .isPresent());
    }

    /** What a weight or slot held, if it had this shape. */
    Optional<double[]> numbers(Value value) {
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
