package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/** A tensor; of a layer's output, that for the chosen sample. */
public record TensorLook(String name) implements Look {
    static final String KIND = "tensor";

    static TensorLook unpack(Unpacker from) {
        return new TensorLook(from.word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(name);
    }

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), source.tensor(name));
    }
}
