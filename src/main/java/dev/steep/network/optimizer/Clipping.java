package dev.steep.network.optimizer;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Functions.clip;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.optimizer.OptimizerKnobs.CLIPNORM;
import static dev.steep.network.optimizer.OptimizerKnobs.CLIPVALUE;
import static dev.steep.network.optimizer.OptimizerKnobs.GLOBAL_CLIPNORM;

import dev.steep.catalog.Choice;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an optimizer does to gradients before it uses them: those that are too long are shortened, g limit / max(norm, limit), or
 * their numbers cut. Source: Keras 3, {@code keras.optimizers.Optimizer}, which takes one of the three.
 */
public record Clipping(Choice optimizer) {
    /** What is wrong, if more than one of them is asked for. */
    public Optional<String> complaint() {
        List<String> given = Stream.of(CLIPNORM, GLOBAL_CLIPNORM, CLIPVALUE)
                .filter(knob -> optimizer.get(knob).isPresent())
                .map(knob -> knob.name())
                .toList();
        return given.size() < 2
                ? Optional.empty()
                : Optional.of("Keras clips gradients in one way only, but " + String.join(" and ", given) + " are set; "
                        + given.get(0) + " is used. Set the others to None.");
    }

    /** Records it. Returns what becomes of each gradient: itself, if nothing is clipped. */
    public List<Value> record(Tape tape, List<Value> gradients) {
        Optional<Double> each = optimizer.get(CLIPNORM);
        Optional<Double> all = optimizer.get(GLOBAL_CLIPNORM);
        Optional<Double> number = optimizer.get(CLIPVALUE);
        if (each.isPresent()) {
            return gradients.stream()
                    .map(g -> clipped(tape, shortened(each.get()), g, norm(tape, g.name(), List.of(g))))
                    .toList();
        }
        if (all.isPresent() && !gradients.isEmpty()) {
            Value norm = norm(tape, "gradients", gradients);
            return gradients.stream()
                    .map(g -> clipped(tape, shortened(all.get()), g, norm))
                    .toList();
        }
        return number.map(most -> gradients.stream()
                        .map(g -> clipped(tape, clip(Expr.input(0, "g"), -most, most), g))
                        .toList())
                .orElse(gradients);
    }

    private static Value clipped(Tape tape, Expr formula, Value gradient, Value... more) {
        Value[] inputs = Stream.concat(Stream.of(gradient), Stream.of(more)).toArray(Value[]::new);
        return tape.elementwise(gradient.name() + "/clipped", formula, inputs);
    }

    /** The gradient as it was, if its norm is at most the limit. */
    private static Expr shortened(double limit) {
        return Expr.input(0, "g").times(limit).over(max(Expr.input(1, "norm"), c(limit)));
    }

    /** The Euclidean norm of all these numbers. */
    private static Value norm(Tape tape, String name, List<Value> gradients) {
        List<Value> sums = new ArrayList<>();
        Expr sum = c(0);
        for (Value gradient : gradients) {
            Value squares = tape.elementwise(gradient.name() + "/squares", square(Expr.input(0, "g")), gradient);
            sum = sum.plus(Expr.input(sums.size(), "sum"));
            sums.add(tape.sum(gradient.name() + "/sum", squares));
        }
        return tape.elementwise(name + "/norm", sqrt(sum).simplify(), sums.toArray(Value[]::new));
    }

    /** Does the same to the gradient of weights that belong to no network. */
    double[] of(double[] gradient) {
        Optional<Double> longest = optimizer.get(CLIPNORM).or(() -> optimizer.get(GLOBAL_CLIPNORM));
        if (longest.isPresent()) {
            double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
            Expr formula = shortened(longest.get());
            return Arrays.stream(gradient).map(g -> formula.evaluate(g, norm)).toArray();
        }
        return optimizer
                .get(CLIPVALUE)
                .map(most -> Arrays.stream(gradient)
                        .map(g -> Math.max(-most, Math.min(most, g)))
                        .toArray())
                .orElse(gradient);
    }
}
