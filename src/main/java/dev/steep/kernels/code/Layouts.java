package dev.steep.kernels.code;

import dev.steep.tape.Conv;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values lie in panels: weights that are factors of products, and with them all that is combined with them number by
 * number (gradients, what optimizers remember), so that those formulas need not care. A family of values stays plain if one of
 * them is used in a way that sees the order of its numbers.
 */
public final class Layouts {
    /** All plain. */
    public static final Layouts PLAIN = new Layouts();

    private final Map<Value, Value> family = new HashMap<>();
    private final Set<Value> factors = new HashSet<>();
    private final Set<Value> plain = new HashSet<>();

    private Layouts() {}

    public static Layouts of(Program program) {
        Layouts layouts = new Layouts();
        for (Tape tape : List.of(program.training(), program.prediction())) {
            for (Tape.Phase phase : Tape.Phase.values()) {
                tape.steps(phase).forEach(layouts::see);
            }
        }
        return layouts;
    }

    /** The weights as the right factor of a product. */
    public Matrix of(Value weights) {
        Value first = first(weights);
        return matrix(weights, factors.contains(first) && !plain.contains(first));
    }

    private static Matrix matrix(Value value, boolean panelled) {
        int columns = value.batched()
                ? value.size()
                : value.shape().rank() == 0 ? 1 : value.shape().length(-1);
        return new Matrix(value.size() / columns, columns, panelled);
    }

    private void see(Step step) {
        if (step instanceof Elementwise map) {
            see(map);
            return;
        }
        List<Value> free = new ArrayList<>();
        if (step instanceof MatMul product) {
            if (product.b().shape().rank() == 2) {
                factor(product.b(), free);
            }
            if (product.transposeA()) {
                free.add(product.output());
            }
        } else if (step instanceof Conv conv && conv.groups().whole()) {
            factor(conv.kernel(), free);
        } else if (step instanceof Conv.InputGradient gradient
                && gradient.groups().whole()) {
            factor(gradient.kernel(), free);
        } else if (step instanceof Conv.KernelGradient gradient
                && gradient.groups().whole()) {
            free.add(gradient.output());
        } else if (step instanceof Sum sum && sum.output().size() == 1) {
            free.add(sum.x());
        }
        fix(step, free);
    }

    private void factor(Value weights, List<Value> free) {
        if (!weights.batched()) {
            mark(factors, weights);
            free.add(weights);
        }
    }

    /** All that the step touches must be plain, but for those that may lie as they like. */
    private void fix(Step step, List<Value> free) {
        List<Value> all = new ArrayList<>(step.inputs());
        all.add(step.output());
        all.stream().filter(value -> !free.contains(value)).forEach(value -> mark(plain, value));
    }

    private void see(Elementwise map) {
        Value y = map.output();
        for (Value x : map.inputs()) {
            if (x.size() == y.size()
                    && !x.batched()
                    && !y.batched()
                    && x.shape().equals(y.shape())) {
                join(x, y);
            } else if (x.size() != 1) {
                mark(plain, x);
                mark(plain, y);
            }
        }
    }

    private Value first(Value value) {
        Value up = family.get(value);
        return up == null ? value : first(up);
    }

    private void mark(Set<Value> set, Value value) {
        set.add(first(value));
    }

    private void join(Value a, Value b) {
        Value first = first(a);
        Value other = first(b);
        if (first == other) {
            return;
        }
        family.put(other, first);
        for (Set<Value> set : List.of(factors, plain)) {
            if (set.contains(other)) {
                set.add(first);
            }
        }
    }
}
