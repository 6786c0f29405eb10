package dev.steep.wasm;

/** Names as bytes and back. Not by Java's charsets, which TeaVM's WebAssembly build refuses in small programs. */
final class Utf8 {
    private Utf8() {}

    static byte[] bytes(String text) {
        Bytes bytes = new Bytes(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point < 0x80) {
                bytes.u8(point);
                continue;
            }
            int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
            bytes.u8(0xF0 << 3 - more & 0xFF | point >> 6 * more);
            for (int k = more - 1; k >= 0; k--) {
                bytes.u8(0x80 | point >> 6 * k & 0x3F);
            }
        }
        return bytes.toArray();
    }

    /** Of well-formed bytes. */
    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; ) {
            int first = bytes[i++] & 0xFF;
            int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
            int point = more == 0 ? first : first & 0x3F >> more;
            for (int k = 0; k < more; k++) {
                point = point << 6 | bytes[i++] & 0x3F;
            }
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
