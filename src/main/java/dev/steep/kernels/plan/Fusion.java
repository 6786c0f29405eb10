package dev.steep.kernels.plan;

import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.image.PoolGrid;
import dev.steep.kernels.product.Gemm;
import dev.steep.kernels.vector.SumKernel;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Conv;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Pool;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which steps of a training tape become one piece of code. A formula joins the step whose result it reads if it may
 * be carried out that early: no step in between writes what it reads, or reads or writes what it writes. What nobody else
 * reads then never goes to memory. A formula that only a sum of columns reads is carried out by that sum. Numbers do not change
 * by it, not in the last bit.
 */
public final class Fusion {
    /** A product with fewer columns would leave most lanes of its vectors idle in the formulas that follow. */
    private static final int NARROW = 3;

    /** A formula of more operations gets a loop of its own, where its code is written twice: at the end of tiles it is up to 30 times. */
    private static final int LARGE = 100;

    /** The formula of what a sum reads is written for each of up to ten vectors. */
    private static final int LARGE_FRONT = 12;

    private final List<Step> steps;
    private final MemoryPlan memory;
    private final Set<Value> kept;
    private final boolean[] taken;

    /** The formulas that are carried out by the sum that reads them. */
    private final Map<Step, Elementwise> fronts = new HashMap<>();

    private Fusion(List<Step> steps, MemoryPlan memory, Set<Value> kept) {
        this.steps = steps;
        this.memory = memory;
        this.kept = kept;
        taken = new boolean[steps.size()];
    }

    /** Every step by itself: all values go to memory. */
    public static List<StepGroup> apart(List<Step> steps, MemoryPlan memory) {
        return steps.stream().map(step -> StepGroup.of(step, memory)).toList();
    }

    /**
     * A whole training step.
     *
     * @param kept values that must be in memory at the end, apart from weights and slots
     */
    public static List<StepGroup> together(Tape tape, MemoryPlan memory, Set<Value> kept) {
        List<Step> steps = new ArrayList<>();
        for (Tape.Phase phase : Tape.Phase.values()) {
            steps.addAll(tape.steps(phase));
        }
        return new Fusion(steps, memory, kept).groups();
    }

    private List<StepGroup> groups() {
        List<StepGroup> groups = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Sum sum && SumKernel.sumsColumns(sum)) {
                findFront(sum, i);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!taken[i]) {
                taken[i] = true;
                groups.add(group(i));
            }
        }
        return groups;
    }

    private void findFront(Sum sum, int place) {
        for (int i = 0; i < place; i++) {
            if (steps.get(i) instanceof Elementwise map
                    && map.output() == sum.x()
                    && map.f().operations() <= LARGE_FRONT
                    && !isLong(map.f())
                    && map.inputs().stream().allMatch(x -> suitsColumns(x, sum))
                    && !kept.contains(map.output())
                    && !isReadBeside(map.output(), sum, List.of())
                    && steps.subList(i, place).stream()
                            .noneMatch(between -> map.inputs().contains(between.output()))) {
                fronts.put(sum, map);
                taken[i] = true;
            }
        }
    }

    /** Whether a sum of columns can read this input of a formula as it goes. */
    private boolean suitsColumns(Value x, Sum sum) {
        boolean perColumn = !x.batched() && x.size() == sum.output().size();
        return !memory.isPanelled(x) && (perColumn || StepGroup.isWhole(x, sum.x()) || StepGroup.isNumber(x, sum.x()));
    }

    private StepGroup group(int first) {
        Step head = steps.get(first);
        List<Elementwise> tail = new ArrayList<>();
        Set<Value> computed = new LinkedHashSet<>(List.of(head.output()));
        List<Step> between = new ArrayList<>();
        for (int i = first + 1; i < steps.size() && takesTail(head); i++) {
            Step step = steps.get(i);
            if (!taken[i]
                    && step instanceof Elementwise map
                    && map.inputs().stream().anyMatch(computed::contains)
                    && fits(map, head)
                    && mayGoBefore(map, between)) {
                taken[i] = true;
                tail.add(map);
                computed.add(map.output());
            } else {
                between.add(step);
            }
        }
        Set<Value> wanted = new HashSet<>();
        for (Value value : computed) {
            if (value.role().lasts() || kept.contains(value) || isReadBeside(value, head, tail)) {
                wanted.add(value);
            }
        }
        Optional<Elementwise> front = Optional.ofNullable(fronts.get(head));
        return new StepGroup(front, head, List.copyOf(tail), Optional.of(wanted), memory);
    }

    private static boolean takesTail(Step head) {
        return head instanceof MatMul product
                        && (product.output().shape().length(-1) >= NARROW || Gemm.isColumn(product))
                || head instanceof Sum sum && !sum.output().batched()
                || head instanceof Conv conv && conv.groups().whole()
                || head instanceof Conv.InputGradient gradient
                        && gradient.groups().whole()
                || head instanceof Pool.Gradient pool && PoolGrid.covers(pool.window())
                || head instanceof Elementwise;
    }

    /** Whether the formula's code can run on the numbers of the head as they come. */
    private boolean fits(Elementwise map, Step head) {
        Value y = head.output();
        if (!StepGroup.isWhole(map.output(), y)) {
            return false;
        }
        if (head instanceof Elementwise) {
            return true; // loops take inputs of all kinds
        }
        if (isLong(map.f()) && !(head instanceof Sum)) {
            return false; // a loop of its own holds the function's constants, where a tile holds its sums
        }
        if (map.f().size() > LARGE && map.f().operations() > LARGE) {
            return false; // the code at the end of a tile is written for each of its vectors
        }
        boolean panelled = memory.isPanelled(y);
        if (head.inputs().contains(map.output())) {
            return false; // other tiles still read it
        }
        for (Value x : map.inputs()) {
            boolean known = StepGroup.isWhole(x, y) && memory.isPanelled(x) == panelled
                    || StepGroup.isNumber(x, y)
                    || !panelled && !(head instanceof Pool.Gradient) && StepGroup.repeatsAlongRows(x, y);
            if (!known) {
                return false;
            }
        }
        return memory.isPanelled(map.output()) == panelled;
    }

    /** Whether a function such as tanh is computed. */
    private static boolean isLong(Expr f) {
        return f.parts().stream().anyMatch(part -> switch (part.op()) {
            case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> true;
            case INPUT, CONST, NEG, ABS, SQRT, FLOOR, ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT ->
                false;
        });
    }

    private static boolean mayGoBefore(Elementwise map, List<Step> between) {
        for (Step step : between) {
            if (map.inputs().contains(step.output())
                    || step.inputs().contains(map.output())
                    || step.output() == map.output()) {
                return false;
            }
        }
        return true;
    }

    private boolean isReadBeside(Value value, Step head, List<Elementwise> tail) {
        for (Step step : steps) {
            if (step != head && !tail.contains(step) && step.inputs().contains(value)) {
                return true;
            }
        }
        return false;
    }
}
