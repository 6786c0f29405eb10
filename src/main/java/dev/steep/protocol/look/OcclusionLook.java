package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * How far the probability of a class drops when a square patch covers a part of the chosen sample (Zeiler and Fergus, "Visualizing and
 * Understanding Convolutional Networks", 2014, section 4.2). First come the class, its probability with nothing covered, and from how many
 * pixels to how many the patch is moved; then one number for each pixel of the image: the drop with the patch over it, or over the
 * nearest place that was tried, cut off at the border. Nothing without a network, and of samples that are no images.
 *
 * @param target a class, or {@link Explained#SAID} or {@link Explained#TRUE}
 * @param patch side of the square, in pixels; an odd number, so that a pixel is its middle
 * @param fill the raw number that the patch is full of; NaN for the mean of each channel of the image
 */
public record OcclusionLook(int target, int patch, double fill) implements Look {
    static final String KIND = "occlusion";

    /** Numbers that come first. */
    public static final int HEAD = 3;

    /** Numbers of covered images that are held at a time. */
    private static final int HELD = 1 << 20;

    /** A picture while training takes no more than this share of what it may at rest: so training loses a few percent. */
    private static final int SHARE = 25;

    static OcclusionLook unpack(Unpacker from) {
        return new OcclusionLook(from.whole(), from.whole(), from.number());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(target).number(patch).number(fill);
    }

    @Override
    public double rest() {
        return Explained.SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        int meant = source.meant(target);
        float[] image = source.chosen();
        int[] shape = source.shape();
        if (meant < 0 || shape.length != 3 || image.length == 0 || source.outputs() == 0 || patch < 1) {
            return new Known(source.now(), new float[0]);
        }
        int most = source.affordable() / (source.training() ? SHARE : 1);
        int stride = 1;
        while ((double) places(shape[0], stride) * places(shape[1], stride) > Math.max(1, most)) {
            stride++;
        }
        return new Sliding(source, this, meant, image, shape, stride);
    }

    private static int places(int length, int stride) {
        return (length + stride - 1) / stride;
    }

    /** The middle of the i-th place along an axis. */
    private static int middle(int i, int stride, int length) {
        return Math.min(length - 1, i * stride + stride / 2);
    }

    /**
     * An image with a patch over it.
     *
     * @param hwc height × width × channels numbers
     * @param row of the patch's middle
     * @param column of the patch's middle
     * @param patch side of the patch
     * @param fill for each channel
     * @param into receives the covered image from {@code at} on
     */
    static void cover(float[] hwc, int[] shape, int row, int column, int patch, float[] fill, float[] into, int at) {
        System.arraycopy(hwc, 0, into, at, hwc.length);
        int before = patch / 2;
        int bottom = Math.min(shape[0], row - before + patch);
        int right = Math.min(shape[1], column - before + patch);
        for (int i = Math.max(0, row - before); i < bottom; i++) {
            for (int j = Math.max(0, column - before); j < right; j++) {
                System.arraycopy(fill, 0, into, at + (i * shape[1] + j) * shape[2], shape[2]);
            }
        }
    }

    private static final class Sliding implements Answering {
        private final Source source;
        private final OcclusionLook look;
        private final Moment moment;
        private final int target;
        private final float[] image;
        private final int[] shape;
        private final int stride;
        private final int across;
        private final float[] fill;
        /** The probability of the image as it is, then of each place. */
        private final float[] said;

        private int done;

        Sliding(Source source, OcclusionLook look, int target, float[] image, int[] shape, int stride) {
            this.source = source;
            this.look = look;
            this.target = target;
            this.image = image;
            this.shape = shape;
            this.stride = stride;
            moment = source.now();
            across = places(shape[1], stride);
            said = new float[1 + across * places(shape[0], stride)];
            fill = new float[shape[2]];
            for (int i = 0; i < image.length; i++) {
                fill[i % shape[2]] += image[i] / (shape[0] * shape[1]);
            }
            if (!Double.isNaN(look.fill)) {
                Arrays.fill(fill, (float) look.fill);
            }
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            while (done < said.length) {
                some();
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return done == said.length;
        }

        private void some() {
            int count = Math.max(1, Math.min(said.length - done, HELD / image.length));
            float[] covered = new float[count * image.length];
            for (int k = 0; k < count; k++) {
                int place = done + k - 1;
                if (place < 0) {
                    System.arraycopy(image, 0, covered, 0, image.length);
                } else {
                    int row = middle(place / across, stride, shape[0]);
                    int column = middle(place % across, stride, shape[1]);
                    cover(image, shape, row, column, look.patch, fill, covered, k * image.length);
                }
            }
            int width = source.outputs();
            float[] outputs = new float[count * width];
            int went = source.outputs(covered, 0, count, outputs);
            for (int k = 0; k < went; k++) {
                said[done + k] = Explained.probability(outputs, k * width, width, target);
            }
            done += went;
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[HEAD + shape[0] * shape[1]];
            numbers[0] = target;
            numbers[1] = said[0];
            numbers[2] = stride;
            for (int i = 0; i < shape[0] * shape[1]; i++) {
                int place = i / shape[1] / stride * across + i % shape[1] / stride;
                numbers[HEAD + i] = said[0] - said[1 + place];
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
