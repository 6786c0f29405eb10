package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which share of the validation part the network is right about when its images are turned, shifted and scaled: {@link #STRENGTHS}
 * strengths of each of {@link #KINDS}, which a share belongs to. First comes how many samples were seen. Nothing while training, without a
 * network, or where images are too large; beyond the border images are reflected, as layers that augment do it.
 *
 * @param most how many samples of the part are seen, evenly spread over it
 */
public record RobustnessLook(int most) implements Look {
    static final String KIND = "robustness";

    /** How many strengths there are of each kind. */
    public static final int STRENGTHS = 13;

    /** What is done to the images, in this order. */
    public static final List<ImageTrial.Kind> KINDS =
            List.of(ImageTrial.Kind.DEGREES, ImageTrial.Kind.RIGHT, ImageTrial.Kind.SCALE);

    private static final int LIMIT = 10_000;

    /** Numbers of changed samples that are held at the most: 16 MB. */
    private static final double HELD = 1 << 22;

    static RobustnessLook unpack(Unpacker from) {
        return new RobustnessLook(from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(most);
    }

    /**
     * One of the strengths: degrees from -90 to 90, whole pixels up to about a third of the width to either side, or 0.4 to 1.6 times as large.
     *
     * @param width of the images
     */
    public static double strength(ImageTrial.Kind kind, int i, int width) {
        double part = i / (STRENGTHS - 1.0) * 2 - 1;
        return switch (kind) {
            case DEGREES -> 90 * part;
            case RIGHT, DOWN -> Math.rint(part * width / 3);
            case SCALE -> 1 + 0.6 * part;
            case NOISE -> Math.abs(part);
        };
    }

    @Override
    public Answering begin(Source source) {
        int[] shape = source.shape();
        int[] rows = source.rows(DataPart.VALIDATION);
        int trials = KINDS.size() * STRENGTHS;
        boolean possible = !source.training()
                && shape.length == 3
                && rows.length > 0
                && source.outputs() > 0
                && (double) source.inputs() * STRENGTHS <= HELD;
        if (!possible || most < 1) {
            return new Known(source.now(), new float[0]);
        }
        List<ImageTrial> all = new ArrayList<>();
        for (ImageTrial.Kind kind : KINDS) {
            for (int i = 0; i < STRENGTHS; i++) {
                all.add(ImageTrial.NONE.with(kind, strength(kind, i, shape[1])));
            }
        }
        int count = Math.min(Math.min(LIMIT, most), rows.length);
        return new Counting(source, rows, count, all, source.now(), new int[1], new int[trials]);
    }

    private record Counting(
            Source source, int[] rows, int count, List<ImageTrial> trials, Moment moment, int[] seen, int[] right)
            implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            int width = source.outputs();
            float[] outputs = new float[STRENGTHS * width];
            while (seen[0] < count) {
                int row = rows[(int) ((long) seen[0] * rows.length / count)];
                for (int from = 0; from < trials.size(); from += STRENGTHS) {
                    float[] changed = source.changed(row, trials.subList(from, from + STRENGTHS));
                    for (int done = 0; done < STRENGTHS; ) {
                        done += source.outputs(changed, done, STRENGTHS - done, outputs);
                    }
                    for (int i = 0; i < STRENGTHS; i++) {
                        right[from + i] += said(outputs, i * width, width) == (int) source.truth(row) ? 1 : 0;
                    }
                }
                seen[0]++;
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return seen[0] == count;
        }

        /** The class of the largest number; of a single one, whether it exceeds 0.5. */
        private static int said(float[] outputs, int from, int width) {
            if (width == 1) {
                return outputs[from] > 0.5 ? 1 : 0;
            }
            int said = 0;
            for (int i = 1; i < width; i++) {
                said = outputs[from + i] > outputs[from + said] ? i : said;
            }
            return said;
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[1 + right.length];
            numbers[0] = count;
            for (int i = 0; i < right.length; i++) {
                numbers[1 + i] = (float) right[i] / count;
            }
            return numbers;
        }
    }
}
