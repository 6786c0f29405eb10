package dev.steep.math.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Formulas compiled once and run over whole arrays, several results at a time (an optimizer's new weight and its
 * moments). Values agree with {@link Expr#evaluate} bit for bit. Work goes block by block: each operation is one tight
 * loop over a register of {@link #BLOCK} numbers, so that registers stay in the nearest cache and choosing an operation
 * costs nothing per number. Running allocates nothing; one instance must not be run by two threads at once.
 */
public final class Lanes {
    /** Numbers per block: a dozen registers of this length fit into 32 KiB. */
    public static final int BLOCK = 256;

    private final Step[] steps;
    private final int[] results;

    /** Per slot: the array that holds its block, and where in it the block starts. */
    private final double[][] arrays;

    private final int[] starts;

    /** Per slot: which input it holds, or -1; and the register of its own that a strided input is copied into. */
    private final int[] inputOf;

    private final double[][] copies;

    /** One operation: it reads the slots a, b, c and writes the slot target. Missing arguments repeat the first. */
    private record Step(OpLoop loop, int target, int a, int b, int c) {}

    private Lanes(Order plan, int[] results) {
        this.steps = plan.steps();
        this.results = results;
        int slots = plan.slots();
        this.arrays = new double[slots][];
        this.starts = new int[slots];
        this.inputOf = new int[slots];
        this.copies = new double[slots][];
        Arrays.fill(inputOf, -1);
        for (int slot = 0; slot < slots; slot++) {
            arrays[slot] = new double[BLOCK];
        }
        plan.leaves.forEach((leaf, slot) -> {
            if (leaf.op() == Op.INPUT) {
                inputOf[slot] = leaf.index();
                copies[slot] = arrays[slot];
            } else {
                Arrays.fill(arrays[slot], leaf.value());
            }
        });
    }

    /** Compiles these formulas; what they share is computed once. */
    public static Lanes of(Expr... results) {
        Expr[] lowered = new Expr[results.length];
        for (int i = 0; i < results.length; i++) {
            lowered[i] = results[i].lower();
        }
        Order plan = new Order(lowered);
        int[] slots = new int[results.length];
        for (int i = 0; i < results.length; i++) {
            slots[i] = plan.slot(lowered[i]);
        }
        return new Lanes(plan, slots);
    }

    /** How many operations one number costs, after sharing. */
    public int length() {
        return steps.length;
    }

    /**
     * Runs the only formula over count numbers. Input i of number j is {@code inputs[i][offsets[i] + j * strides[i]]};
     * stride 1 is a dense array, 0 one number for all. The result may overwrite an input it lies exactly upon.
     */
    public void run(int count, double[][] inputs, int[] offsets, int[] strides, double[] out, int outOffset) {
        for (int start = 0; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            block(start, length, inputs, offsets, strides);
            System.arraycopy(arrays[results[0]], starts[results[0]], out, outOffset + start, length);
        }
    }

    /** Runs all formulas over count numbers, as above; formula r writes to {@code outs[r]} from {@code outOffsets[r]}. */
    public void run(int count, double[][] inputs, int[] offsets, int[] strides, double[][] outs, int[] outOffsets) {
        for (int start = 0; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            block(start, length, inputs, offsets, strides);
            keepInputsThatAreResults(length);
            for (int r = 0; r < results.length; r++) {
                System.arraycopy(arrays[results[r]], starts[results[r]], outs[r], outOffsets[r] + start, length);
            }
        }
    }

    private void block(int start, int length, double[][] inputs, int[] offsets, int[] strides) {
        for (int slot = 0; slot < inputOf.length; slot++) {
            int input = inputOf[slot];
            if (input >= 0) {
                load(slot, start, length, inputs[input], offsets[input], strides[input]);
            }
        }
        for (Step step : steps) {
            step.loop.run(
                    length,
                    arrays[step.target],
                    arrays[step.a],
                    starts[step.a],
                    arrays[step.b],
                    starts[step.b],
                    arrays[step.c],
                    starts[step.c]);
        }
    }

    private void load(int slot, int start, int length, double[] input, int offset, int stride) {
        if (stride == 1) {
            arrays[slot] = input;
            starts[slot] = offset + start;
            return;
        }
        double[] copy = copies[slot];
        arrays[slot] = copy;
        starts[slot] = 0;
        if (stride == 0) {
            Arrays.fill(copy, 0, length, input[offset]);
        } else {
            for (int j = 0; j < length; j++) {
                copy[j] = input[offset + (start + j) * stride];
            }
        }
    }

    /** A result that is an input must be saved before another result is written over that input. */
    private void keepInputsThatAreResults(int length) {
        for (int slot : results) {
            if (inputOf[slot] >= 0 && arrays[slot] != copies[slot]) {
                System.arraycopy(arrays[slot], starts[slot], copies[slot], 0, length);
                arrays[slot] = copies[slot];
                starts[slot] = 0;
            }
        }
    }

    /** The order of operations, and which slot holds what: slots are used again once nobody needs them. */
    private static final class Order {
        private final Map<Expr, Integer> uses = new HashMap<>();
        private final Map<Expr, Integer> live = new HashMap<>();
        private final Map<Expr, Integer> leaves = new HashMap<>();
        private final List<Step> order = new ArrayList<>();
        private final ArrayDeque<Integer> free = new ArrayDeque<>();
        private int slots;

        Order(Expr[] results) {
            for (Expr result : results) {
                count(result);
            }
            for (Expr result : results) {
                ComputingOrder.of(result, this::isKnown).forEach(this::emit);
            }
        }

        Step[] steps() {
            return order.toArray(new Step[0]);
        }

        int slots() {
            return slots;
        }

        int slot(Expr x) {
            return Objects.requireNonNull(x.arity() == 0 ? leaves.get(x) : live.get(x));
        }

        /** How often each part is an argument or a result. */
        private void count(Expr result) {
            for (Expr x : ComputingOrder.of(result, uses::containsKey)) {
                uses.putIfAbsent(x, 0);
                for (int i = 0; i < x.arity(); i++) {
                    uses.merge(x.argument(i), 1, Integer::sum);
                }
            }
            uses.merge(result, 1, Integer::sum);
        }

        private boolean isKnown(Expr x) {
            return live.containsKey(x) || leaves.containsKey(x);
        }

        private void emit(Expr x) {
            if (x.arity() == 0) {
                leaves.put(x, slots++);
                return;
            }
            int[] from = new int[3];
            for (int i = 0; i < 3; i++) {
                from[i] = slot(x.argument(i < x.arity() ? i : 0));
            }
            for (int i = 0; i < x.arity(); i++) {
                release(x.argument(i));
            }
            int target = free.isEmpty() ? slots++ : free.pop();
            live.put(x, target);
            order.add(new Step(OpLoop.of(x.op()), target, from[0], from[1], from[2]));
        }

        private void release(Expr x) {
            if (uses.merge(x, -1, Integer::sum) == 0 && x.arity() > 0) {
                free.push(slot(x));
            }
        }
    }
}
