package dev.steep.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Samples of a part by their true class and what the network says. First comes how many there are; then five numbers for each of the
 * first {@code most}: place in the part, row, true class, predicted class, and how sure the network is of it. Nothing at all where no
 * network has seen the part.
 *
 * @param truth their true class, or {@link #ANY}
 * @param said their predicted class, or {@link #ANY}; where both are any, those that differ are meant: the mistakes
 */
public record MistakesLook(DataPart part, int truth, int said, int most) implements Look {
    static final String KIND = "mistakes";

    public static final int ANY = -1;

    /** Numbers for each sample. */
    public static final int FIELDS = 5;

    private static final int LIMIT = 1000;

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
        return new Search(this, source.latest(part));
    }

    private boolean means(int trueClass, int predicted) {
        return truth == ANY && said == ANY
                ? trueClass != predicted
                : (truth == ANY || truth == trueClass) && (said == ANY || said == predicted);
    }

    private record Search(MistakesLook look, Part pass) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return pass.upTo(pass.count(), over);
        }

        @Override
        public float[] numbers() {
            if (pass.confusion().length == 0) {
                return new float[0];
            }
            List<Integer> found = new ArrayList<>();
            int total = 0;
            for (int i = 0; i < pass.count(); i++) {
                if (look.means((int) pass.truth(i), (int) pass.said(i))) {
                    total++;
                    if (found.size() < Math.min(LIMIT, look.most())) {
                        found.add(i);
                    }
                }
            }
            float[] numbers = new float[1 + FIELDS * found.size()];
            numbers[0] = total;
            for (int k = 0; k < found.size(); k++) {
                int i = found.get(k);
                int at = 1 + FIELDS * k;
                numbers[at] = i;
                numbers[at + 1] = pass.row(i);
                numbers[at + 2] = pass.truth(i);
                numbers[at + 3] = pass.said(i);
                numbers[at + 4] = pass.sure(i);
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
