package dev.steep.network.optimizer;

import dev.steep.catalog.Choice;
import dev.steep.network.formula.StepContext;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The learning rate of an optimizer: its knob, or what its schedule says.
 *
 * @param constant the knob
 * @param schedule a pick from {@link Schedule}, which then decides
 */
public record LearningRate(double constant, Optional<Choice> schedule) {
    /** That of a picked optimizer. */
    public static LearningRate of(Choice optimizer) {
        return new LearningRate(optimizer.get(OptimizerKnobs.LEARNING_RATE), optimizer.get(OptimizerKnobs.SCHEDULE));
    }

    /** A schedule's rates over so many steps, evenly spaced, from the first to the last; empty without one. */
    public double[] planned(double steps, int points) {
        return schedule.map(choice -> IntStream.range(0, points)
                        .mapToDouble(i -> Schedule.rate(choice, (int) Math.rint((steps - 1) * i / (points - 1))))
                        .toArray())
                .orElse(new double[0]);
    }

    /** The rate of a step: what a callback has set, or else the schedule's, or the knob. Schedules begin at step 0, as in Keras. */
    public double at(StepContext now) {
        if (now.rate().isPresent()) {
            return now.rate().get();
        }
        return schedule.map(choice -> Schedule.rate(choice, now.step() - 1)).orElse(constant);
    }
}
