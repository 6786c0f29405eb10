package dev.steep.kernels.plan;

import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.tape.Reshape;
import dev.steep.tape.Step;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a whole step share memory: a value that has been read for the last time leaves its place to the next one that
 * fits, so that a step goes through fewer bytes and finds more of them in the cache. The step by step code, by which values are
 * read by name, keeps a place for each.
 */
public final class Liveness {
    private final MemoryPlan memory;
    private final int samples;

    /** The group after which a value is not needed any more. */
    private final Map<Value, Integer> last = new HashMap<>();

    private final Set<Value> fixed = new HashSet<>();
    private final List<Place> free = new ArrayList<>();
    private final Map<Value, Place> held = new LinkedHashMap<>();
    private final Map<Value, Integer> places = new HashMap<>();

    /** Memory that the plan has given to one value. That value takes it, or leaves it unused: it is free only afterwards. */
    private record Place(int address, long bytes) {}

    private Liveness(MemoryPlan memory, int samples) {
        this.memory = memory;
        this.samples = samples;
    }

    /**
     * The places that differ from the plan's.
     *
     * @param groups in the order in which they run
     * @param kept values that are read afterwards
     */
    public static Map<Value, Integer> of(List<StepGroup> groups, Set<Value> kept, MemoryPlan memory, int samples) {
        Liveness liveness = new Liveness(memory, samples);
        liveness.fixed.addAll(kept);
        for (int i = 0; i < groups.size(); i++) {
            for (Step step : groups.get(i).steps()) {
                liveness.see(step, i);
            }
        }
        for (int i = 0; i < groups.size(); i++) {
            liveness.place(groups.get(i), i);
        }
        return liveness.places;
    }

    private void see(Step step, int group) {
        step.inputs().forEach(x -> last.put(x, group));
        last.put(step.output(), group);
        if (step instanceof Reshape reshape && MemoryPlan.shares(reshape)) {
            fixed.add(reshape.x());
            fixed.add(reshape.output());
        }
    }

    private void place(StepGroup group, int index) {
        for (Step step : group.steps()) {
            Value y = step.output();
            if (group.stores(y) && passes(y)) {
                Place place = place(y);
                held.put(y, place);
                if (place.address != memory.of(y)) {
                    places.put(y, place.address);
                }
            }
        }
        held.entrySet().removeIf(each -> {
            boolean over = last.getOrDefault(each.getKey(), index) <= index;
            if (over) {
                free.add(each.getValue());
            }
            return over;
        });
    }

    /** Whether nobody asks for a value after the step. */
    private boolean passes(Value y) {
        return switch (y.role()) {
            case ACTIVATION, MASK, GRADIENT -> !fixed.contains(y);
            case INPUT, SCALAR, PARAMETER, STATE, SLOT -> false;
        };
    }

    /** The smallest free place that is large enough, or else its own. */
    private Place place(Value y) {
        long bytes = bytes(y);
        Optional<Place> fitting =
                free.stream().filter(place -> place.bytes >= bytes).min(Comparator.comparingLong(Place::bytes));
        fitting.ifPresent(free::remove);
        return fitting.orElseGet(() -> new Place(memory.of(y), bytes));
    }

    private long bytes(Value value) {
        return 4 * value.count(samples);
    }
}
