package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Some samples of the training part, and what the layers that augment make of each in training. First come how many samples, how many
 * draws of each, and how many numbers a draw has, 0 if no layer augments; then each sample as it is prepared, followed by its draws. They
 * depend on the seed and the round alone, so a picture changes only where a setting does.
 */
public record AugmentationLook(int samples, int draws, int round) implements Look {
    static final String KIND = "augmentation";

    /** Numbers before those of the first sample. */
    public static final int HEAD = 3;

    private static final int MOST = 64;

    /** Numbers of pictures that are made at the most: 16 MB. */
    private static final double HELD = 1 << 22;

    static AugmentationLook unpack(Unpacker from) {
        return new AugmentationLook(from.whole(), from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(samples).number(draws).number(round);
    }

    @Override
    public double rest() {
        return Explained.SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        int[] rows = source.rows(DataPart.TRAINING);
        boolean possible = samples >= 1
                && draws >= 1
                && samples <= MOST
                && draws <= MOST
                && (double) samples * (1 + draws) * source.inputs() <= HELD
                && source.shape().length == 3;
        return possible && rows.length > 0
                ? new Drawing(this, source, rows, source.now(), new ArrayList<>())
                : new Known(source.now(), new float[0]);
    }

    private record Drawing(AugmentationLook look, Source source, int[] rows, Moment moment, List<float[]> drawn)
            implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            int count = Math.min(look.samples, rows.length);
            while (drawn.size() < count) {
                int row = rows[drawn.size() * (rows.length / count)];
                drawn.add(source.augmented(row, look.draws, look.round * MOST + drawn.size()));
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return drawn.size() == count;
        }

        @Override
        public float[] numbers() {
            int each = drawn.get(0).length;
            float[] numbers = new float[HEAD + drawn.size() * each];
            numbers[0] = drawn.size();
            numbers[1] = look.draws;
            numbers[2] = (each - source.inputs()) / (float) look.draws;
            for (int i = 0; i < drawn.size(); i++) {
                System.arraycopy(drawn.get(i), 0, numbers, HEAD + i * each, each);
            }
            return numbers;
        }
    }
}
