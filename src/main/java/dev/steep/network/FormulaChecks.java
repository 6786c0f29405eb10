package dev.steep.network;

import dev.steep.catalog.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether formulas that a learner typed are too much to compile, or to compute, for a network as a whole. */
final class FormulaChecks {
    /** Operations of all formulas and their slopes: compiling them takes a browser up to half a second. */
    private static final long MOST_OPERATIONS = 10_000;

    /** Operations for each sample, up to which a step with 32 samples takes about a quarter of a second. */
    private static final long MOST_FOR_EACH_SAMPLE = 30_000_000;

    private FormulaChecks() {}

    /** What is wrong, if anything is; the layers fit together. */
    static Optional<Problem> problem(List<PlannedLayer> layers) {
        long[] each = layers.stream().mapToLong(FormulaChecks::operations).toArray();
        long[] forSample = new long[each.length];
        Arrays.setAll(forSample, i -> each[i] * numbers(layers.get(i)));
        long all = Arrays.stream(each).sum();
        if (all > MOST_OPERATIONS) {
            int longest = largest(each);
            return stop(
                    longest,
                    "The formulas of all layers and their slopes have " + Numbers.grouped(all)
                            + " operations, more than the " + Numbers.grouped(MOST_OPERATIONS)
                            + " that can be compiled at once; " + Numbers.grouped(each[longest]) + " of them are in "
                            + layers.get(longest).name() + ". Write shorter formulas, or give fewer layers one.");
        }
        long allForSample = Arrays.stream(forSample).sum();
        if (allForSample > MOST_FOR_EACH_SAMPLE) {
            int busiest = largest(forSample);
            return stop(
                    busiest,
                    "The formulas take " + Numbers.grouped(allForSample) + " operations for each sample, more than the "
                            + Numbers.grouped(MOST_FOR_EACH_SAMPLE)
                            + " that can be computed at a useful speed. The one of "
                            + layers.get(busiest).name() + " takes " + Numbers.grouped(each[busiest])
                            + ", with its slope, for each of " + Numbers.grouped(numbers(layers.get(busiest)))
                            + " numbers: write a shorter one, or make the layer smaller.");
        }
        return Optional.empty();
    }

    private static int largest(long[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }

    private static Optional<Problem> stop(int layer, String sentence) {
        return Optional.of(new Problem(layer, true, sentence, Optional.empty()));
    }

    private static long operations(PlannedLayer layer) {
        return layer.layer().typedOperations();
    }

    private static long numbers(PlannedLayer layer) {
        return layer.extent().orElseThrow().output().size();
    }
}
