package dev.steep.network;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.equal;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.network.formula.Letters.P;
import static dev.steep.network.formula.Letters.T;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.formula.Scalars;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.ModelOutput;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Clipping;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.UpdateRule;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Gradients;
import dev.steep.tape.Program;
import dev.steep.tape.Program.Ends;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Records a sound plan: the layers on both tapes, then loss and hits, gradients and updates. */
final class Builder {
    private final Plan plan;
    private final Scalars scalars = new Scalars();
    private final Map<String, Value> weights = new LinkedHashMap<>();
    private final Map<Value, Choice> initializers = new LinkedHashMap<>();

    /** The parameters that follow their gradients, each with its penalty: what cannot change has none, as in Keras. */
    private final Map<Value, Choice> learning = new LinkedHashMap<>();

    private final Map<Value, Choice> constraints = new HashMap<>();

    private final Map<Value, Double> slots = new LinkedHashMap<>();
    private final List<ModelLayer> layers = new ArrayList<>();

    Builder(Plan plan) {
        this.plan = plan;
        for (PlannedLayer planned : plan.layers()) {
            for (Weights each : planned.layer().weights(input(planned))) {
                Value value = each.value(planned.name() + "/" + each.name());
                weights.put(value.name(), value);
                initializers.put(value, each.initializer());
                if (planned.trainable() && value.role() == Value.Role.PARAMETER) {
                    learning.put(value, each.regularizer());
                    constraints.put(value, each.constraint());
                }
            }
        }
    }

    Program program() {
        Tape training = new Tape();
        Pass trained = new Pass(training, true);
        Ends train = trainingEnds(trained);
        Gradients gradients = training.differentiate(train.loss(), learning.keySet());
        update(training, gradients);

        Tape prediction = new Tape();
        Pass predicted = new Pass(prediction, false);
        Ends predict = predictionEnds(predicted);
        Optional<Value> penalty = penalty(prediction);
        for (int i = 0; i < plan.layers().size(); i++) {
            layers.add(layer(plan.layers().get(i), predicted.recorded.get(i), trained.recorded.get(i)));
        }
        return new Program(training, train, prediction, predict, penalty);
    }

    private ModelLayer layer(PlannedLayer planned, Recorded predicted, Recorded trained) {
        List<Value> own = planned.layer().weights(input(planned)).stream()
                .map(each -> weights.get(planned.name() + "/" + each.name()))
                .toList();
        return new ModelLayer(planned, own, predicted, trained);
    }

    /** The mean loss with penalties, and the number of hits. */
    private Ends trainingEnds(Pass pass) {
        Tape tape = pass.tape;
        List<Value> parts = new ArrayList<>();
        parts.add(tape.sum(
                "loss/total", pass.weight.map(each -> weighted(pass, each)).orElseGet(pass::terms)));
        parts.add(scalars.on(tape, "1/count", now -> 1.0 / now.count()));
        Expr loss = Expr.input(0, "total").times(Expr.input(1, "share"));
        for (Value penalty : penalties(tape)) {
            loss = loss.plus(Expr.input(parts.size(), "penalty"));
            parts.add(penalty);
        }
        Value mean = tape.elementwise("loss", loss, parts.toArray(Value[]::new));
        Value hits =
                isClassification() ? tape.sum("hits", pass.hits("hits/each")) : tape.elementwise("hits", c(0), mean);
        return new Ends(pass.input, pass.target, pass.output(), mean, hits, pass.weight);
    }

    /**
     * The loss of each sample times its weight. As in Keras, their sum is divided by the number of samples, not by the sum of the
     * weights.
     */
    private static Value weighted(Pass pass, Value weight) {
        Value each = pass.tape.sumEach("loss/each", pass.terms());
        return pass.tape.elementwise("loss/weighted", Expr.input(0, "l").times(Expr.input(1, "w")), each, weight);
    }

    /** What each regularizer adds to the loss. */
    private List<Value> penalties(Tape tape) {
        List<Value> penalties = new ArrayList<>();
        learning.forEach((value, choice) ->
                Regularizer.penalty(choice, value, tape, scalars).ifPresent(penalties::add));
        return penalties;
    }

    /** What all regularizers together add to the loss; nothing if there are none. */
    private Optional<Value> penalty(Tape tape) {
        List<Value> penalties = penalties(tape);
        if (penalties.size() < 2) {
            return penalties.stream().findFirst();
        }
        Expr sum = Expr.input(0, "penalty");
        for (int i = 1; i < penalties.size(); i++) {
            sum = sum.plus(Expr.input(i, "penalty"));
        }
        return Optional.of(tape.elementwise("penalty", sum, penalties.toArray(Value[]::new)));
    }

    /** Loss and hits of each sample. */
    private Ends predictionEnds(Pass pass) {
        Value terms = pass.terms();
        Value loss = terms.size() == 1 ? terms : pass.tape.sumEach("loss", terms);
        Value hits = isClassification() ? pass.hits("hits") : pass.tape.elementwise("hits", c(0), loss);
        return new Ends(pass.input, pass.target, pass.output(), loss, hits);
    }

    private void update(Tape tape, Gradients gradients) {
        Choice optimizer = plan.design().optimizer();
        List<Value> moved = learning.keySet().stream()
                .filter(value -> gradients.of(value).isPresent())
                .toList();
        List<Value> slopes = new Clipping(optimizer)
                .record(
                        tape,
                        moved.stream()
                                .map(value -> gradients.of(value).orElseThrow())
                                .toList());
        for (int i = 0; i < moved.size(); i++) {
            update(tape, moved.get(i), slopes.get(i));
        }
        tape.afterUpdates();
        moved.forEach(value -> Constraint.record(Objects.requireNonNull(constraints.get(value)), value, tape));
    }

    private void update(Tape tape, Value value, Value gradient) {
        UpdateRule rule = Optimizer.rule(plan.design().optimizer());
        List<Value> state = new ArrayList<>();
        for (UpdateRule.Slot each : rule.slots()) {
            Value slot = Value.slot(value.name() + "/" + each.name(), value.shape());
            slots.put(slot, each.initial());
            state.add(slot);
        }
        rule.record(tape, value, gradient, state, scalars);
    }

    private boolean isClassification() {
        return plan.design().task() instanceof Task.Classification;
    }

    private static Shape input(PlannedLayer planned) {
        return planned.extent().orElseThrow().input();
    }

    Scalars scalars() {
        return scalars;
    }

    List<ModelLayer> layers() {
        return layers;
    }

    Map<Value, Choice> initializers() {
        return initializers;
    }

    Map<Value, Double> slots() {
        return slots;
    }

    /** The way forward, on one of the tapes. */
    private final class Pass {
        final Tape tape;
        final Value input;
        final Value target;
        /** Only in training: what checks a network weighs classes alike. */
        final Optional<Value> weight;

        final List<Recorded> recorded = new ArrayList<>();

        Pass(Tape tape, boolean training) {
            this.tape = tape;
            input = tape.input("input", plan.design().input());
            target = tape.input("target", plan.targetShape());
            weight = training && plan.design().weighted()
                    ? Optional.of(tape.input("sample_weight", Shape.SCALAR))
                    : Optional.empty();
            for (int i = 0; i < plan.layers().size(); i++) {
                PlannedLayer planned = plan.layers().get(i);
                List<Value> inputs = planned.inputs().stream()
                        .map(place -> place == PlannedLayer.INPUT
                                ? input
                                : recorded.get(place).output())
                        .toList();
                recorded.add(planned.layer().record(new Place(Builder.this, tape, training, i, planned), inputs));
            }
        }

        Value output() {
            return recorded.get(recorded.size() - 1).output();
        }

        Value terms() {
            Layer layer = plan.layers().get(recorded.size() - 1).layer();
            Recorded last = recorded.get(recorded.size() - 1);
            ModelOutput answer = new ModelOutput(last.output(), last.preActivation(), layer.activation());
            Choice loss = plan.design().loss();
            return Loss.of(loss).terms(tape, loss, answer, target);
        }

        /** 1 for each sample that is right, else 0: the largest number counts, or whether a single one exceeds 0.5. */
        Value hits(String name) {
            return plan.targetWidth() == 1
                    ? tape.elementwise(name, equal(less(c(0.5), P), T), output(), target)
                    : tape.match(name, output(), target);
        }
    }

    /** Where one layer is recorded. */
    private record Place(Builder builder, Tape tape, boolean training, int number, PlannedLayer layer)
            implements Scope {
        @Override
        public boolean trainable() {
            return layer.trainable();
        }

        @Override
        public String name(String what) {
            return layer.name() + "/" + what;
        }

        @Override
        public Value weights(String name) {
            return Objects.requireNonNull(builder.weights.get(name(name)), name);
        }

        @Override
        public Value live(String name, double value) {
            return builder.scalars.on(tape, name(name), now -> value);
        }

        @Override
        public Value share(int numbers) {
            String name = numbers == 1 ? "1/count" : "1/(" + numbers + " count)";
            return builder.scalars.on(tape, name, now -> 1.0 / (numbers * (double) now.count()));
        }
    }
}
