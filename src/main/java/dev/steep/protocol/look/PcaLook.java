package dev.steep.protocol.look;

import dev.steep.math.statistics.Pca;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a layer gives of the first samples of a part, projected onto the two directions in which it differs most ({@link Pca}). First come
 * the shares of the variance along the two; then four numbers for each sample: row, true class or number, and its place along both.
 * Nothing where there is no such tensor, or numbers in it are not finite.
 *
 * @param output the tensor that the layer gives
 */
public record PcaLook(String output, DataPart part) implements Look {
    static final String KIND = "pca";

    /** Numbers that come first. */
    public static final int HEAD = 2;

    /** Numbers for each sample. */
    public static final int FIELDS = 4;

    /** More points than this hide each other. */
    private static final int MOST = 256;

    /** Products that are added up at the most: less than a tenth of a second. */
    private static final double PRODUCTS = 6e7;

    /** Numbers that are held at the most. */
    private static final double NUMBERS = 4e6;

    /** Milliseconds from one picture to the next while training. */
    private static final double SELDOM = 2000;

    static PcaLook unpack(Unpacker from) {
        return new PcaLook(from.word(), DataPart.values()[from.whole()]);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(output).number(part.ordinal());
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        Part pass = source.part(part);
        int width = source.units(output);
        int count = Math.min(MOST, Math.min(pass.count(), source.affordable()));
        while (count > 2
                && ((double) count * Math.min(count, width) * width > PRODUCTS || (double) count * width > NUMBERS)) {
            count--;
        }
        return width == 0 || count < 2
                ? new Known(source.now(), new float[0])
                : new Projecting(source, this, pass, count, width);
    }

    private static final class Projecting implements Answering {
        private final Source source;
        private final PcaLook look;
        private final Part pass;
        private final Moment moment;
        private final int count;
        private final int width;
        private final float[] raw;
        private final float[] units;
        private int done;
        private boolean complete;
        private float[] numbers = new float[0];
        private @Nullable Pca pca;

        Projecting(Source source, PcaLook look, Part pass, int count, int width) {
            this.source = source;
            this.look = look;
            this.pass = pass;
            this.count = count;
            this.width = width;
            moment = source.now();
            units = new float[count * width];
            raw = new float[count * source.inputs()];
            for (int i = 0; i < count; i++) {
                System.arraycopy(source.raw(pass.row(i)), 0, raw, i * source.inputs(), source.inputs());
            }
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            while (!complete) {
                if (done < count) {
                    done += source.units(look.output(), raw, done, count - done, units);
                } else if (pca == null) {
                    pca = new Pca(units, count, width);
                    complete = !finite(units);
                } else if (pca.advance(over)) {
                    numbers = numbers(pca);
                    complete = true;
                }
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return complete;
        }

        private static boolean finite(float[] numbers) {
            for (float each : numbers) {
                if (!Float.isFinite(each)) {
                    return false;
                }
            }
            return true;
        }

        private float[] numbers(Pca found) {
            float[] all = new float[HEAD + FIELDS * count];
            double[] across = found.scores(0);
            double[] up = found.scores(1);
            all[0] = (float) found.share(0);
            all[1] = (float) found.share(1);
            for (int i = 0; i < count; i++) {
                int at = HEAD + FIELDS * i;
                all[at] = pass.row(i);
                all[at + 1] = pass.truth(i);
                all[at + 2] = (float) across[i];
                all[at + 3] = (float) up[i];
            }
            return all;
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
