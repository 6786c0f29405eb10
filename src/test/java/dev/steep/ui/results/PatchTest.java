package dev.steep.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.Taps;
import dev.steep.picture.Patch;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said to lie under a window, against a convolution and a pooling written out with loops over a padded image. */
class PatchTest {
    @Test
    void bothTablesOfTheLectureComeOut() {
        float[] image = LectureConvolution.numbers(LectureConvolution.IMAGE);
        Taps taps = Taps.of(
                Taps.Reduction.PRODUCTS, Shape.of(8, 8, 1), Pair.square(3), Pair.square(1), Pair.square(1), "valid");
        for (int k = 0; k < 2; k++) {
            float[] kernel = LectureConvolution.numbers(LectureConvolution.KERNELS.get(k));
            float[] expected = LectureConvolution.numbers(LectureConvolution.RESULTS.get(k));
            assertEquals(36, taps.height() * taps.width());
            for (int i = 0; i < 36; i++) {
                Patch patch = Patch.ofKernel(taps.rows(i / 6), taps.columns(i % 6), image, 8, 1, kernel, 0);
                assertEquals(expected[i], patch.sum(), "kernel " + (k + 1) + ", number " + i);
            }
        }
    }

    @Test
    void randomWindowsAreThoseOfLoopsOverAPaddedImage() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int height = 3 + random.nextInt(6);
            int width = 3 + random.nextInt(6);
            int depth = 1 + random.nextInt(3);
            int filters = 1 + random.nextInt(3);
            Pair size = new Pair(1 + random.nextInt(3), 1 + random.nextInt(3));
            int stride = 1 + random.nextInt(2);
            int dilation = stride > 1 || height < 5 || width < 5 ? 1 : 1 + random.nextInt(2);
            boolean same = random.nextBoolean();
            float[] image = numbers(random, height * width * depth);
            float[] kernel = numbers(random, size.height() * size.width() * depth * filters);
            Taps taps = Taps.of(
                    Taps.Reduction.PRODUCTS,
                    Shape.of(height, width, depth),
                    size,
                    Pair.square(stride),
                    Pair.square(dilation),
                    same ? "same" : "valid");
            int top = same ? before(height, size.height(), stride, dilation) : 0;
            int left = same ? before(width, size.width(), stride, dilation) : 0;
            int row = random.nextInt(taps.height());
            int column = random.nextInt(taps.width());
            int filter = random.nextInt(filters);
            double sum = 0;
            double most = Double.NEGATIVE_INFINITY;
            double mean = 0;
            int inside = 0;
            for (int i = 0; i < size.height(); i++) {
                for (int j = 0; j < size.width(); j++) {
                    int y = row * stride - top + i * dilation;
                    int x = column * stride - left + j * dilation;
                    if (y < 0 || y >= height || x < 0 || x >= width) {
                        continue;
                    }
                    for (int c = 0; c < depth; c++) {
                        sum += (double) image[(y * width + x) * depth + c]
                                * kernel[((i * size.width() + j) * depth + c) * filters + filter];
                    }
                    most = Math.max(most, image[(y * width + x) * depth]);
                    mean += image[(y * width + x) * depth];
                    inside++;
                }
            }
            int[] rows = taps.rows(row);
            int[] columns = taps.columns(column);
            assertEquals(sum, Patch.ofKernel(rows, columns, image, width, depth, kernel, filter).sum(), 1e-9);
            Patch.Channel pooled =
                    Patch.ofPool(rows, columns, image, width, depth, 0).channels().get(0);
            assertEquals(most, pooled.numbers()[pooled.largest()]);
            assertEquals(mean / inside, pooled.mean(), 1e-9);
        }
    }

    /** Rows of padding before an image, as TensorFlow defines "same". */
    private static int before(int length, int size, int stride, int dilation) {
        int outputs = (length + stride - 1) / stride;
        return Math.max(0, (outputs - 1) * stride + (size - 1) * dilation + 1 - length) / 2;
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
