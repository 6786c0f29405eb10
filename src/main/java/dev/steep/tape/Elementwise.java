package dev.steep.tape;

import dev.steep.math.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula applied to every element: {@code output[i] = f(inputs[0][i], inputs[1][i], ...)}. An input smaller than the
 * output is repeated: a bias repeats along the channels, a scalar everywhere, and of a batched input with one number per
 * sample, that number repeats within its sample. (Element i of the output reads element {@code i mod size} of the input,
 * counted within the sample if the input is batched.)
 *
 * @param f the formula over the inputs, in order
 * @param slopes its derivative by each input, as formulas over the inputs followed by the output
 */
public record Elementwise(Expr f, List<Expr> slopes, List<Value> inputs, Value output) implements Step {
    public Elementwise {
        slopes = List.copyOf(slopes);
        inputs = List.copyOf(inputs);
    }

    /** With the slopes derived from the formula. */
    static Elementwise derived(Expr f, List<Value> inputs, Value output) {
        List<Expr> slopes = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            slopes.add(f.derive(i));
        }
        return new Elementwise(f, slopes, inputs, output);
    }

    /** dx[k] = slope[k](inputs, y) dy, summed over the places where an element of x[k] was used. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        int n = inputs.size();
        List<Value> known = new ArrayList<>(inputs);
        known.add(output);
        known.add(dy);
        for (int k = 0; k < n; k++) {
            Value x = inputs.get(k);
            if (gradients.wanted(x)) {
                Expr dx = slopes.get(k).times(Expr.input(n + 1, "dy"));
                gradients.add(x, gradients.elementwise(x, dx, known, output));
            }
        }
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.elementwise(this);
    }
}
