package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How strongly each pixel of the chosen sample moves the score of a class: the absolute derivative of the score with respect to the
 * pixel, as the network is given it, of several channels the largest (Simonyan, Vedaldi and Zisserman, "Deep Inside Convolutional
 * Networks", 2013, section 3). First comes the class, then its score, then one number for each pixel. Nothing without a network, and of
 * samples that are no images.
 *
 * @param target a class, or {@link Explained#SAID} or {@link Explained#TRUE}
 */
public record SaliencyLook(int target) implements Look {
    static final String KIND = "saliency";

    /** Numbers that come first. */
    public static final int HEAD = 2;

    static SaliencyLook unpack(Unpacker from) {
        return new SaliencyLook(from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(target);
    }

    @Override
    public double rest() {
        return Explained.SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        int meant = source.meant(target);
        Optional<Sensitivities> found = source.shape().length == 3 ? source.sensitivities(meant) : Optional.empty();
        return found.<Answering>map(each -> new Following(meant, each, source.now()))
                .orElseGet(() -> new Known(source.now(), new float[0]));
    }

    private record Following(int target, Sensitivities found, Moment moment) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return found.advance(over);
        }

        @Override
        public float[] numbers() {
            double[] slopes = found.derivatives(Explained.INPUT);
            int channels = found.shape(Explained.INPUT)[2];
            float[] numbers = new float[HEAD + slopes.length / channels];
            numbers[0] = target;
            numbers[1] = (float) found.score();
            for (int i = 0; i < slopes.length; i++) {
                int at = HEAD + i / channels;
                numbers[at] = Math.max(numbers[at], (float) Math.abs(slopes[i]));
            }
            return numbers;
        }
    }
}
