package dev.steep.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Small square images as PNG files that are not compressed, so that the same pixels give the same bytes anywhere. Source: PNG (Third Edition). */
public final class PlainPng {
    private static final int MOST_STORED = 65_535;

    private PlainPng() {}

    /**
     * A file of 8 bits a number.
     *
     * @param pixels row by row, 1 number each in grey, 3 in colour
     */
    public static byte[] of(byte[] pixels, int side, boolean colour) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        file.write(signature, 0, signature.length);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        number(head, side);
        number(head, side);
        byte[] rest = {8, (byte) (colour ? 2 : 0), 0, 0, 0};
        head.write(rest, 0, rest.length);
        chunk(file, "IHDR", head.toByteArray());
        chunk(file, "IDAT", stored(rows(pixels, side)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Each row after a 0: no filter. */
    private static byte[] rows(byte[] pixels, int side) {
        int width = pixels.length / side;
        byte[] rows = new byte[pixels.length + side];
        for (int row = 0; row < side; row++) {
            System.arraycopy(pixels, row * width, rows, row * (width + 1) + 1, width);
        }
        return rows;
    }

    /** A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4). */
    private static byte[] stored(byte[] bytes) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(0x78);
        stream.write(0x01);
        for (int from = 0; from < bytes.length; from += MOST_STORED) {
            int count = Math.min(MOST_STORED, bytes.length - from);
            stream.write(from + count == bytes.length ? 1 : 0);
            stream.write(count & 255);
            stream.write(count >> 8);
            stream.write(~count & 255);
            stream.write(~count >> 8 & 255);
            stream.write(bytes, from, count);
        }
        Adler32 check = new Adler32();
        check.update(bytes, 0, bytes.length);
        number(stream, (int) check.getValue());
        return stream.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        byte[] named = new byte[content.length + 4];
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(content, 0, named, 4, content.length);
        number(file, content.length);
        file.write(named, 0, named.length);
        CRC32 check = new CRC32();
        check.update(named, 0, named.length);
        number(file, (int) check.getValue());
    }

    private static void number(ByteArrayOutputStream file, int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write(number >>> shift & 255);
        }
    }
}
