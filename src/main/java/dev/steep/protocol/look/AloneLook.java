package dev.steep.protocol.look;

import dev.steep.math.statistics.OneFeature;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * How well each feature alone tells what is to be predicted, from 0 to 1, over at most {@value #SAMPLES} training samples and for the
 * first {@value #FEATURES} features: {@link OneFeature#accuracy} for classes, {@link OneFeature#determination} for a number.
 *
 * @param classes how many classes the data have; 0 if a number is predicted
 */
public record AloneLook(int classes) implements Look {
    static final String KIND = "alone";
    private static final int SAMPLES = 2000;
    private static final int FEATURES = 64;

    static AloneLook unpack(Unpacker from) {
        return new AloneLook(from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(classes);
    }

    @Override
    public Answering begin(Source source) {
        return new Telling(source, classes);
    }

    private static final class Telling implements Answering {
        private final Moment moment;
        private final int classes;
        private final float[][] samples;
        private final float[] truths;
        private final float[] told;
        private int done;

        Telling(Source source, int classes) {
            this.classes = classes;
            moment = source.now();
            int[] rows = source.rows(DataPart.TRAINING);
            int count = Math.min(SAMPLES, rows.length);
            samples = new float[count][];
            truths = new float[count];
            for (int i = 0; i < count; i++) {
                int row = rows[(int) ((long) i * rows.length / count)];
                samples[i] = source.raw(row);
                truths[i] = source.truth(row);
            }
            told = new float[count == 0 ? 0 : Math.min(FEATURES, source.inputs())];
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            while (done < told.length) {
                told[done] = (float) alone(done);
                done++;
                if (over.getAsBoolean()) {
                    return done == told.length;
                }
            }
            return true;
        }

        private double alone(int feature) {
            float[] x = new float[samples.length];
            int[] labels = new int[samples.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = samples[i][feature];
                labels[i] = classes == 0 ? 0 : Math.max(0, Math.min(classes - 1, (int) truths[i]));
            }
            return classes == 0 ? OneFeature.determination(x, truths) : OneFeature.accuracy(x, labels, classes);
        }

        @Override
        public float[] numbers() {
            return told;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
