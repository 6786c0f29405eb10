package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What tells the content of files from that of others: how many bytes they have together, and their CRC-32 (RFC 1952). Several files
 * count as one, in the order of their paths, whatever their common folder is called.
 */
public record ContentStamp(long bytes, int crc) {
    /** Small enough to be gone by the next young collection: larger pieces of a large file would pile up. */
    private static final int PIECE = 1 << 16;

    /** Counts and checks what is read anyway. */
    public static final class Counting {
        private final Checksum check = new Checksum();
        private long bytes;

        /** The bytes that come next. */
        public void add(byte[] piece) {
            check.update(piece, 0, piece.length);
            bytes += piece.length;
        }

        /** Of all that came. */
        public ContentStamp stamp() {
            return new ContentStamp(bytes, check.value());
        }
    }

    /** Counts and checks files as they were dropped, a piece at a time; nothing if one of them cannot be read. */
    public static DataJob<Optional<ContentStamp>> job(List<? extends StoredFile> files) {
        return new Stamping(files);
    }

    /** {@code 4606-9f3a11c2}, as a link has it. */
    public String text() {
        return bytes + "-" + hex();
    }

    /** The CRC-32 in eight hexadecimal digits. */
    public String hex() {
        String hex = "0000000" + Integer.toHexString(crc);
        return hex.substring(hex.length() - 8);
    }

    /** Reads what {@link #text} wrote; nothing of any other text. */
    public static Optional<ContentStamp> read(String text) {
        int mark = text.indexOf('-');
        try {
            ContentStamp stamp = new ContentStamp(Long.parseLong(text.substring(0, Math.max(0, mark))), (int)
                    Long.parseLong(text.substring(mark + 1), 16));
            return Optional.of(stamp).filter(each -> each.text().equals(text));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    /** {@code 4.6 kB}. */
    public String size() {
        return Numbers.bytes(bytes);
    }

    /** Reads one file after the other. */
    private static final class Stamping implements DataJob<Optional<ContentStamp>> {
        private final List<? extends StoredFile> files;
        private final Checksum check = new Checksum();
        private final int common;
        private int file;
        private long at;
        private long bytes;
        private boolean lost;

        Stamping(List<? extends StoredFile> files) {
            this.files = files.stream()
                    .sorted(Comparator.comparing((StoredFile each) -> each.folder())
                            .thenComparing(StoredFile::name))
                    .toList();
            String top = files.isEmpty() ? "" : top(files.get(0));
            common = files.stream().allMatch(each -> top(each).equals(top)) ? top.length() : 0;
        }

        private static String top(StoredFile file) {
            int end = file.folder().indexOf('/');
            return end < 0 ? file.folder() : file.folder().substring(0, end);
        }

        @Override
        public boolean advance(DoubleSupplier clock, double until) {
            while (file < files.size() && !lost) {
                read(files.get(file));
                if (clock.getAsDouble() >= until) {
                    return file == files.size() || lost;
                }
            }
            return true;
        }

        private void read(StoredFile next) {
            if (at == 0 && files.size() > 1) {
                String path = next.folder().substring(common) + "/" + next.name() + "\n";
                byte[] name = path.getBytes(StandardCharsets.UTF_8);
                check.update(name, 0, name.length);
            }
            int count = (int) Math.min(PIECE, next.size() - at);
            Optional<byte[]> piece = next.slice(at, count);
            lost = piece.isEmpty();
            piece.ifPresent(each -> check.update(each, 0, count));
            at += count;
            bytes += count;
            if (at == next.size()) {
                at = 0;
                file++;
            }
        }

        @Override
        public DataProgress progress() {
            return new DataProgress("Checking the content", file, files.size(), "file");
        }

        @Override
        public Optional<ContentStamp> result() {
            return lost ? Optional.empty() : Optional.of(new ContentStamp(bytes, check.value()));
        }
    }
}
