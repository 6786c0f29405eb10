package dev.steep.tape;

import java.util.Optional;

/**
 * A model as a back end sees it: one tape to train it, one to predict with it, over the same parameters.
 *
 * @param training forward, backward and update
 * @param train which values of the training tape mean what; loss is the mean over the batch (a scalar, penalties
 *     included), hits is the number of right predictions (a scalar)
 * @param prediction forward only, with layers as they behave when not training
 * @param predict which values of the prediction tape mean what; loss (without penalties) and hits are one number per
 *     sample
 * @param penalty of the prediction tape: what the present weights add to the loss of any samples; nothing without
 *     regularizers
 */
public record Program(Tape training, Ends train, Tape prediction, Ends predict, Optional<Value> penalty) {
    /** A program without penalties. */
    public Program(Tape training, Ends train, Tape prediction, Ends predict) {
        this(training, train, prediction, predict, Optional.empty());
    }

    /**
     * The ends of a tape.
     *
     * @param input prepared samples
     * @param target what the model should say: one-hot classes, or numbers
     * @param output what the model says
     * @param loss how wrong it is
     * @param hits how often it is right; always 0 for regression
     * @param weight how much each sample counts in the loss; nothing where all count alike
     */
    public record Ends(Value input, Value target, Value output, Value loss, Value hits, Optional<Value> weight) {
        /** Where all samples count alike. */
        public Ends(Value input, Value target, Value output, Value loss, Value hits) {
            this(input, target, output, loss, hits, Optional.empty());
        }
    }
}
