package dev.steep.engine;

import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of the last step, whose gradients, masks and activations the machine holds: what it began with. So a snapshot can have it
 * computed once more, and what it changed of a weight can be told.
 */
final class LastStep {
    private final OpenModel open;

    /** Of the last step, if it was done here. */
    private Optional<double[]> scalars = Optional.empty();

    /** The last step, if it was done before a snapshot that was restored since. */
    private Optional<Snapshot.LastStep> repeated = Optional.empty();

    /** The weights that something else than a step has set since. */
    private final Set<String> written = new HashSet<>();

    LastStep(OpenModel open) {
        this.open = open;
    }

    /** A step was done with these numbers of its scalars. */
    void done(double[] withScalars) {
        scalars = Optional.of(withScalars);
        repeated = Optional.empty();
        written.clear();
    }

    /** There is none, or it was one of another network. */
    void forget() {
        scalars = Optional.empty();
        repeated = Optional.empty();
        written.clear();
    }

    /** Something else than a step has set these weights. */
    void written(Collection<String> weights) {
        written.addAll(weights);
    }

    /**
     * Does the last step of a snapshot once more, up to its gradients, so that the machine holds what it computed. If other layers were
     * frozen, it is not known.
     *
     * @param batch the batch of that step, with these numbers of its scalars
     */
    void repeat(Optional<Snapshot.LastStep> known, Function<double[], Batch> batch) {
        forget();
        repeated = known.filter(last -> last.frozen().equals(open.model().plan().frozen()));
        repeated.ifPresent(last -> {
            Machine machine = open.machine();
            open.model()
                    .weights()
                    .forEach(value -> machine.restore(
                            value, Objects.requireNonNull(last.weights().get(value.name()))));
            machine.run(batch.apply(last.scalars()), Tape.Phase.BACKWARD);
            written.addAll(last.written());
        });
    }

    /** Whether the machine holds what it computed. */
    boolean isKnown() {
        return scalars.isPresent() || repeated.isPresent();
    }

    /** A weight as it found it; nothing of one that was set since. */
    Optional<Exact> before(Value weight) {
        if (written.contains(weight.name())) {
            return Optional.empty();
        }
        return scalars.isPresent()
                ? Optional.of(open.machine().before(weight))
                : repeated.flatMap(last -> Optional.ofNullable(last.weights().get(weight.name())));
    }

    /** For a snapshot. */
    Optional<Snapshot.LastStep> snapshot() {
        if (scalars.isEmpty()) {
            return repeated;
        }
        Map<String, Exact> before = new LinkedHashMap<>();
        open.model()
                .weights()
                .forEach(value -> before.put(value.name(), open.machine().before(value)));
        return Optional.of(new Snapshot.LastStep(
                scalars.get().clone(), before, open.model().plan().frozen(), List.copyOf(written)));
    }
}
