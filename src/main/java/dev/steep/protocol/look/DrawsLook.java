package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * What a layer that draws random numbers makes of the chosen sample in training, so many times: one output after the other. Training
 * goes on as if nobody looked.
 */
public record DrawsLook(String layer, int count) implements Look {
    static final String KIND = "draws";

    private static final int MOST = 16;

    static DrawsLook unpack(Unpacker from) {
        return new DrawsLook(from.word(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(layer).number(count);
    }

    @Override
    public Answering begin(Source source) {
        boolean possible = count >= 1 && count <= MOST;
        return new Known(source.now(), possible ? source.draws(layer, count) : new float[0]);
    }
}
