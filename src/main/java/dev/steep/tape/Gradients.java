package dev.steep.tape;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reverse-mode differentiation of a tape: goes through its steps from last to first, and lets each record how the
 * gradient of its output becomes those of its inputs.
 */
public final class Gradients {
    /** Records how the gradient dy of a value becomes those of what it was computed from. */
    interface Rule {
        void backward(Value dy, Gradients gradients);
    }

    private final Tape tape;
    private final Set<Value> wanted = new HashSet<>();
    private final Map<Value, Value> gradients = new HashMap<>();

    private Gradients(Tape tape, Collection<Value> parameters) {
        this.tape = tape;
        wanted.addAll(parameters);
    }

    /**
     * Records the backward pass of everything on the tape so far.
     *
     * @param loss a scalar; its derivative by each of the parameters is what results
     */
    static Gradients of(Tape tape, Value loss, Collection<Value> parameters) {
        Gradients gradients = new Gradients(tape, parameters);
        List<Step> forward = List.copyOf(tape.steps(Tape.Phase.FORWARD));
        for (Step step : forward) {
            if (step.inputs().stream().anyMatch(gradients::wanted)) {
                gradients.wanted.add(step.output());
            }
        }
        if (!gradients.wanted(loss)) {
            return gradients; // nothing learns
        }
        gradients.add(loss, gradients.elementwise(loss, Expr.c(1), List.of(), loss));
        for (int i = forward.size() - 1; i >= 0; i--) {
            Step step = forward.get(i);
            Value dy = gradients.gradients.get(step.output());
            if (dy != null && gradients.wanted.contains(step.output())) {
                tape.rule(step).backward(dy, gradients);
            }
        }
        return gradients;
    }

    /** The gradient of a value, if the loss depends on it. */
    public Optional<Value> of(Value value) {
        return Optional.ofNullable(gradients.get(value));
    }

    /** Where steps are recorded. */
    Tape tape() {
        return tape;
    }

    /** Whether a value is one of the parameters or depends on one, so that its gradient is needed. */
    boolean wanted(Value value) {
        return wanted.contains(value);
    }

    /** A new value, shaped like x, for a gradient of x. */
    Value value(Value x) {
        return tape.fresh(x.name() + "/gradient", Value.Role.GRADIENT, x.shape(), x.batched());
    }

    /** Adds to the gradient of a value what came back through one of its uses. */
    void add(Value value, Value gradient) {
        Value sum = gradients.get(value);
        if (sum == null) {
            gradients.put(value, gradient);
        } else {
            Value both = value(value);
            Expr plus = Expr.input(0, "a").plus(Expr.input(1, "b"));
            tape.record(Elementwise.derived(plus, List.of(sum, gradient), both));
            gradients.put(value, both);
        }
    }

    /** A new value, shaped like another, for a formula on the way back. */
    Value formula(String name, Value like, Expr f, Value... inputs) {
        Value y = tape.fresh(name, Value.Role.GRADIENT, like.shape(), like.batched());
        tape.record(new Elementwise(f, List.of(), List.of(inputs), y));
        return y;
    }

    /** A gradient of x that is a formula over {@code inputs} at the size of {@code full}, summed down to x's size. */
    Value elementwise(Value x, Expr f, List<Value> inputs, Value full) {
        boolean whole = x.size() == full.size() && x.batched() == full.batched();
        Expr simple = f.simplify();
        List<Value> used = new ArrayList<>();
        Expr compact = compact(simple, inputs, used);
        Value shaped = whole ? x : full;
        if (simple.op() == Op.INPUT && alike(used.get(0), shaped)) {
            return whole ? used.get(0) : folded(x, used.get(0));
        }
        Value each = whole
                ? value(x)
                : tape.fresh(x.name() + "/gradient/each", Value.Role.GRADIENT, full.shape(), full.batched());
        tape.record(new Elementwise(compact, List.of(), used, each));
        return whole ? each : folded(x, each);
    }

    private Value folded(Value x, Value each) {
        Value folded = value(x);
        tape.record(new Sum(each, folded));
        return folded;
    }

    private static boolean alike(Value a, Value b) {
        return a.shape().equals(b.shape()) && a.batched() == b.batched();
    }

    /** The same formula over only those inputs that it uses; they are added to {@code used}, in order. */
    private static Expr compact(Expr f, List<Value> inputs, List<Value> used) {
        Expr compact = f;
        for (Expr input : f.inputs()) { // places ascend, so a new place is never one that is still in use
            compact = compact.substitute(input.index(), Expr.input(used.size(), input.name()));
            used.add(inputs.get(input.index()));
        }
        return compact;
    }
}
