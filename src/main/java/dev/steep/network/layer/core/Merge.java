package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;
import java.util.List;
import java.util.function.BinaryOperator;

/** Several tensors of one shape become one, number by number: that of the layer before, then those it takes from others. */
public record Merge(Choice choice, Operation operation) implements Layer {
    /** How numbers become one. Names and arithmetic are those of Keras 3, {@code keras.layers}. */
    public enum Operation {
        ADD(
                "Add",
                "Adds the outputs of other layers to that of the layer before: a shortcut around those in between.",
                " + ",
                Expr::plus),
        SUBTRACT(
                "Subtract",
                "Subtracts the output of one other layer from that of the layer before: what has changed on the way.",
                " − ",
                Expr::minus),
        MULTIPLY(
                "Multiply",
                "Multiplies the output of the layer before by those of others: a gate, if they lie between 0 and 1.",
                " × ",
                Expr::times),
        AVERAGE("Average", "The mean of the outputs of the layer before and of others.", " + ", Expr::plus),
        MAXIMUM(
                "Maximum",
                "The largest of the outputs of the layer before and of others, number by number.",
                ", ",
                Expr::max),
        MINIMUM(
                "Minimum",
                "The smallest of the outputs of the layer before and of others, number by number.",
                ", ",
                Expr::min);

        private final Kind kind;
        private final String sign;
        private final BinaryOperator<Expr> joins;

        Operation(String name, String about, String sign, BinaryOperator<Expr> joins) {
            kind = LayerOptions.joining(name, name, about).inKeras(inKeras(name));
            this.sign = sign;
            this.joins = joins;
        }

        /** Keras' Subtract takes two inputs and never one: as long as there is no other, nothing is subtracted. */
        private static KerasForm inKeras(String name) {
            KerasForm call = KerasForm.call("layers." + name);
            return (choice, script) ->
                    name.equals("Subtract") && choice.get(LayerOptions.FROM).isEmpty()
                            ? KerasForm.call("layers.Identity").of(choice, script)
                            : call.of(choice, script);
        }

        /** Its name and explanation. */
        public Kind kind() {
            return kind;
        }

        /** The layer of a choice of this kind. */
        public Layer layer(Choice choice) {
            return new Merge(choice, this);
        }
    }

    @Override
    public List<String> from() {
        return choice.get(LayerOptions.FROM);
    }

    @Override
    public Outcome fit(Shape input) {
        return new Outcome.Fits(input);
    }

    @Override
    public Outcome fit(List<Input> inputs) {
        String name = choice.kind().name();
        Input first = inputs.get(0);
        if (operation == Operation.SUBTRACT && inputs.size() > 2) {
            return Outcome.fails(
                    name + " takes the output of one other layer, not of " + (inputs.size() - 1)
                            + ". Keep one of them.",
                    "Keep " + from().get(0),
                    choice.with(LayerOptions.FROM, from().subList(0, 1)));
        }
        for (Input other : inputs) {
            if (!other.shape().equals(first.shape())) {
                return Outcome.fails(name + " needs tensors of one shape, but " + first.name() + " gives "
                        + first.shape() + " and " + other.name() + " gives " + other.shape()
                        + ". Give them the same shape.");
            }
        }
        return fit(first.shape());
    }

    @Override
    public String words() {
        if (from().isEmpty()) {
            return "nothing yet";
        }
        String all = String.join(operation.sign, from());
        return operation.sign.equals(", ") ? "and " + all : operation.sign.strip() + " " + all;
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return record(scope, List.of(x));
    }

    @Override
    public Recorded record(Scope scope, List<Value> inputs) {
        Expr joined = Expr.input(0, "x");
        for (int i = 1; i < inputs.size(); i++) {
            joined = operation.joins.apply(joined, Expr.input(i, "x" + i));
        }
        if (operation == Operation.AVERAGE) {
            joined = joined.over(inputs.size());
        }
        return Recorded.of(scope.tape().elementwise(scope.name("output"), joined, inputs.toArray(Value[]::new)));
    }
}
