package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/** What the network says of the chosen sample: numbers in their own unit, however they are rescaled for training. */
public record AnswerLook() implements Look {
    static final String KIND = "answer";

    static AnswerLook unpack(Unpacker from) {
        return new AnswerLook();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {}

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), source.answer());
    }
}
