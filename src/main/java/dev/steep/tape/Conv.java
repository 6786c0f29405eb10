package dev.steep.tape;

import java.util.List;

/**
 * Two-dimensional convolution as frameworks define it (cross-correlation): for each sample
 *
 * <pre>y[i, j, f] = sum over k, l, c of x[i s - p + k d, j s - p + l d, c] kernel[k, l, c, f]</pre>
 *
 * with stride s, padding p (zeros) and dilation d along each axis.
 *
 * @param x batch x height x width x channels
 * @param kernel height x width x channels x filters
 * @param output batch x height x width x filters
 */
public record Conv(Value x, Value kernel, Window window, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x, kernel);
    }

    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new InputGradient(dy, kernel, window, dx));
            gradients.add(x, dx);
        }
        if (gradients.wanted(kernel)) {
            Value dk = gradients.value(kernel);
            gradients.tape().record(new KernelGradient(x, dy, window, dk));
            gradients.add(kernel, dk);
        }
    }

    @Override
    public String words() {
        return x.name() + " ∗ " + kernel.name();
    }

    @Override
    public double flops(int samples) {
        return flops(output, x, window, samples);
    }

    @Override
    public double work(int samples) {
        return taps(output, kernel, samples) + Cost.NUMBER * (x.count(samples) + kernel.count(samples));
    }

    /** Every output pixel has a weight for each tap and channel of the input. */
    private static double flops(Value y, Value x, Window window, int samples) {
        return 2.0
                * y.count(samples)
                * window.rows().size()
                * window.columns().size()
                * x.shape().length(2);
    }

    /** Every output pixel has a weight for each tap, channel and filter. */
    private static double taps(Value y, Value kernel, int samples) {
        double filters = kernel.shape().length(3);
        return 2 * y.count(samples) / filters * (kernel.shape().count() / filters) * Cost.whole(filters);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.conv(this);
    }

    /** dx: every dy[i, j, f] goes back to the inputs it came from, times the kernel's weight. */
    public record InputGradient(Value dy, Value kernel, Window window, Value output) implements Step {
        @Override
        public List<Value> inputs() {
            return List.of(dy, kernel);
        }

        @Override
        public void backward(Value ddx, Gradients gradients) {
            throw new IllegalStateException("Second derivatives are not recorded: " + output);
        }

        @Override
        public String words() {
            return dy.name() + " back through " + kernel.name();
        }

        @Override
        public double flops(int samples) {
            return Conv.flops(dy, output, window, samples);
        }

        @Override
        public double work(int samples) {
            return taps(dy, kernel, samples) + Cost.NUMBER * (output.count(samples) + kernel.count(samples));
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.convInputGradient(this);
        }
    }

    /** dkernel[k, l, c, f]: the sum over the batch and all positions of x under tap (k, l), times dy. */
    public record KernelGradient(Value x, Value dy, Window window, Value output) implements Step {
        @Override
        public List<Value> inputs() {
            return List.of(x, dy);
        }

        @Override
        public void backward(Value ddk, Gradients gradients) {
            throw new IllegalStateException("Second derivatives are not recorded: " + output);
        }

        @Override
        public String words() {
            return "sum over the positions of " + x.name() + " under each tap, times " + dy.name();
        }

        @Override
        public double flops(int samples) {
            return Conv.flops(dy, x, window, samples);
        }

        @Override
        public double work(int samples) {
            return taps(dy, output, samples) + Cost.NUMBER * (x.count(samples) + output.count(samples));
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.convKernelGradient(this);
        }
    }
}
