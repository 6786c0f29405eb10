package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * How many units of a layer are 0 for every sample of the training part, how many units it has, and how many samples that are: three
 * numbers. None where no network has seen all of the part, or training would wait too long for it.
 *
 * @param output the tensor that the layer gives
 */
public record ZerosLook(String output) implements Look {
    static final String KIND = "zeros";

    /** Milliseconds from one count to the next while training: each goes through the whole training part. */
    private static final double SELDOM = 1000;

    static ZerosLook unpack(Unpacker from) {
        return new ZerosLook(from.word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(output);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Counting(output, source.latest(DataPart.TRAINING));
    }

    private record Counting(String output, Part pass) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return pass.count() == 0 || pass.upTo(pass.count(), over);
        }

        @Override
        public float[] numbers() {
            int[] zeros = pass.zeros(output);
            return zeros.length == 0 ? new float[0] : new float[] {zeros[0], zeros[1], pass.count()};
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
