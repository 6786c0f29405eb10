package dev.steep.reference;

import dev.steep.tape.Permutation;
import dev.steep.tape.Value;
import java.util.List;

/** Writes the numbers of each sample in the order that they have under other axes. */
final class PermutationTask implements StepTask {
    private final double[] x;
    private final double[] y;
    private final Value shaped;

    /** From where in a sample of x each number of the output comes. */
    private final int[] from;

    PermutationTask(Permutation step, ValueArrays memory) {
        x = memory.of(step.x());
        y = memory.of(step.output());
        shaped = step.output();
        from = places(step);
    }

    /** For each number of one sample of the output, which number of x it is. */
    static int[] places(Permutation step) {
        List<Permutation.Loop> loops = step.loops();
        int[] places = new int[step.output().size()];
        for (int o = 0; o < places.length; o++) {
            int rest = o;
            for (int i = loops.size() - 1; i >= 0; i--) {
                Permutation.Loop loop = loops.get(i);
                places[o] += rest % loop.length() * loop.stride();
                rest /= loop.length();
            }
        }
        return places;
    }

    @Override
    public void run(int samples) {
        int count = ValueArrays.count(shaped, samples);
        for (int first = 0; first < count; first += from.length) {
            for (int o = 0; o < from.length; o++) {
                y[first + o] = x[first + from[o]];
            }
        }
    }
}
