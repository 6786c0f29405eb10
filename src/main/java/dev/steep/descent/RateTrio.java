package dev.steep.descent;

import dev.steep.catalog.Choice;
import dev.steep.network.optimizer.OptimizerKnobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Three learning rates of an optimizer on a surface, found by trying 1, 2 and 5 times each power of ten.
 *
 * @param small the largest below {@code right} that does not come to a minimum
 * @param right comes to a minimum in the fewest steps and without leaving the part that is shown; if none does, comes lowest
 * @param large the smallest above it that oscillates or diverges; if none does, the largest
 */
public record RateTrio(Trial small, Trial right, Trial large) {
    private static final double[] STEPS = {1, 2, 5};
    private static final int LOWEST_POWER = -5;
    private static final int HIGHEST_POWER = 2;

    /** A rate and what became of it. */
    public record Trial(double rate, Path path, Course outcome) {
        private int steps() {
            return outcome.kind() == Course.Kind.CONVERGES && stays() ? outcome.reached() : Integer.MAX_VALUE;
        }

        /** Whether its path stays in the part that is shown: a lucky leap from far away is no good rate. */
        private boolean stays() {
            double[][] edges = path.surface().edges();
            return path.places().stream().allMatch(place -> {
                boolean inside = true;
                for (int i = 0; i < edges.length; i++) {
                    inside &= place.weights()[i] >= edges[i][0] && place.weights()[i] <= edges[i][1];
                }
                return inside;
            });
        }

        private boolean betterThan(Trial other) {
            double loss = path.at(path.steps()).loss();
            double others = other.path.at(other.path.steps()).loss();
            return steps() < other.steps() || steps() == other.steps() && !(loss >= others);
        }

        private boolean tooLarge() {
            return outcome.kind() == Course.Kind.DIVERGES || outcome.kind() == Course.Kind.OSCILLATES;
        }
    }

    /** Tries them over so many steps from a start. */
    public static RateTrio of(Surface surface, Slope slope, Choice optimizer, double[] start, int steps) {
        List<Trial> trials = new ArrayList<>();
        for (int power = LOWEST_POWER; power <= HIGHEST_POWER; power++) {
            for (double times : STEPS) {
                double rate = rate(times, power);
                if (rate <= 100) {
                    trials.add(trial(surface, slope, optimizer, rate, start, steps));
                }
            }
        }
        int right = 0;
        for (int i = 1; i < trials.size(); i++) {
            right = trials.get(i).betterThan(trials.get(right)) ? i : right;
        }
        int small = Math.max(0, right - 1);
        while (small > 0 && trials.get(small).outcome.kind() == Course.Kind.CONVERGES) {
            small--;
        }
        int large = Math.min(trials.size() - 1, right + 1);
        while (large < trials.size() - 1 && !trials.get(large).tooLarge()) {
            large++;
        }
        return new RateTrio(trials.get(small), trials.get(right), trials.get(large));
    }

    /** One rate. */
    public static Trial trial(Surface surface, Slope slope, Choice optimizer, double rate, double[] start, int steps) {
        Path path = Path.of(surface, slope, at(optimizer, rate), start, steps);
        return new Trial(rate, path, Course.of(path, slope));
    }

    /** An optimizer at this rate, whatever its schedule says. */
    public static Choice at(Choice optimizer, double rate) {
        return optimizer.with(OptimizerKnobs.LEARNING_RATE, rate).with(OptimizerKnobs.SCHEDULE, Optional.empty());
    }

    /** 0.2 and not 0.2 and a rounding error. */
    private static double rate(double times, int power) {
        double unit = 1;
        for (int i = 0; i < Math.abs(power); i++) {
            unit *= 10;
        }
        return power < 0 ? times / unit : times * unit;
    }
}
