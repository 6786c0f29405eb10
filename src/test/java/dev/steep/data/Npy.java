package dev.steep.data;

import dev.steep.data.file.NamedBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes NumPy arrays for tests. */
public final class Npy {
    private Npy() {}

    /** One number into the buffer. */
    public interface Writer {
        void write(ByteBuffer out, int i);
    }

    /** An array of version 1; numbers in C order, unless {@code fortran}, as {@code writer} numbers them. */
    public static NamedBytes write(String name, String descr, boolean fortran, int[] lengths, Writer writer) {
        int size = Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
        ByteBuffer numbers = ByteBuffer.allocate(size * 8);
        numbers.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            writer.write(numbers, i);
        }
        return raw(name, head(descr, fortran, lengths), Arrays.copyOf(numbers.array(), numbers.position()));
    }

    /** Unsigned bytes that count up from 0. */
    public static NamedBytes bytes(String name, int... lengths) {
        return write(name, "|u1", false, lengths, (out, i) -> out.put((byte) i));
    }

    /** The dictionary. */
    public static String head(String descr, boolean fortran, int... lengths) {
        String shape = Arrays.stream(lengths).mapToObj(each -> each + ",").collect(Collectors.joining(" "));
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape
                + "), }\n";
    }

    /** Any head and content. */
    public static NamedBytes raw(String name, String head, byte[] content) {
        byte[] text = head.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.writeBytes(new byte[] {(byte) text.length, (byte) (text.length >> 8)});
        bytes.writeBytes(text);
        bytes.writeBytes(content);
        return new NamedBytes(name, bytes.toByteArray());
    }
}
