package dev.steep.network.optimizer;

import dev.steep.catalog.Choice;
import java.util.Optional;

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

    /**
     * The rate of a step.
     *
     * @param t counted from 1, as {@link UpdateRule} does; schedules, as Keras' count of finished steps, begin at 0
     */
    public double at(int t) {
        return schedule.map(choice -> Schedule.rate(choice, t - 1)).orElse(constant);
    }
}
