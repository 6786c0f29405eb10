package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * How long a parameter, its gradient and its change are as vectors: the {@link Norms} after the last step. Nothing where there is no
 * such parameter.
 *
 * @param parameter the name of its tensor
 */
public record NormsLook(String parameter) implements Look {
    static final String KIND = "norms";

    /** Milliseconds: a back end that does not keep gradients repeats a step for them. */
    private static final double SELDOM = 300;

    static NormsLook unpack(Unpacker from) {
        return new NormsLook(from.word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(parameter);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), source.norms(parameter));
    }
}
