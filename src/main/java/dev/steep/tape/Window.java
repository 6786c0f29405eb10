package dev.steep.tape;

/**
 * How a window slides over an image, along one axis at a time: output position o looks at the input positions
 * {@code o * stride - before + k * dilation} for k from 0 to {@code size} - 1; positions outside the image are padding.
 *
 * @param rows the vertical axis
 * @param columns the horizontal axis
 */
public record Window(Axis rows, Axis columns) {
    /** {@code 2 × 2} */
    String sides() {
        return rows.size + " × " + columns.size;
    }

    /**
     * One axis of a sliding window.
     *
     * @param input length of the image
     * @param size length of the window, in taps
     * @param stride how far it moves from one output to the next
     * @param dilation distance between its taps
     * @param before how many positions of padding lie before the image
     * @param output how many positions it takes
     */
    public record Axis(int input, int size, int stride, int dilation, int before, int output) {
        /** No padding: the window stays inside. {@code output} is below 1 if it does not fit. */
        public static Axis valid(int input, int size, int stride, int dilation) {
            int reach = (size - 1) * dilation + 1;
            int output = input < reach ? 0 : (input - reach) / stride + 1;
            return new Axis(input, size, stride, dilation, 0, output);
        }

        /** Padding so that a stride of 1 keeps the length; an odd position of padding goes to the end, as in TensorFlow. */
        public static Axis same(int input, int size, int stride, int dilation) {
            int reach = (size - 1) * dilation + 1;
            int output = (input + stride - 1) / stride;
            int padding = Math.max((output - 1) * stride + reach - input, 0);
            return new Axis(input, size, stride, dilation, padding / 2, output);
        }

        /** Padding in front alone, so that the window never sees what comes later; a stride of 1 keeps the length. */
        public static Axis causal(int input, int size, int stride, int dilation) {
            return new Axis(input, size, stride, dilation, (size - 1) * dilation, (input + stride - 1) / stride);
        }

        /** The input position under tap k at output o; below 0 or from {@code input} on it is padding. */
        public int at(int o, int k) {
            return o * stride - before + k * dilation;
        }
    }
}
