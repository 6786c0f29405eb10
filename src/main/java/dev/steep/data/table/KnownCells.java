package dev.steep.data.table;

import java.util.Arrays;

/** Cells as texts. Of those that come again and again, such as names of classes, the same text is given each time. */
final class KnownCells {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 40;

    private final byte[][] written = new byte[PLACES][];
    private final String[] texts = new String[PLACES];

    /** The cell that begins here. */
    String cell(CellText text, int at) {
        byte[] bytes = text.bytes();
        int end = at;
        int hash = 0;
        while (end < bytes.length && !text.isEnd(end) && bytes[end] != '"' && end - at < LONGEST) {
            hash = 31 * hash + bytes[end++];
        }
        if (end < bytes.length && !text.isEnd(end)) {
            return text.cell(at);
        }
        int place = (hash ^ hash >>> 10) & PLACES - 1;
        if (texts[place] == null || !same(written[place], bytes, at, end)) {
            written[place] = Arrays.copyOfRange(bytes, at, end);
            texts[place] = text.part(at, end);
        }
        return texts[place];
    }

    private static boolean same(byte[] known, byte[] bytes, int at, int end) {
        if (known.length != end - at) {
            return false;
        }
        for (int i = 0; i < known.length; i++) {
            if (known[i] != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }
}
