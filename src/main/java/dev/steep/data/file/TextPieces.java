package dev.steep.data.file;

import java.util.Arrays;
import java.util.Optional;

/** The pieces of a text, one after the other; none ends within a character, whatever its encoding. */
final class TextPieces {
    /** Small enough to be gone by the next young collection: larger pieces of a large file would pile up. */
    private static final int PIECE = 1 << 16;

    private final Content content;
    private final long size;
    private final int unit;
    private final int high;
    private final int piece;
    private byte[] left = new byte[0];
    private long at;
    private boolean lost;

    /** @param high of UTF-16, where the high byte of each two stands; -1 of what has single bytes */
    TextPieces(Content content, int high) {
        this(content, high, PIECE);
    }

    TextPieces(Content content, int high, int piece) {
        this.content = content;
        this.high = high;
        this.piece = piece;
        size = (long) content.size();
        unit = high < 0 ? 1 : 2;
    }

    boolean ends() {
        return lost || at == size && left.length == 0;
    }

    boolean lost() {
        return lost;
    }

    /** How many bytes are read. */
    long at() {
        return at;
    }

    long size() {
        return size;
    }

    /** The next one; empty if the content is lost. */
    byte[] next() {
        int end = 0;
        while (end == 0) {
            int count = (int) Math.min(Math.max(piece, left.length), size - at);
            Optional<byte[]> read = content.read(at, count);
            if (read.isEmpty()) {
                lost = true;
                return new byte[0];
            }
            byte[] bytes = read.get();
            if (left.length > 0) {
                bytes = Arrays.copyOf(left, left.length + count);
                System.arraycopy(read.get(), 0, bytes, left.length, count);
            }
            left = bytes;
            at += count;
            end = at == size ? left.length : end();
        }
        byte[] whole = end == left.length ? left : Arrays.copyOf(left, end);
        left = Arrays.copyOfRange(left, end, left.length);
        return whole;
    }

    /** Behind the last ASCII character, which is no part of another; 0 if there is none. */
    private int end() {
        for (int i = left.length / unit * unit - unit; i >= 0; i -= unit) {
            boolean ascii = unit == 1 ? left[i] >= 0 : left[i + high] == 0 && left[i + 1 - high] >= 0;
            if (ascii) {
                return i + unit;
            }
        }
        return 0;
    }
}
