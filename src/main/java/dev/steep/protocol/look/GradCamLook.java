package dev.steep.protocol.look;

import dev.steep.math.Bilinear;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a layer of feature maps finds what speaks for a class: Grad-CAM (Selvaraju et al., "Grad-CAM: Visual Explanations from Deep
 * Networks via Gradient-based Localization", 2017, equations 1 and 2). Each map counts by the mean of the derivatives of the class's score
 * with respect to its numbers; what is negative in their sum is 0; the result is resized to the image, between its numbers linearly. First
 * come the class, rows and columns of the maps, then one number for each pixel of the image. Nothing without such maps.
 *
 * @param output the tensor that the layer gives: height × width × maps
 * @param target a class, or {@link Explained#SAID} or {@link Explained#TRUE}
 */
public record GradCamLook(String output, int target) implements Look {
    static final String KIND = "gradcam";

    /** Numbers that come first. */
    public static final int HEAD = 3;

    static GradCamLook unpack(Unpacker from) {
        return new GradCamLook(from.word(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(output).number(target);
    }

    @Override
    public double rest() {
        return Explained.SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        int meant = source.meant(target);
        int[] image = source.shape();
        Optional<Sensitivities> found = image.length == 3 ? source.sensitivities(meant) : Optional.empty();
        return found.filter(each -> each.shape(output).length == 3)
                .<Answering>map(each -> new Following(output, meant, image, each, source.now()))
                .orElseGet(() -> new Known(source.now(), new float[0]));
    }

    private record Following(String output, int target, int[] image, Sensitivities found, Moment moment)
            implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return found.advance(over);
        }

        @Override
        public float[] numbers() {
            int[] shape = found.shape(output);
            double[] map = map(found.numbers(output), found.derivatives(output), shape[0] * shape[1], shape[2]);
            double[] resized = Bilinear.resize(map, shape[0], shape[1], image[0], image[1]);
            float[] numbers = new float[HEAD + resized.length];
            numbers[0] = target;
            numbers[1] = shape[0];
            numbers[2] = shape[1];
            for (int i = 0; i < resized.length; i++) {
                numbers[HEAD + i] = (float) resized[i];
            }
            return numbers;
        }
    }

    /** For each place, what is positive of the sum of all maps there, each times the mean of its derivatives. */
    private static double[] map(double[] maps, double[] slopes, int places, int count) {
        double[] weights = new double[count];
        for (int i = 0; i < slopes.length; i++) {
            weights[i % count] += slopes[i] / places;
        }
        double[] map = new double[places];
        for (int i = 0; i < maps.length; i++) {
            map[i / count] += weights[i % count] * maps[i];
        }
        for (int i = 0; i < places; i++) {
            map[i] = Math.max(0, map[i]);
        }
        return map;
    }
}
