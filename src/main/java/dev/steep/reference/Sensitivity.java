package dev.steep.reference;

import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How one number of a prediction changes with every number that it is computed from, the pixels of the sample among them. In double
 * precision, on a machine of its own, over the prediction tape: layers behave as they do when not training, and a run notices
 * nothing. {@link Backpropagation} is the same for the loss of a training step.
 */
public final class Sensitivity {
    private final List<Step> forward;
    private final ReferenceMachine machine;

    /** Of the predictions of a program, whose weights are 0 until they are set. */
    public Sensitivity(Program program, Supply supply) {
        forward = program.prediction().steps(Tape.Phase.FORWARD);
        machine = new Reference().open(program, supply, 1);
    }

    /** Sets a parameter or a state. */
    public void weight(Value value, Exact exact) {
        machine.restore(value, exact);
    }

    /**
     * Has a sample go through the network.
     *
     * @param prepared the sample as the network is given it
     * @param of a value of the prediction tape
     * @param place of the number of it that is asked about
     * @param factor that it is multiplied by: 1, or -1 to ask for the opposite
     */
    public Following follow(float[] prepared, Value of, int place, double factor) {
        machine.predict(prepared, 1);
        Map<Value, double[]> numbers = new HashMap<>();
        for (Step step : forward) {
            numbers.computeIfAbsent(step.output(), machine::unrounded);
            step.inputs().forEach(input -> numbers.computeIfAbsent(input, machine::unrounded));
        }
        double[] weights = new double[of.size()];
        weights[place] = factor;
        return new Following(
                numbers,
                new ChainRule(forward, value -> Objects.requireNonNull(numbers.get(value)), 1, of, weights),
                factor * Objects.requireNonNull(numbers.get(of))[place]);
    }

    /** One number of the prediction of one sample, and its derivatives while they are worked out. */
    public static final class Following {
        private final Map<Value, double[]> numbers;
        private final ChainRule rule;
        private final double number;

        private Following(Map<Value, double[]> numbers, ChainRule rule, double number) {
            this.numbers = numbers;
            this.rule = rule;
            this.number = number;
        }

        /** Goes back until the slice is over, at least one step of the tape; returns whether all derivatives are known. */
        public boolean advance(BooleanSupplier over) {
            return rule.advance(over);
        }

        /** The number that is asked about, times its factor. */
        public double number() {
            return number;
        }

        /** The numbers of a value that a step of the prediction reads or writes; none of any other. Not to be changed. */
        public double[] numbers(Value value) {
            return numbers.getOrDefault(value, new double[0]);
        }

        /** The derivatives with respect to each of them; zeros if it does not count. Not to be changed. */
        public double[] derivatives(Value value) {
            return numbers.containsKey(value) ? rule.of(value) : new double[0];
        }
    }
}
