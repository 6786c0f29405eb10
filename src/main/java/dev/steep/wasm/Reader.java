package dev.steep.wasm;

import java.util.Arrays;

/** Reads a module's bytes in order: what {@link Bytes} writes. Source: Core Specification 2.0, 5.2 "Values". */
final class Reader {
    private final byte[] data;
    private int position;

    Reader(byte[] data) {
        this.data = data;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= data.length;
    }

    int u8() {
        return data[position++] & 0xFF;
    }

    int u32() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = u8();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }

    /** Signed LEB128 of up to 64 bits. */
    long s64() {
        long value = 0;
        for (int shift = 0; ; ) {
            int part = u8();
            value |= (part & 0x7FL) << shift;
            shift += 7;
            if (part < 0x80) {
                return shift < 64 && (part & 0x40) != 0 ? value | -1L << shift : value;
            }
        }
    }

    int i32() {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    long i64() {
        return i32() & 0xFFFFFFFFL | (long) i32() << 32;
    }

    String name() {
        return Utf8.text(sized());
    }

    byte[] sized() {
        int length = u32();
        position += length;
        return Arrays.copyOfRange(data, position - length, position);
    }
}
