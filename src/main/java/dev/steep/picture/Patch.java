package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies under a window at one place, channel by channel.
 *
 * @param height rows of the window
 * @param width columns of the window
 * @param channels of the input: all for a kernel, one for pooling
 */
public record Patch(int height, int width, List<Channel> channels) {
    /**
     * One channel.
     *
     * @param index from 0
     * @param numbers row by row; NaN for padding
     * @param kernel the weights they are multiplied with; none for pooling
     */
    public record Channel(int index, float[] numbers, float[] kernel) {
        /** The sum of the products; padding counts as 0. */
        public double sum() {
            double sum = 0;
            for (int i = 0; i < kernel.length; i++) {
                sum += product(i);
            }
            return sum;
        }

        /** One product; 0 for padding. */
        public double product(int i) {
            return Float.isNaN(numbers[i]) ? 0 : (double) numbers[i] * kernel[i];
        }

        /** The place of the largest number; the first of several. */
        public int largest() {
            int largest = -1;
            for (int i = 0; i < numbers.length; i++) {
                if (!Float.isNaN(numbers[i]) && (largest < 0 || numbers[i] > numbers[largest])) {
                    largest = i;
                }
            }
            return largest;
        }

        /** The mean without padding. */
        public double mean() {
            double sum = 0;
            int count = 0;
            for (float number : numbers) {
                if (!Float.isNaN(number)) {
                    sum += number;
                    count++;
                }
            }
            return sum / count;
        }
    }

    /**
     * Under a kernel.
     *
     * @param rows of the input under the window; -1 for padding
     * @param columns the same across
     * @param input height × width × channels
     * @param across columns of the input
     * @param depth channels of the input
     * @param kernel height × width × channels × filters
     * @param filter which of them
     */
    public static Patch ofKernel(
            int[] rows, int[] columns, float[] input, int across, int depth, float[] kernel, int filter) {
        int filters = kernel.length / (rows.length * columns.length * depth);
        List<Channel> channels = new ArrayList<>();
        for (int channel = 0; channel < depth; channel++) {
            float[] weights = new float[rows.length * columns.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = kernel[(i * depth + channel) * filters + filter];
            }
            channels.add(new Channel(channel, numbers(rows, columns, input, across, depth, channel), weights));
        }
        return new Patch(rows.length, columns.length, channels);
    }

    /** Under a pooling window, which looks at one channel. */
    public static Patch ofPool(int[] rows, int[] columns, float[] input, int across, int depth, int channel) {
        float[] numbers = numbers(rows, columns, input, across, depth, channel);
        return new Patch(rows.length, columns.length, List.of(new Channel(channel, numbers, new float[0])));
    }

    private static float[] numbers(int[] rows, int[] columns, float[] input, int across, int depth, int channel) {
        float[] numbers = new float[rows.length * columns.length];
        for (int i = 0; i < numbers.length; i++) {
            int row = rows[i / columns.length];
            int column = columns[i % columns.length];
            numbers[i] = row < 0 || column < 0 ? Float.NaN : input[(row * across + column) * depth + channel];
        }
        return numbers;
    }

    /** The sum of all products. */
    public double sum() {
        double sum = 0;
        for (Channel channel : channels) {
            sum += channel.sum();
        }
        return sum;
    }
}
