package dev.steep.network.weight;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.formula.Letters.W;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Expr;
import dev.steep.network.formula.Kinds;
import dev.steep.network.formula.Scalars;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A penalty on weights that is added to the loss, so that training prefers small ones. Each term is a formula over a
 * weight w, summed over all weights and multiplied by its strength. Source: Keras 3, {@code keras.regularizers}.
 */
public enum Regularizer {
    NONE("none", "None", "No penalty."),
    L1(
            "L1",
            "L1",
            "Adds l1 times the sum of |w| to the loss: drives weights that do not matter to zero.",
            new Term(Knobs.L1, abs(W))),
    L2(
            "L2",
            "L2 (weight decay)",
            "Adds l2 times the sum of w² to the loss: keeps all weights small.",
            new Term(Knobs.L2, square(W))),
    L1L2(
            "L1L2",
            "L1 and L2",
            "Adds both penalties to the loss.",
            new Term(Knobs.L1_OF_TWO, abs(W)),
            new Term(Knobs.L2_OF_TWO, square(W)));

    private final Kind kind;
    private final List<Term> terms;

    Regularizer(String name, String title, String about, Term... terms) {
        this.terms = List.of(terms);
        this.kind = new Kind(
                        name,
                        title,
                        about,
                        this.terms.stream().<Knob<?>>map(Term::strength).toList())
                .inKeras(this.terms.isEmpty() ? KerasForm.code("None") : KerasForm.call("keras.regularizers." + name));
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Regularizer::kind).toList();
    }

    /** The penalty on one weight, which is input 0. */
    public static Expr formula(Choice choice) {
        Expr each = Expr.c(0);
        for (Term term : Kinds.find(values(), Regularizer::kind, choice).terms) {
            each = each.plus(term.of.times(choice.get(term.strength)));
        }
        return each.simplify();
    }

    /** Records the penalty on some weights; none if there is nothing to add. */
    public static Optional<Value> penalty(Choice choice, Value weights, Tape tape, Scalars scalars) {
        Expr each = Expr.c(0);
        List<Value> inputs = new ArrayList<>(List.of(weights));
        for (Term term : Kinds.find(values(), Regularizer::kind, choice).terms) {
            String name = term.strength.name();
            double strength = choice.get(term.strength);
            each = each.plus(Expr.input(inputs.size(), name).times(term.of));
            inputs.add(scalars.on(tape, weights.name() + "/" + name, now -> strength));
        }
        if (inputs.size() == 1) {
            return Optional.empty();
        }
        Value penalties =
                tape.elementwise(weights.name() + "/penalty_each", each.simplify(), inputs.toArray(Value[]::new));
        return Optional.of(tape.sum(weights.name() + "/penalty", penalties));
    }

    private record Term(Knob<Double> strength, Expr of) {}

    /** The strengths of penalties. */
    public static final class Knobs {
        public static final Knob<Double> L1 =
                Knob.log("l1", 0.01, 1e-6, 1, "How strongly |w| counts.").whileTraining();
        public static final Knob<Double> L2 =
                Knob.log("l2", 0.01, 1e-6, 1, "How strongly w² counts.").whileTraining();
        public static final Knob<Double> L1_OF_TWO =
                Knob.real("l1", 0, 0, 1, "How strongly |w| counts.").whileTraining();
        public static final Knob<Double> L2_OF_TWO =
                Knob.real("l2", 0, 0, 1, "How strongly w² counts.").whileTraining();

        private Knobs() {}
    }
}
