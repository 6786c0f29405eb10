package dev.steep.data.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes in memory that came a piece at a time; joining them would take as much memory again. */
final class PiecedContent implements Content {
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int size;

    void add(byte[] piece) {
        if (piece.length > 0) {
            pieces.add(piece);
            starts.add(size);
            size += piece.length;
        }
    }

    @Override
    public double size() {
        return size;
    }

    @Override
    public Optional<byte[]> read(double from, int count) {
        if (from < 0 || count < 0 || from + count > size) {
            return Optional.empty();
        }
        byte[] bytes = new byte[count];
        int done = 0;
        for (int i = count == 0 ? 0 : place((int) from); done < count; i++) {
            int begin = (int) from + done - starts.get(i);
            int part = Math.min(pieces.get(i).length - begin, count - done);
            System.arraycopy(pieces.get(i), begin, bytes, done, part);
            done += part;
        }
        return Optional.of(bytes);
    }

    private int place(int from) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (starts.get(middle) <= from) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
