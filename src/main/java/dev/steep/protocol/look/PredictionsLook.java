package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * Four numbers for each of the samples {@code from} to {@code from + count - 1} of a part: row, true class or number, what the
 * network says, and how sure it is of a class.
 */
public record PredictionsLook(DataPart part, int from, int count) implements Look {
    static final String KIND = "predictions";

    /** Numbers for each sample. */
    public static final int FIELDS = 4;

    private static final int MOST = 4096;

    static PredictionsLook unpack(Unpacker from) {
        return new PredictionsLook(DataPart.values()[from.whole()], from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part.ordinal()).number(from).number(count);
    }

    @Override
    public Answering begin(Source source) {
        Part pass = source.part(part);
        int first = Math.min(Math.max(0, from), pass.count());
        int most = Math.min(Math.min(MOST, source.affordable()), pass.count() - first);
        return new Rows(pass, first, first + Math.max(0, Math.min(count, most)));
    }

    private record Rows(Part pass, int first, int end) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return first == end || pass.upTo(end, over);
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[FIELDS * (end - first)];
            for (int i = first; i < end; i++) {
                int at = FIELDS * (i - first);
                numbers[at] = pass.row(i);
                numbers[at + 1] = pass.truth(i);
                numbers[at + 2] = pass.said(i);
                numbers[at + 3] = pass.sure(i);
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
