package dev.steep.protocol.packet;

import dev.steep.data.file.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes the parts of a message one after the other; an {@link Unpacker} reads them in the same order. */
public final class Packer {
    private final List<Double> numbers = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<float[]> floats = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();

    public Packer number(double number) {
        numbers.add(number);
        return this;
    }

    public Packer flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    public Packer word(String word) {
        words.add(word);
        return this;
    }

    public Packer floats(float[] values) {
        floats.add(values);
        return this;
    }

    public Packer bytes(byte[] values) {
        bytes.add(values);
        return this;
    }

    /** A file that the other side reads. */
    public Packer content(Content file) {
        contents.add(file);
        return this;
    }

    public Packer ints(int[] values) {
        number(values.length);
        for (int value : values) {
            number(value);
        }
        return this;
    }

    public Packer doubles(double[] values) {
        number(values.length);
        for (double value : values) {
            number(value);
        }
        return this;
    }

    public Packer words(List<String> values) {
        return list(values, (to, value) -> to.word(value));
    }

    /** A list, each item written by {@code item}. */
    public <T> Packer list(List<T> values, BiConsumer<Packer, T> item) {
        number(values.size());
        values.forEach(value -> item.accept(this, value));
        return this;
    }

    /** A whole packet; its bytes excepted. */
    public Packer packet(Packet packet) {
        return word(packet.tag())
                .doubles(packet.numbers())
                .words(List.of(packet.words()))
                .list(List.of(packet.floats()), Packer::floats);
    }

    /** Everything written so far, as a packet. */
    public Packet packet(String tag) {
        double[] plain = new double[numbers.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers.get(i);
        }
        return new Packet(
                tag,
                plain,
                words.toArray(new String[0]),
                floats.toArray(new float[0][]),
                bytes.toArray(new byte[0][]),
                contents.toArray(new Content[0]));
    }
}
