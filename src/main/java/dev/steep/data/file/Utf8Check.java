package dev.steep.data.file;

/** Whether bytes are UTF-8, a piece at a time: no other byte, nothing longer than need be, no half of a pair (Unicode, table 3-7). */
final class Utf8Check {
    private int more; // bytes of a character that is not complete
    private int low;
    private int high;
    private boolean broken;

    void update(byte[] bytes) {
        int length = broken ? 0 : bytes.length;
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c >= 0 && more == 0) {
                continue;
            }
            c &= 0xFF;
            if (more > 0) {
                broken |= c < low || c > high;
                low = 0x80;
                high = 0xBF;
                more--;
            } else {
                more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 0;
                broken |= more == 0;
                low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
                high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
            }
        }
    }

    /** Of all that was given. */
    boolean isValid() {
        return !broken && more == 0;
    }
}
