package dev.steep.tape;

import java.util.List;

/**
 * Two-dimensional convolution as frameworks define it (cross-correlation): for each sample
 *
 * <pre>y[i, j, f] = sum over k, l, c of x[i s - p + k d, j s - p + l d, c] kernel[k, l, c, f]</pre>
 *
 * with stride s, padding p (zeros) and dilation d along each axis. Where the kernel has weights for fewer channels than x has, channels
 * and filters are in {@link Groups}, and each filter sees those of its own.
 *
 * @param x batch x height x width x channels
 * @param kernel height x width x channels of a group x filters; a height of 1 may be left out, and channels of a group and filters
 *     of a group change places where a group has one channel, as in Keras' depthwise kernels: the numbers lie in the same order
 * @param output batch x height x width x filters
 */
public record Conv(Value x, Value kernel, Window window, Value output) implements Step {
    /** How much longer a multiplication takes where a number that is loaded is used once or twice. */
    private static final double GROUPED = 6;

    /**
     * Which filters see which channels: the first so many filters the first so many channels, and so on.
     *
     * @param count how many groups; 1 if each filter sees all channels
     * @param channels of each group
     * @param filters of each group
     */
    public record Groups(int count, int channels, int filters) {
        private static Groups of(Value x, Value kernel, Window window, Value y) {
            int filters = y.shape().length(-1);
            int channels =
                    kernel.size() / (window.rows().size() * window.columns().size() * filters);
            int count = x.shape().length(-1) / channels;
            return new Groups(count, channels, filters / count);
        }

        /** Whether each filter sees all channels. */
        public boolean whole() {
            return count == 1;
        }

        /** Filters of all groups. */
        public int allFilters() {
            return count * filters;
        }
    }

    /** Which filters see which channels. */
    public Groups groups() {
        return Groups.of(x, kernel, window, output);
    }

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
        return flops(output, groups(), window, samples);
    }

    @Override
    public double work(int samples) {
        return taps(output, kernel, groups(), samples) + Cost.NUMBER * (x.count(samples) + kernel.count(samples));
    }

    /** Every output pixel has a weight for each tap and channel of the input. */
    private static double flops(Value y, Groups groups, Window window, int samples) {
        return 2.0 * y.count(samples) * window.rows().size() * window.columns().size() * groups.channels;
    }

    /** Every output pixel has a weight for each tap, channel and filter. */
    private static double taps(Value y, Value kernel, Groups groups, int samples) {
        double filters = groups.allFilters();
        double all = 2 * y.count(samples) / filters * (kernel.shape().count() / filters) * Cost.whole(filters);
        return groups.whole() ? all : GROUPED * all;
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.conv(this);
    }

    /** dx: every dy[i, j, f] goes back to the inputs it came from, times the kernel's weight. */
    public record InputGradient(Value dy, Value kernel, Window window, Value output) implements GradientStep {
        /** Which filters see which channels. */
        public Groups groups() {
            return Groups.of(output, kernel, window, dy);
        }

        @Override
        public List<Value> inputs() {
            return List.of(dy, kernel);
        }

        @Override
        public String words() {
            return dy.name() + " back through " + kernel.name();
        }

        @Override
        public double flops(int samples) {
            return Conv.flops(dy, groups(), window, samples);
        }

        @Override
        public double work(int samples) {
            return taps(dy, kernel, groups(), samples) + Cost.NUMBER * (output.count(samples) + kernel.count(samples));
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.convInputGradient(this);
        }
    }

    /** dkernel[k, l, c, f]: the sum over the batch and all positions of x under tap (k, l), times dy. */
    public record KernelGradient(Value x, Value dy, Window window, Value output) implements GradientStep {
        /** Which filters see which channels. */
        public Groups groups() {
            return Groups.of(x, output, window, dy);
        }

        @Override
        public List<Value> inputs() {
            return List.of(x, dy);
        }

        @Override
        public String words() {
            return "sum over the positions of " + x.name() + " under each tap, times " + dy.name();
        }

        @Override
        public double flops(int samples) {
            return Conv.flops(dy, groups(), window, samples);
        }

        @Override
        public double work(int samples) {
            return taps(dy, output, groups(), samples) + Cost.NUMBER * (x.count(samples) + output.count(samples));
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.convKernelGradient(this);
        }
    }
}
