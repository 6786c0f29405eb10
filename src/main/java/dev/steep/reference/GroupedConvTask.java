package dev.steep.reference;

import dev.steep.tape.Conv;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.Arrays;

/** Convolution in groups and its gradients, as they are defined: product after product. */
final class GroupedConvTask {
    private final Window window;
    private final Conv.Groups groups;

    private GroupedConvTask(Window window, Conv.Groups groups) {
        this.window = window;
        this.groups = groups;
    }

    static StepTask forward(Conv step, ValueArrays memory) {
        double[] x = memory.of(step.x());
        double[] kernel = memory.of(step.kernel());
        double[] y = memory.of(step.output());
        GroupedConvTask conv = new GroupedConvTask(step.window(), step.groups());
        return samples -> {
            Arrays.fill(y, 0, ValueArrays.count(step.output(), samples), 0);
            conv.products(count(step.x(), samples), (pixel, weight, output) -> y[output] += x[pixel] * kernel[weight]);
        };
    }

    static StepTask inputGradient(Conv.InputGradient step, ValueArrays memory) {
        double[] dx = memory.of(step.output());
        double[] kernel = memory.of(step.kernel());
        double[] dy = memory.of(step.dy());
        GroupedConvTask conv = new GroupedConvTask(step.window(), step.groups());
        return samples -> {
            Arrays.fill(dx, 0, ValueArrays.count(step.output(), samples), 0);
            conv.products(
                    count(step.output(), samples), (pixel, weight, output) -> dx[pixel] += dy[output] * kernel[weight]);
        };
    }

    static StepTask kernelGradient(Conv.KernelGradient step, ValueArrays memory) {
        double[] x = memory.of(step.x());
        double[] dk = memory.of(step.output());
        double[] dy = memory.of(step.dy());
        GroupedConvTask conv = new GroupedConvTask(step.window(), step.groups());
        return samples -> {
            Arrays.fill(dk, 0);
            conv.products(count(step.x(), samples), (pixel, weight, output) -> dk[weight] += x[pixel] * dy[output]);
        };
    }

    private static int count(Value images, int samples) {
        return images.batched() ? samples : 1;
    }

    /** Places of the three numbers that a product is about. */
    private interface Product {
        void of(int pixel, int weight, int output);
    }

    private void products(int samples, Product product) {
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        int output = 0;
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < rows.output(); i++) {
                for (int j = 0; j < columns.output(); j++) {
                    for (int k = 0; k < rows.size(); k++) {
                        for (int l = 0; l < columns.size(); l++) {
                            int row = rows.at(i, k);
                            int column = columns.at(j, l);
                            if (row >= 0 && row < rows.input() && column >= 0 && column < columns.input()) {
                                int pixel = (s * rows.input() + row) * columns.input() + column;
                                tap(pixel, k * columns.size() + l, output, product);
                            }
                        }
                    }
                    output += groups.allFilters();
                }
            }
        }
    }

    private void tap(int pixel, int tap, int output, Product product) {
        int channels = groups.channels();
        int filters = groups.filters();
        int all = groups.allFilters();
        for (int g = 0; g < groups.count(); g++) {
            for (int c = 0; c < channels; c++) {
                int x = (pixel * groups.count() + g) * channels + c;
                int weight = (tap * channels + c) * all + g * filters;
                int y = output + g * filters;
                for (int f = 0; f < filters; f++) {
                    product.of(x, weight + f, y + f);
                }
            }
        }
    }
}
