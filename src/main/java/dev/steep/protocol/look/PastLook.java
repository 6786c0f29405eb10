package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * A weight or slot as it was at the end of a kept epoch, or what a layer gave for the chosen sample then, whatever is shown now; the
 * network is left alone. Nothing where that epoch is not kept, or there is no such tensor.
 *
 * @param epoch 0 for the first weights
 */
public record PastLook(String tensor, int epoch) implements Look {
    static final String KIND = "past";

    /** Milliseconds from one picture to the next while training: what is past does not change. */
    private static final double SELDOM = 1000;

    static PastLook unpack(Unpacker from) {
        return new PastLook(from.word(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(tensor).number(epoch);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), source.past(tensor, epoch));
    }
}
