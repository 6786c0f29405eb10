package dev.steep.tape;

import java.util.List;

/**
 * The matrix product {@code output = A B}, where A is {@code a} or its transpose and B is {@code b} or its transpose. A
 * batched value counts as a matrix of one row per sample; an unbatched one as rows x columns. If a and b are both
 * batched, the product runs over the batch and the output is unbatched.
 */
public record MatMul(Value a, boolean transposeA, Value b, boolean transposeB, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(a, b);
    }

    /** For Y = X W: dX = dY Wᵀ and dW = Xᵀ dY. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (transposeA || transposeB) {
            throw new IllegalStateException(
                    "The gradient of a transposed product is not needed by any layer: " + output);
        }
        if (gradients.wanted(a)) {
            Value dx = gradients.value(a);
            gradients.tape().record(new MatMul(dy, false, b, true, dx));
            gradients.add(a, dx);
        }
        if (gradients.wanted(b)) {
            Value dw = gradients.value(b);
            gradients.tape().record(new MatMul(a, true, dy, false, dw));
            gradients.add(b, dw);
        }
    }

    @Override
    public String words() {
        return a.name() + (transposeA ? "ᵀ" : "") + " · " + b.name() + (transposeB ? "ᵀ" : "");
    }

    @Override
    public double flops(int samples) {
        double rows = rows(samples);
        double inner = transposeA ? rows : a.count(samples) / rows;
        return 2.0 * output.count(samples) * inner;
    }

    @Override
    public double work(int samples) {
        double rows = rows(samples);
        double across = a.count(samples) / rows;
        double columns = b.batched()
                ? b.size()
                : transposeB ? b.shape().length(0) : b.shape().length(-1);
        return 2 * rows * across * (columns == 1 ? Cost.whole(across) / across : Cost.whole(columns))
                + Cost.NUMBER * output.count(samples)
                + Cost.NUMBER * b.count(samples);
    }

    private double rows(int samples) {
        return a.batched() ? samples : a.shape().length(0);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.matMul(this);
    }
}
