package dev.steep.protocol.look;

import dev.steep.math.statistics.Calibration;
import dev.steep.math.statistics.Ranking;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * How well the network's score for a class tells its samples of a part from the others, and whether the probabilities of its answers are
 * right. The numbers: samples of the class, other samples, the area under the ROC curve, the average precision, the expected calibration
 * error (NaN where what the network says is no probability); {@link #BIN} numbers for each bin of probabilities: how many predictions,
 * their mean probability, the share that is right; then {@link #POINT} for each threshold, the highest first: the threshold, and how many
 * samples of the class and how many others have this score or more. Nothing where no network has seen the part.
 *
 * @param of the class
 */
public record ScoresLook(DataPart part, int of) implements Look {
    static final String KIND = "scores";

    /** Numbers that come first. */
    public static final int HEAD = 5;

    /** Numbers for each bin of {@link Calibration}. */
    public static final int BIN = 3;

    /** Numbers for each threshold. */
    public static final int POINT = 3;

    /** Where thresholds begin. */
    public static final int POINTS = HEAD + BIN * Calibration.BINS;

    /** A curve has no more points than a picture has places. */
    private static final int MOST = 400;

    /** Milliseconds from one count to the next while training: each goes through the whole part. */
    private static final double SELDOM = 1000;

    static ScoresLook unpack(Unpacker from) {
        return new ScoresLook(DataPart.values()[from.whole()], from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part.ordinal()).number(of);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Counting(of, source.unnoticed(part));
    }

    private record Counting(int of, Part pass) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return pass.count() == 0 || pass.upTo(pass.count(), over);
        }

        @Override
        public float[] numbers() {
            int count = pass.count();
            int width = pass.width();
            if (count == 0 || width == 0 || of < 0 || of > Math.max(1, width - 1)) {
                return new float[0];
            }
            boolean other = width == 1 && of == 0; // the score is that of the second class
            float[] scores = new float[count];
            float[] sure = new float[count];
            boolean[] inside = new boolean[count];
            boolean[] right = new boolean[count];
            boolean finite = true;
            boolean probabilities = true;
            for (int i = 0; i < count; i++) {
                float score = pass.output(i, width == 1 ? 0 : of);
                scores[i] = other ? -score : score;
                sure[i] = pass.sure(i);
                inside[i] = pass.truth(i) == of;
                right[i] = pass.truth(i) == pass.said(i);
                finite &= Float.isFinite(score);
                probabilities &= sure[i] >= 0 && sure[i] <= 1;
            }
            return finite
                    ? numbers(Ranking.of(scores, inside), Calibration.of(sure, right), other, probabilities)
                    : new float[0];
        }

        private static float[] numbers(Ranking ranking, Calibration bins, boolean other, boolean probabilities) {
            Ranking some = ranking.thinned(MOST);
            float[] numbers = new float[POINTS + POINT * some.points()];
            numbers[0] = ranking.positives();
            numbers[1] = ranking.negatives();
            numbers[2] = (float) ranking.auc();
            numbers[3] = (float) ranking.averagePrecision();
            numbers[4] = probabilities ? (float) bins.error() : Float.NaN;
            for (int bin = 0; bin < Calibration.BINS; bin++) {
                int at = HEAD + BIN * bin;
                numbers[at] = bins.count()[bin];
                numbers[at + 1] = (float) bins.sure()[bin];
                numbers[at + 2] = (float) bins.right()[bin];
            }
            for (int i = 0; i < some.points(); i++) {
                int at = POINTS + POINT * i;
                numbers[at] = other ? 1 + some.threshold(i) : some.threshold(i);
                numbers[at + 1] = some.truePositives(i);
                numbers[at + 2] = some.falsePositives(i);
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
