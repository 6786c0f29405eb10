package dev.steep.data;

import dev.steep.data.file.NamedBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes FITS files for tests. */
public final class Fits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A part of these cards, such as {@code BITPIX  = 16}, and this content. */
    public Fits part(List<String> cards, byte[] content) {
        for (String card : cards) {
            bytes.writeBytes(card(card));
        }
        bytes.writeBytes(card("END"));
        fill((byte) ' ');
        bytes.writeBytes(content);
        fill((byte) 0);
        return this;
    }

    private static byte[] card(String text) {
        return String.format("%-80s", text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void fill(byte with) {
        while (bytes.size() % 2880 != 0) {
            bytes.write(with);
        }
    }

    public NamedBytes file(String path) {
        return NamedBytes.at(path, bytes.toByteArray());
    }

    /** An image; {@code writer} numbers the pixels from the first of the last axis given on. */
    public static Fits image(int bits, List<String> more, int[] axes, Npy.Writer writer) {
        List<String> cards = new java.util.ArrayList<>(List.of("SIMPLE  =                    T", "BITPIX  = " + bits));
        cards.add("NAXIS   = " + axes.length);
        int size = 1;
        for (int i = 0; i < axes.length; i++) {
            cards.add(String.format("NAXIS%-3d= %d / of axis %d", i + 1, axes[i], i + 1));
            size *= axes[i];
        }
        cards.addAll(more);
        ByteBuffer content = ByteBuffer.allocate(size * Math.abs(bits) / 8);
        for (int i = 0; i < size; i++) {
            writer.write(content, i);
        }
        return new Fits().part(cards, content.array());
    }
}
