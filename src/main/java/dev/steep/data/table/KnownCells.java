package dev.steep.data.table;

/** Cells of a column as texts. Of those that come again and again, such as names of classes, the same text is given each time. */
final class KnownCells {
    private static final int PLACES = 256;
    private static final int LONGEST = 40;

    private final CellText text;
    private final int[] starts = new int[PLACES];
    private final int[] ends = new int[PLACES];
    private final String[] texts = new String[PLACES];

    KnownCells(CellText text) {
        this.text = text;
    }

    /** The cell that begins here. */
    String cell(int at) {
        byte[] bytes = text.bytes();
        int end = at;
        int hash = 0;
        while (end < bytes.length && !text.isEnd(end) && bytes[end] != '"' && end - at < LONGEST) {
            hash = 31 * hash + bytes[end++];
        }
        if (end < bytes.length && !text.isEnd(end)) {
            return text.cell(at);
        }
        int place = (hash ^ hash >>> 8) & PLACES - 1;
        if (texts[place] != null && same(bytes, starts[place], ends[place], at, end)) {
            return texts[place];
        }
        starts[place] = at;
        ends[place] = end;
        texts[place] = text.part(at, end);
        return texts[place];
    }

    private static boolean same(byte[] bytes, int from, int to, int at, int end) {
        if (to - from != end - at) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != bytes[at + i - from]) {
                return false;
            }
        }
        return true;
    }
}
