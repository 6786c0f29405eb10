package dev.steep.network.optimizer;

import dev.steep.catalog.Choice;
import dev.steep.network.formula.StepContext;
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

    /** The rate of a step: what a callback has set, or else the schedule's, or the knob. Schedules begin at step 0, as in Keras. */
    public double at(StepContext now) {
        if (now.rate().isPresent()) {
            return now.rate().get();
        }
        return schedule.map(choice -> Schedule.rate(choice, now.step() - 1)).orElse(constant);
    }
}
