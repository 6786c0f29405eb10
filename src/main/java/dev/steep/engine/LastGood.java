package dev.steep.engine;

import dev.steep.network.Model;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A recent state in which every number was finite, and the batches that were trained on since. When numbers have overflowed, the
 * steps are done once more from there, to find the first that broke something and what it broke: by then the weights are gone, and
 * what is first seen in the loss began a step earlier.
 */
final class LastGood {
    /** Taking a state may cost one part in so many of the time. */
    private static final int SHARE = 100;

    /** In milliseconds: as long as a diagnosis may take. */
    private static final double PAUSE = 100;

    /** Where no time passes between so many steps. */
    private static final int MOST_STEPS = 4096;

    private final DoubleSupplier clock;
    private final List<Batch> since = new ArrayList<>();
    private Optional<Map<Value, Exact>> state = Optional.empty();
    private double next;

    LastGood(DoubleSupplier clock) {
        this.clock = clock;
    }

    /**
     * The first number that broke.
     *
     * @param stepsAgo in which step, counted back from the one in which it was seen
     * @param value the first tensor, in the order in which a step computes them
     * @param number NaN, or infinite
     */
    record Broken(int stepsAgo, Value value, double number) {}

    /** The next step does not follow from the state that is known: weights were set from outside. */
    void forget() {
        state = Optional.empty();
        since.clear();
    }

    /** Is told of steps that are about to be done. */
    void before(Batch[] steps, Machine machine, Model model) {
        if (state.isEmpty() || since.size() >= MOST_STEPS || clock.getAsDouble() >= next) {
            double start = clock.getAsDouble();
            take(machine, model).ifPresent(good -> {
                state = Optional.of(good);
                since.clear();
            });
            double end = clock.getAsDouble();
            next = end + Math.max(PAUSE, SHARE * (end - start));
        }
        if (state.isPresent()) {
            since.addAll(List.of(steps));
        }
    }

    /** The present state, if all of it is finite. */
    private static Optional<Map<Value, Exact>> take(Machine machine, Model model) {
        Map<Value, Exact> taken = new LinkedHashMap<>();
        for (Value value : model.lasting()) {
            Exact numbers = machine.exact(value);
            if (numbers.broken().isPresent()) {
                return Optional.empty();
            }
            taken.put(value, numbers);
        }
        return Optional.of(taken);
    }

    /**
     * Finds what broke first; of weights that were broken when they were set, what the last step made of them first. The machine is then as that step left it, with all its
     * values; {@link #goOn} brings it back to the step in which it was seen.
     *
     * @param later steps that have been done after the one in which it was seen; they are forgotten
     */
    Optional<Broken> find(Machine machine, Model model, int later) {
        int end = since.size() - later;
        if (state.isEmpty() || end < 1) {
            return broken(machine, model, 0);
        }
        since.subList(end, since.size()).clear();
        Map<Value, Exact> good = state.get();
        good.forEach(machine::restore);
        int from = 0;
        int to = end;
        while (to - from > 1) { // all was good before step "from", and something is broken before step "to"
            int middle = (from + to) / 2;
            Optional<Map<Value, Exact>> half =
                    train(machine, since.subList(from, middle)) ? take(machine, model) : Optional.empty();
            if (half.isPresent()) {
                good = half.get();
                from = middle;
            } else {
                good.forEach(machine::restore);
                to = middle;
            }
        }
        machine.run(since.get(from), Tape.Phase.UPDATE);
        int stepsAgo = end - 1 - from;
        since.subList(0, from + 1).clear();
        return broken(machine, model, stepsAgo);
    }

    private static Optional<Broken> broken(Machine machine, Model model, int stepsAgo) {
        return values(model).stream()
                .filter(value -> machine.exact(value).broken().isPresent())
                .findFirst()
                .map(value -> new Broken(
                        stepsAgo, value, machine.exact(value).broken().orElseThrow()));
    }

    /** Does the steps that {@link #find} went back over. */
    void goOn(Machine machine) {
        train(machine, since);
        forget();
    }

    /** Whether all losses are finite. */
    private static boolean train(Machine machine, List<Batch> steps) {
        double[] losses = new double[steps.size()];
        machine.train(steps.toArray(Batch[]::new), losses, new double[steps.size()]);
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return false;
            }
        }
        return true;
    }

    /** What a step computes, in order: weights last, which the update may all have broken. */
    private static List<Value> values(Model model) {
        List<Value> values = new ArrayList<>(List.of(model.program().train().input()));
        for (Tape.Phase phase : Tape.Phase.values()) {
            model.program().training().steps(phase).stream().map(Step::output).forEach(values::add);
        }
        return values;
    }
}
