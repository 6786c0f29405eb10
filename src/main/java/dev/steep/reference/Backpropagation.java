package dev.steep.reference;

import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One batch on its way to the loss and back, number by number: what the chain rule multiplies and adds for every single number of the
 * training tape. It is for looking at: in double precision, on a machine of its own, and independent of the gradients that the tape
 * records.
 */
public final class Backpropagation {
    /** A step of the tape that reads a value, and which of its inputs that is. */
    public record Use(Step step, int input) {}

    /** One number of the tape; its place is counted over the batch. */
    public record Cell(Value value, int place) {}

    /**
     * One summand of the chain rule for a number v: the loss changes with v by way of a number that is computed from it, by slope
     * times derivative.
     *
     * @param step what computes that number
     * @param input which of the step's inputs v belongs to
     * @param place of v in it
     * @param output place of that number in the step's output, counted over the batch
     * @param slope how it changes with v
     * @param factor the number of the tape that the slope is, if it is one
     * @param derivative of the loss with respect to it
     */
    public record Term(
            Step step, int input, int place, int output, double slope, Optional<Cell> factor, double derivative) {
        /** What it adds to the derivative of the loss with respect to v. */
        public double product() {
            return slope * derivative;
        }
    }

    /**
     * A number that another is computed from; of a weighted sum, one summand.
     *
     * @param input which of the step's inputs
     * @param number that is read
     * @param slope what it is multiplied by
     * @param factor the number of the tape that the slope is, if it is one
     */
    public record Part(int input, Cell number, double slope, Optional<Cell> factor) {}

    private final Program program;
    private final Batch batch;
    private final ReferenceMachine machine;
    private final Map<Value, double[]> lasting = new HashMap<>();
    private final Map<Value, double[]> numbers = new HashMap<>();
    private final Map<Value, List<Use>> uses = new HashMap<>();
    private final Map<Value, double[]> updated = new HashMap<>();
    private Optional<ChainRule> rule = Optional.empty();

    /**
     * Has a batch go to the loss.
     *
     * @param lasting the numbers of all parameters, states and slots
     */
    public Backpropagation(Program program, Supply supply, Batch batch, Map<Value, Exact> lasting) {
        this.program = program;
        this.batch = batch;
        machine = new Reference().open(program, supply, batch.count());
        lasting.forEach((value, exact) -> {
            machine.restore(value, exact);
            this.lasting.put(value, machine.unrounded(value));
        });
        for (Step step : tape().steps(Tape.Phase.FORWARD)) {
            for (int i = 0; i < step.inputs().size(); i++) {
                uses.computeIfAbsent(step.inputs().get(i), value -> new ArrayList<>())
                        .add(new Use(step, i));
            }
        }
        machine.run(batch, Tape.Phase.FORWARD);
    }

    private Tape tape() {
        return program.training();
    }

    /** How many samples the batch has. */
    public int samples() {
        return batch.count();
    }

    /** The mean loss of the batch, penalties included. */
    public double loss() {
        return numbers(program.train().loss())[0];
    }

    /** The numbers of a value of the training tape, for all samples; not to be changed. */
    public double[] numbers(Value value) {
        return numbers.computeIfAbsent(value, machine::unrounded);
    }

    /** The steps on the way forward that read a value. */
    public List<Use> uses(Value value) {
        return uses.getOrDefault(value, List.of());
    }

    /** The derivatives of the loss with respect to each number of a value; zeros if it does not depend on it. Not to be changed. */
    public double[] derivatives(Value value) {
        return rule().of(value);
    }

    /** Whether the loss depends on a value at all. */
    public boolean reaches(Value value) {
        return rule().reaches(value);
    }

    private ChainRule rule() {
        if (rule.isEmpty()) {
            ChainRule back = new ChainRule(
                    tape().steps(Tape.Phase.FORWARD),
                    this::numbers,
                    samples(),
                    program.train().loss(),
                    new double[] {1});
            back.advance(() -> false);
            rule = Optional.of(back);
        }
        return rule.get();
    }

    /** The chain rule for one number of a value: the summands of its derivative, in the order of the steps. */
    public List<Term> terms(Value value, int place) {
        List<Term> terms = new ArrayList<>();
        for (Use use : uses(value)) {
            if (reaches(use.step().output())) {
                double[] dy = derivatives(use.step().output());
                use.step().on(new Partials(this::numbers, samples(), (output, input, read, slope, factor, at) -> {
                    if (input == use.input() && read == place) {
                        terms.add(new Term(
                                use.step(), input, place, output, slope, factor(use.step(), factor, at), dy[output]));
                    }
                }));
            }
        }
        return terms;
    }

    /** What one number that a step writes depends on, with its slopes: for weighted sums, all of it. */
    public List<Part> parts(Step step, int output) {
        List<Part> parts = new ArrayList<>();
        step.on(new Partials(this::numbers, samples(), (to, input, place, slope, factor, at) -> {
            if (to == output) {
                Cell number = new Cell(step.inputs().get(input), place);
                parts.add(new Part(input, number, slope, factor(step, factor, at)));
            }
        }));
        return parts;
    }

    private static Optional<Cell> factor(Step step, int factor, int at) {
        return factor == Partials.NONE
                ? Optional.empty()
                : Optional.of(new Cell(step.inputs().get(factor), at));
    }

    /** Which number of a step's input the given number of its output is computed from, for a formula. */
    public static int place(Value input, int output, Value of) {
        return Partials.place(input, output, of.size());
    }

    /** What the loss would be if one number of a parameter were another. */
    public double lossWith(Value parameter, int place, double number) {
        double[] all = numbers(parameter).clone();
        all[place] = number;
        machine.unrounded(parameter, all);
        machine.run(batch, Tape.Phase.FORWARD);
        double loss = machine.unrounded(program.train().loss())[0];
        machine.unrounded(parameter, numbers(parameter));
        machine.run(batch, Tape.Phase.FORWARD);
        return loss;
    }

    /** What a training step would make of a parameter, a state or a slot. */
    public double[] updated(Value value) {
        if (updated.isEmpty()) {
            numbers.putAll(lasting);
            machine.run(batch, Tape.Phase.UPDATE);
            for (Step step : tape().steps(Tape.Phase.UPDATE)) { // gradients that were clipped, norms of new weights
                step.inputs().stream()
                        .filter(input -> input.role() == Value.Role.ACTIVATION)
                        .forEach(this::numbers);
            }
            for (Map.Entry<Value, double[]> each : lasting.entrySet()) {
                updated.put(each.getKey(), machine.unrounded(each.getKey()));
                machine.unrounded(each.getKey(), each.getValue());
            }
        }
        double[] numbers = updated.get(value);
        if (numbers == null) {
            throw new IllegalArgumentException(value + " does not outlive a batch.");
        }
        return numbers;
    }
}
