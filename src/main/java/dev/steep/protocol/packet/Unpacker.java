package dev.steep.protocol.packet;

import dev.steep.data.file.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the parts of a message in the order in which a {@link Packer} wrote them. */
public final class Unpacker {
    private final Packet packet;
    private int number;
    private int word;
    private int floats;
    private int bytes;
    private int contents;

    public Unpacker(Packet packet) {
        this.packet = packet;
    }

    public double number() {
        return packet.numbers()[number++];
    }

    public int whole() {
        return (int) number();
    }

    public boolean flag() {
        return number() != 0;
    }

    public String word() {
        return packet.words()[word++];
    }

    public float[] floats() {
        return packet.floats()[floats++];
    }

    public byte[] bytes() {
        return packet.bytes()[bytes++];
    }

    public Content content() {
        return packet.contents()[contents++];
    }

    public int[] ints() {
        int[] values = new int[whole()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole();
        }
        return values;
    }

    public double[] doubles() {
        double[] values = new double[whole()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    /** A packet that {@link Packer#packet(Packet)} wrote. */
    public Packet packet() {
        return new Packet(
                word(),
                doubles(),
                words().toArray(new String[0]),
                list(Unpacker::floats).toArray(new float[0][]),
                new byte[0][]);
    }

    public List<String> words() {
        return list(Unpacker::word);
    }

    /** A list, each item read by {@code item}. */
    public <T> List<T> list(Function<Unpacker, T> item) {
        int size = whole();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(item.apply(this));
        }
        return List.copyOf(values);
    }
}
