package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * What preparation makes of some inputs, for training samples: the numbers of the formula, and histograms before and after.
 * Of a large part, every so manieth sample is looked at.
 *
 * @param from the first input; of images, whose pixels share one scale, there is input 0 alone
 * @param count how many inputs at the most
 */
public record PreparedLook(int from, int count) implements Look {
    static final String KIND = "prepared";

    /** Bars of a histogram. */
    public static final int BARS = 24;

    /** Numbers of the answer before the bars: warp, centre, factor, missing, low and high before, low and high after, at an end. */
    private static final int HEAD = 9;

    private static final int SEEN = 4096;

    static PreparedLook unpack(Unpacker from) {
        return new PreparedLook(from.whole(), from.whole());
    }

    /**
     * One input in an answer.
     *
     * @param numbers the whole answer
     * @param at where the input begins
     */
    public record Input(float[] numbers, int at) {
        /** Ordinal of what is done to a number before it is rescaled: nothing, ln, asinh. */
        public int warp() {
            return (int) numbers[at];
        }

        public double centre() {
            return numbers[at + 1];
        }

        public double factor() {
            return numbers[at + 2];
        }

        /** How many of the samples that were looked at have no number here. */
        public int missing() {
            return (int) numbers[at + 3];
        }

        /** Whether it has two values and no other. */
        public boolean binary() {
            float all = 0;
            for (float bar : bars(false)) {
                all += bar;
            }
            return numbers[at + 8] == all;
        }

        public double low(boolean after) {
            return numbers[at + (after ? 6 : 4)];
        }

        public double high(boolean after) {
            return numbers[at + (after ? 7 : 5)];
        }

        /** Counts from {@link #low} to {@link #high}. */
        public float[] bars(boolean after) {
            int first = at + HEAD + (after ? BARS : 0);
            return Arrays.copyOfRange(numbers, first, first + BARS);
        }
    }

    /** How many inputs an answer tells of. */
    public static int inputs(float[] numbers) {
        return numbers.length / (HEAD + 2 * BARS);
    }

    /** One of them. */
    public static Input input(float[] numbers, int place) {
        return new Input(numbers, place * (HEAD + 2 * BARS));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(from).number(count);
    }

    /** Nothing of it changes while training goes on. */
    @Override
    public double rest() {
        return 5000;
    }

    @Override
    public Answering begin(Source source) {
        return new Counting(this, source);
    }

    /** First where the numbers lie, then how many fall into each bar. */
    private static final class Counting implements Answering {
        private final Source source;
        private final int first;
        private final int inputs;
        private final boolean shared;
        private final int[] rows;
        private final float[] numbers;
        private final Moment moment;
        private int next;

        Counting(PreparedLook look, Source source) {
            this.source = source;
            moment = source.now();
            double[] scale = source.scale();
            shared = source.shape().length > 1;
            int[] all = source.rows(DataPart.TRAINING);
            int width = all.length == 0 ? 0 : shared ? 1 : source.unscaled(all[0]).length;
            first = Math.max(0, look.from);
            inputs = Math.max(0, Math.min(look.count, width - first));
            int step = 1 + all.length / (shared ? SEEN / 8 : SEEN);
            rows = new int[(all.length + step - 1) / step];
            Arrays.setAll(rows, i -> all[i * step]);
            numbers = new float[inputs * (HEAD + 2 * BARS)];
            for (int i = 0; i < inputs; i++) {
                int at = i * (HEAD + 2 * BARS);
                for (int k = 0; k < 3; k++) {
                    numbers[at + k] = (float) scale[(scale.length == 3 ? 0 : 3 * (first + i)) + k];
                }
                for (int k = 4; k < 8; k += 2) {
                    numbers[at + k] = Float.POSITIVE_INFINITY;
                    numbers[at + k + 1] = Float.NEGATIVE_INFINITY;
                }
            }
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            while (next < 2 * rows.length) {
                int row = rows[next % rows.length];
                float[] before = source.unscaled(row);
                float[] after = source.prepared(row);
                boolean bars = next >= rows.length;
                for (int i = 0; i < before.length; i++) {
                    int place = shared ? 0 : i - first;
                    if (place >= 0 && place < inputs) {
                        int at = place * (HEAD + 2 * BARS);
                        see(before[i], at, 4, at + HEAD, bars);
                        see(after[i], at, 6, at + HEAD + BARS, bars);
                        numbers[at + 8] +=
                                bars && (before[i] == numbers[at + 4] || before[i] == numbers[at + 5]) ? 1 : 0;
                        numbers[at + 3] += !bars && Float.isNaN(before[i]) ? 1 : 0;
                    }
                }
                next++;
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return next == 2 * rows.length;
        }

        private void see(float number, int at, int ends, int bars, boolean count) {
            if (Float.isNaN(number) || Float.isInfinite(number)) {
                return;
            }
            if (!count) {
                numbers[at + ends] = Math.min(numbers[at + ends], number);
                numbers[at + ends + 1] = Math.max(numbers[at + ends + 1], number);
                return;
            }
            double low = numbers[at + ends];
            double high = numbers[at + ends + 1];
            int bar = high > low ? (int) (BARS * (number - low) / (high - low)) : BARS / 2;
            numbers[bars + Math.min(BARS - 1, bar)]++;
        }

        @Override
        public float[] numbers() {
            return numbers;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
