package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.Expr;
import dev.steep.math.Shape;
import dev.steep.tape.Value;
import java.util.List;

/** The sum of several tensors of one shape, number by number: a shortcut around the layers in between. */
public record Add(Choice choice) implements Layer {
    public static final Kind KIND = LayerOptions.joining(
                    "Add",
                    "Add",
                    "Adds the outputs of other layers to that of the layer before: a shortcut around those in between.")
            .inKeras(KerasForm.call("layers.Add"));

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
        Input first = inputs.get(0);
        for (Input other : inputs) {
            if (!other.shape().equals(first.shape())) {
                return Outcome.fails("Add needs tensors of one shape, but " + first.name() + " gives " + first.shape()
                        + " and " + other.name() + " gives " + other.shape() + ". Give them the same shape.");
            }
        }
        return fit(first.shape());
    }

    @Override
    public String words() {
        return from().isEmpty() ? "nothing yet" : "+ " + String.join(" + ", from());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return record(scope, List.of(x));
    }

    @Override
    public Recorded record(Scope scope, List<Value> inputs) {
        Expr sum = Expr.input(0, "x");
        for (int i = 1; i < inputs.size(); i++) {
            sum = sum.plus(Expr.input(i, "x" + i));
        }
        return Recorded.of(scope.tape().elementwise(scope.name("output"), sum, inputs.toArray(Value[]::new)));
    }
}
