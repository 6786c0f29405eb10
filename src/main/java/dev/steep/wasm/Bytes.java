package dev.steep.wasm;

import java.util.Arrays;

/** Bytes that grow as they are written, with WebAssembly's ways to write numbers. Source: Core Specification 2.0, 5.2 "Values". */
final class Bytes {
    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[capacity];
    }

    int size() {
        return size;
    }

    Bytes u8(int value) {
        if (size == data.length) {
            grow(1);
        }
        data[size++] = (byte) value;
        return this;
    }

    /** Unsigned LEB128: seven bits a byte, lowest first, the top bit says that more follow. */
    Bytes u32(int value) {
        while ((value & ~0x7F) != 0) {
            u8(value & 0x7F | 0x80);
            value >>>= 7;
        }
        return u8(value);
    }

    /** Signed LEB128 of 32 or 64 bits. The last byte's bit 6 is the sign. */
    Bytes s64(long value) {
        while (value < -64 || value > 63) {
            u8((int) value & 0x7F | 0x80);
            value >>= 7;
        }
        return u8((int) value & 0x7F);
    }

    /** Four bytes, lowest first. */
    Bytes i32(int value) {
        return u8(value).u8(value >> 8).u8(value >> 16).u8(value >> 24);
    }

    /** Eight bytes, lowest first. */
    Bytes i64(long value) {
        return i32((int) value).i32((int) (value >>> 32));
    }

    /** A length and UTF-8. */
    Bytes name(String name) {
        byte[] bytes = Utf8.bytes(name);
        return u32(bytes.length).raw(bytes, bytes.length);
    }

    /** A length and the bytes. */
    Bytes sized(Bytes bytes) {
        return u32(bytes.size).raw(bytes.data, bytes.size);
    }

    /** Takes away what was written after this size, and returns it. */
    Bytes cut(int from) {
        Bytes rest = new Bytes(size - from);
        System.arraycopy(data, from, rest.data, 0, size - from);
        rest.size = size - from;
        size = from;
        return rest;
    }

    Bytes raw(Bytes bytes) {
        return raw(bytes.data, bytes.size);
    }

    Bytes raw(byte[] bytes, int length) {
        if (data.length - size < length) {
            grow(length);
        }
        System.arraycopy(bytes, 0, data, size, length);
        size += length;
        return this;
    }

    byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    private void grow(int more) {
        data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
    }
}
