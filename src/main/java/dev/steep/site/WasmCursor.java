package dev.steep.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads numbers and texts, one after the other. */
final class WasmCursor {
    final byte[] bytes;
    int at;

    WasmCursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** The byte before. */
    int last() {
        return bytes[at - 1] & 0xff;
    }

    void skip(int length) {
        at += length;
    }

    /** The next bytes, so many. */
    byte[] rest(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    int next() {
        return bytes[at++] & 0xff;
    }

    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = next();
            number |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
    }

    /** Goes behind what is imported, and returns of which kind it is. */
    int skipImport() {
        int kind = next();
        switch (kind) {
            case 0 -> number();
            case 1 -> {
                skipType();
                skipLimits();
            }
            case 2 -> skipLimits();
            case 3 -> {
                skipType();
                next();
            }
            case 4 -> {
                next();
                number();
            }
            default -> throw new IllegalArgumentException("Imports of kind " + kind + " are unknown.");
        }
        return kind;
    }

    /** A reference to a type that the module declares takes a second number. */
    void skipType() {
        int type = next();
        if (type == 0x63 || type == 0x64) {
            number();
        }
    }

    private void skipLimits() {
        boolean maximum = (next() & 1) != 0;
        number();
        if (maximum) {
            number();
        }
    }

    String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, UTF_8);
    }
}
