package dev.steep.tape;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    /** Numbers, letters and signs of a formula up to which it is written out. */
    private static final int LONGEST = 500;

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
    public String words() {
        if (f.size() > LONGEST) {
            String of = inputs.stream().map(Value::name).collect(Collectors.joining(", "));
            return "a formula of " + of + " with " + f.operations() + " operations, too long to be written out";
        }
        Expr named = f;
        for (int i = 0; i < inputs.size(); i++) {
            named = named.substitute(i, Expr.input(i, inputs.get(i).name()));
        }
        return readable(named).toString();
    }

    /** With numbers as people write them: 0.1, where 1 - 0.9 is 0.09999999999999998. */
    private static Expr readable(Expr x) {
        if (x.op() == Op.CONST) {
            return Expr.c(rounded(x.value()));
        }
        Expr[] arguments = new Expr[x.arity()];
        Arrays.setAll(arguments, i -> readable(x.argument(i)));
        return arguments.length == 0 ? x : Expr.of(x.op(), arguments);
    }

    /** To twelve digits. */
    private static double rounded(double number) {
        double unit = 1;
        while (Math.abs(number) * unit < 1e11 && unit < 1e22) {
            unit *= 10;
        }
        return Double.isFinite(number) ? Math.rint(number * unit) / unit : number;
    }

    @Override
    public double work(int samples) {
        return (Cost.NUMBER + Cost.of(f)) * output.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.elementwise(this);
    }
}
