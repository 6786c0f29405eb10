package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Samples of a part by their true class and what the network says, the worst first: those of the largest loss. First comes how many
 * there are; then six numbers for each of the first {@code most}: place in the part, row, true class, predicted class, how sure the network
 * is of it, and the loss. Where numbers are predicted, all samples are meant, and the worst are those of the largest error, which comes in
 * place of the loss. Nothing at all where no network has seen the part.
 *
 * @param truth their true class, or {@link #ANY}
 * @param said their predicted class, or {@link #ANY}; where both are any, those that differ are meant: the mistakes
 */
public record MistakesLook(DataPart part, int truth, int said, int most) implements Look {
    static final String KIND = "mistakes";

    public static final int ANY = -1;

    /** Numbers for each sample. */
    public static final int FIELDS = 6;

    private static final int LIMIT = 1000;

    /** Milliseconds from one search to the next while training: each goes through the whole part. */
    private static final double SELDOM = 1000;

    /** All samples of the validation part that the network is wrong about. */
    public static MistakesLook all(int most) {
        return new MistakesLook(DataPart.VALIDATION, ANY, ANY, most);
    }

    static MistakesLook unpack(Unpacker from) {
        return new MistakesLook(DataPart.values()[from.whole()], from.whole(), from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part.ordinal()).number(truth).number(said).number(most);
    }

    @Override
    public Answering begin(Source source) {
        return new Search(this, source.unnoticed(part));
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    private boolean means(int trueClass, int predicted) {
        return truth == ANY && said == ANY
                ? trueClass != predicted
                : (truth == ANY || truth == trueClass) && (said == ANY || said == predicted);
    }

    private record Search(MistakesLook look, Part pass) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return pass.count() == 0 || pass.upTo(pass.count(), over);
        }

        @Override
        public float[] numbers() {
            if (pass.count() == 0) {
                return new float[0];
            }
            boolean classes = pass.confusion().length > 0;
            List<Integer> found = new ArrayList<>();
            float[] badness = new float[pass.count()];
            for (int i = 0; i < pass.count(); i++) {
                if (!classes || look.means((int) pass.truth(i), (int) pass.said(i))) {
                    found.add(i);
                    badness[i] = classes ? pass.loss(i) : Math.abs(pass.said(i) - pass.truth(i));
                }
            }
            found.sort((a, b) -> Float.compare(badness[b], badness[a])); // NaN is worst
            int shown = Math.max(0, Math.min(found.size(), Math.min(LIMIT, look.most())));
            float[] numbers = new float[1 + FIELDS * shown];
            numbers[0] = found.size();
            for (int k = 0; k < shown; k++) {
                int i = found.get(k);
                int at = 1 + FIELDS * k;
                numbers[at] = i;
                numbers[at + 1] = pass.row(i);
                numbers[at + 2] = pass.truth(i);
                numbers[at + 3] = pass.said(i);
                numbers[at + 4] = pass.sure(i);
                numbers[at + 5] = badness[i];
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
