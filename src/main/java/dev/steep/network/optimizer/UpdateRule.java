package dev.steep.network.optimizer;

import dev.steep.math.expr.Expr;
import dev.steep.network.formula.Scalar;
import dev.steep.network.formula.Scalars;
import dev.steep.network.formula.StepContext;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How one weight is changed in a training step, as formulas over the weight w, its gradient g, what the optimizer
 * remembers for it (slots) and numbers that depend on the step (scalars). Assignments are carried out in order, so a
 * formula sees the slots that were set before it.
 */
public final class UpdateRule {
    /** What is remembered for each weight, and what it is at first. */
    public record Slot(String name, double initial) implements Meaning {}

    record Rate(String name, Scalar number) implements Meaning {}

    record Assignment(int target, Expr formula) {}

    /** What a letter other than w and g stands for. */
    sealed interface Meaning permits Slot, Rate {}

    /** The letters w and g come first. */
    static final int FIRST_LETTER = 2;

    private final List<Meaning> letters = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();

    /** A new slot's letter. */
    Expr slot(String name, double initial) {
        Slot slot = new Slot(name, initial);
        slots.add(slot);
        return letter(name, slot);
    }

    /** The letter of a number that depends on the step. */
    Expr rate(String name, ToDoubleFunction<StepContext> at) {
        return letter(name, new Rate(name, Scalar.ofStep(at)));
    }

    /** The letter of the learning rate. */
    Expr rate(String name, LearningRate rate) {
        boolean steady = rate.schedule().isEmpty();
        return letter(name, new Rate(name, steady ? rate::at : Scalar.ofStep(rate::at)));
    }

    /** Gives w or a slot a new value. */
    void set(Expr target, Expr formula) {
        assignments.add(new Assignment(target.index(), formula.simplify()));
    }

    /** What is remembered. */
    public List<Slot> slots() {
        return slots;
    }

    /** What the letters after w and g stand for. */
    List<Meaning> letters() {
        return letters;
    }

    /** What is computed, in this order. */
    List<Assignment> assignments() {
        return assignments;
    }

    /** Records the update of some weights; their slots are in the order of {@link #slots}. */
    public void record(Tape tape, Value weights, Value gradient, List<Value> state, Scalars scalars) {
        List<Value> values = new ArrayList<>(List.of(weights, gradient));
        for (Meaning letter : letters) {
            if (letter instanceof Rate rate) {
                values.add(scalars.on(tape, rate.name, rate.number));
            } else {
                values.add(state.get(slots.indexOf(letter)));
            }
        }
        for (Assignment assignment : assignments) {
            List<Value> used = new ArrayList<>();
            Expr formula = assignment.formula;
            for (Expr input : formula.inputs()) { // places ascend, so a new place is never one that is still in use
                formula = formula.substitute(input.index(), Expr.input(used.size(), input.name()));
                used.add(values.get(input.index()));
            }
            tape.update(values.get(assignment.target), formula, used.toArray(Value[]::new));
        }
    }

    private Expr letter(String name, Meaning meaning) {
        letters.add(meaning);
        return Expr.input(FIRST_LETTER + letters.size() - 1, name);
    }
}
