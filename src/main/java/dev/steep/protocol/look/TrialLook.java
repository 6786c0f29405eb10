package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The chosen sample, changed, and what the network says of it. First comes the class that it says of the sample as it is; then the
 * changed sample, raw; then the answer to it; then the probability of that class at each of {@link #STRENGTHS} even strengths of one
 * kind of change, from low to high, with the others as they are. Nothing without a network, and of samples that are no images.
 *
 * @param vary which change the strengths are of
 */
public record TrialLook(ImageTrial trial, ImageTrial.Kind vary, double low, double high) implements Look {
    static final String KIND = "trial";

    /** How many there are. */
    public static final int STRENGTHS = 33;

    /** Numbers of changed samples that are held at the most: 16 MB. */
    private static final double HELD = 1 << 22;

    static TrialLook unpack(Unpacker from) {
        return new TrialLook(
                ImageTrial.unpack(from), ImageTrial.Kind.values()[from.whole()], from.number(), from.number());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        trial.pack(to);
        to.number(vary.ordinal()).number(low).number(high);
    }

    @Override
    public double rest() {
        return Explained.SELDOM / 4;
    }

    /** The strength of this number. */
    public double strength(int i) {
        return low + (high - low) * i / (STRENGTHS - 1);
    }

    @Override
    public Answering begin(Source source) {
        int said = source.meant(Explained.SAID);
        boolean held = (double) source.inputs() * (1 + STRENGTHS) <= HELD;
        if (said < 0 || source.shape().length != 3 || !held || source.affordable() < STRENGTHS) {
            return new Known(source.now(), new float[0]);
        }
        List<ImageTrial> trials = new ArrayList<>();
        trials.add(trial);
        for (int i = 0; i < STRENGTHS; i++) {
            trials.add(trial.with(vary, strength(i)));
        }
        return new Trying(source, said, source.changed(trials), source.now(), new float[1 + STRENGTHS][]);
    }

    private record Trying(Source source, int said, float[] raw, Moment moment, float[][] answers) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            int width = source.outputs();
            int done = 0;
            float[] all = new float[answers.length * width];
            while (done < answers.length) {
                done += source.outputs(raw, done, answers.length - done, all);
            }
            for (int i = 0; i < answers.length; i++) {
                answers[i] = new float[width];
                System.arraycopy(all, i * width, answers[i], 0, width);
            }
            return true;
        }

        @Override
        public float[] numbers() {
            int size = raw.length / answers.length;
            int width = answers[0].length;
            float[] numbers = new float[1 + size + width + STRENGTHS];
            numbers[0] = said;
            System.arraycopy(raw, 0, numbers, 1, size);
            System.arraycopy(answers[0], 0, numbers, 1 + size, width);
            for (int i = 0; i < STRENGTHS; i++) {
                numbers[1 + size + width + i] = Explained.probability(answers[1 + i], 0, width, said);
            }
            return numbers;
        }
    }
}
