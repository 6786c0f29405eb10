package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Samples of a part beside what the network makes of them, of a network that answers with its own input. First comes how many numbers a
 * sample has; then for each sample its row, its loss, its numbers, and those that the network says, both before preparation. Nothing
 * where the network answers with something else, or its answers are too many to be kept.
 *
 * @param worst whether those of the largest loss come first, of all samples of the part; otherwise the first samples in order
 * @param most how many at the most
 */
public record ReconstructionsLook(DataPart part, boolean worst, int most) implements Look {
    static final String KIND = "reconstructions";

    /** Numbers of each sample before its own. */
    public static final int FIELDS = 2;

    private static final int LIMIT = 200;

    /** Milliseconds from one picture to the next while training. */
    private static final double SELDOM = 150;

    private static final double SELDOM_ALL = 1000;

    static ReconstructionsLook unpack(Unpacker from) {
        return new ReconstructionsLook(DataPart.values()[from.whole()], from.flag(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part.ordinal()).flag(worst).number(most);
    }

    @Override
    public double rest() {
        return worst ? SELDOM_ALL : SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Reconstructing(this, source, worst ? source.unnoticed(part) : source.part(part));
    }

    private record Reconstructing(ReconstructionsLook look, Source source, Part pass) implements Answering {
        private int seen() {
            int some = Math.min(Math.min(LIMIT, look.most()), source.affordable());
            return Math.min(pass.count(), look.worst() ? pass.count() : Math.max(0, some));
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            return seen() == 0 || pass.upTo(seen(), over);
        }

        @Override
        public float[] numbers() {
            int size = pass.width();
            if (seen() == 0 || size == 0 || size != source.unscaled(pass.row(0)).length) {
                return new float[0];
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < seen(); i++) {
                order.add(i);
            }
            if (look.worst()) {
                order.sort((a, b) -> Float.compare(pass.loss(b), pass.loss(a))); // NaN is worst
            }
            int shown = Math.max(0, Math.min(order.size(), Math.min(LIMIT, look.most())));
            float[] numbers = new float[1 + shown * (FIELDS + 2 * size)];
            numbers[0] = size;
            for (int k = 0; k < shown; k++) {
                int i = order.get(k);
                int at = 1 + k * (FIELDS + 2 * size);
                numbers[at] = pass.row(i);
                numbers[at + 1] = pass.loss(i);
                System.arraycopy(source.unscaled(pass.row(i)), 0, numbers, at + FIELDS, size);
                System.arraycopy(source.unscaled(said(i)), 0, numbers, at + FIELDS + size, size);
            }
            return numbers;
        }

        private float[] said(int i) {
            float[] said = new float[pass.width()];
            for (int place = 0; place < said.length; place++) {
                said[place] = pass.output(i, place);
            }
            return said;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
