package dev.steep.data.table;

import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.StoredFile;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The bytes of a table in memory: all of its file, or of a large one rows that were chosen while it was read.
 *
 * @param bytes as they stand in the file
 * @param lines the line of the file in which each row begins; none if all are there
 * @param total how many rows the file has; 0 if all are there
 */
record LoadedText(byte[] bytes, Optional<IntList> lines, int total) {
    private static final int PIECE = 1 << 22;

    /** Reads a whole file, from the disk a piece at a time, so that it is in memory once; nothing if it cannot be read. */
    static DataJob<Optional<LoadedText>> job(StoredFile file) {
        return file instanceof GivenFile
                ? new Pieces(file)
                : DataJob.of(() -> file.content().map(LoadedText::whole));
    }

    private static LoadedText whole(byte[] bytes) {
        return new LoadedText(bytes, Optional.empty(), 0);
    }

    private static final class Pieces implements DataJob<Optional<LoadedText>> {
        private final StoredFile file;
        private final byte[] bytes;
        private int at;
        private boolean lost;

        Pieces(StoredFile file) {
            this.file = file;
            bytes = new byte[(int) file.size()];
        }

        @Override
        public boolean advance(DoubleSupplier clock, double until) {
            while (at < bytes.length && !lost) {
                int count = Math.min(PIECE, bytes.length - at);
                Optional<byte[]> piece = file.slice(at, count);
                lost = piece.isEmpty();
                piece.ifPresent(each -> System.arraycopy(each, 0, bytes, at, count));
                at += count;
                if (clock.getAsDouble() >= until) {
                    break;
                }
            }
            return at >= bytes.length || lost;
        }

        @Override
        public DataProgress progress() {
            return new DataProgress("Loading " + file.name(), at >> 10, Math.max(1, bytes.length >> 10), "kilobyte");
        }

        @Override
        public Optional<LoadedText> result() {
            return lost ? Optional.empty() : Optional.of(whole(bytes));
        }
    }
}
