package dev.steep.kernels.code;

import dev.steep.tape.Elementwise;
import dev.steep.tape.Step;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps of a tape that are one piece of code: one that decides on the loops, the formula of what it reads, and formulas that
 * follow on what it computes, number by number.
 *
 * @param front what the head reads, if it is computed where it is read; it never goes to memory
 * @param head the step that decides on the loops
 * @param tail the formulas, in the order of the tape
 * @param wanted of the values that are computed here, those that must be in memory afterwards; all of them if empty
 * @param memory where everything is
 */
public record StepGroup(
        Optional<Elementwise> front,
        Step head,
        List<Elementwise> tail,
        Optional<Set<Value>> wanted,
        MemoryPlan memory) {
    /** A step by itself. */
    public static StepGroup of(Step step, MemoryPlan memory) {
        return new StepGroup(Optional.empty(), step, List.of(), Optional.empty(), memory);
    }

    /** Whether a value goes to memory. */
    public boolean stores(Value value) {
        return wanted.map(set -> set.contains(value)).orElse(true);
    }

    /** What comes out at the end. */
    public Value output() {
        return tail.isEmpty() ? head.output() : tail.get(tail.size() - 1).output();
    }

    /** All steps, in order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        front.ifPresent(steps::add);
        steps.add(head);
        steps.addAll(tail);
        return steps;
    }

    public int address(Value value) {
        return memory.of(value);
    }

    /** Whether this input of a formula is one number for all. */
    boolean isNumber(Value x) {
        return isNumber(x, head.output());
    }

    /** Whether this input of a formula is the same for each row of the output, as a bias is. */
    public boolean repeatsAlongRows(Value x) {
        return repeatsAlongRows(x, head.output());
    }

    public static boolean isNumber(Value x, Value output) {
        return x.size() == 1 && !x.batched() && !isWhole(x, output);
    }

    public static boolean repeatsAlongRows(Value x, Value output) {
        return !x.batched()
                && !isWhole(x, output)
                && output.shape().rank() > 0
                && x.size() > 1
                && x.size() == output.shape().length(-1);
    }

    /** Whether a value has as many numbers as another, one for each of its own. */
    public static boolean isWhole(Value x, Value output) {
        return x.size() == output.size() && x.batched() == output.batched();
    }
}
