package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * What a network of few parameters has found, and the standard error of each of them. {@link #HEAD} numbers come first: the place of the
 * {@link Basis}, how many numbers of the training part it rests on, how many parameters the network has, the standard deviation of what is
 * left over, in the unit in which it is trained, and how many of its errors a parameter would still move to the best fit. Then by turns each parameter's value and its error, NaN where there is none. Nothing
 * without a network, or where the parameters are too many to be listed.
 *
 * @param layer whose parameters are meant; empty for all
 */
public record ErrorsLook(String layer) implements Look {
    static final String KIND = "errors";

    /** Numbers before the parameters. */
    public static final int HEAD = 5;

    /** More parameters than this have no errors, and are not listed. */
    public static final int MOST = 10;

    /** Why there are errors, or none. */
    public enum Basis {
        /** There are. */
        CURVATURE(""),
        TRAINING("Standard errors are worked out when training pauses."),
        LOSS(
                "Standard errors come from the mean squared error, or of counts from poisson; with another loss there are none here."),
        MANY("Standard errors are worked out for up to " + MOST + " parameters together."),
        FEW("There are no standard errors: there have to be more training samples than parameters."),
        UNDECIDED(
                "There are no standard errors: the data do not decide between these parameters, which do the same, or nothing."),
        FAR("No standard errors yet: these numbers are still far from the best fit. Train on."),
        LARGE("There are no standard errors: they would take too long for so many samples."),
        /** There are, of counts, whose variance is their mean; what is told as deviation is that of the residuals in units of their own. */
        COUNTS("");

        private final String sentence;

        Basis(String sentence) {
            this.sentence = sentence;
        }

        /** Whether there are errors. */
        public boolean known() {
            return this == CURVATURE || this == COUNTS;
        }

        /** Why there are none. */
        public String sentence() {
            return sentence;
        }

        /** The one that an answer tells of. */
        public static Basis of(float[] numbers) {
            return values()[Math.max(0, Math.min(values().length - 1, (int) numbers[0]))];
        }
    }

    static ErrorsLook unpack(Unpacker from) {
        return new ErrorsLook(from.word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(layer);
    }

    @Override
    public Answering begin(Source source) {
        return new Going(source.errors(layer), source.now());
    }

    private record Going(Errors errors, Moment moment) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return errors.advance(over);
        }

        @Override
        public float[] numbers() {
            return errors.numbers();
        }
    }
}
