package dev.steep.data.file;

import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * A text, whatever program wrote it, as UTF-8. One that is UTF-8 stays where it is; any other is decoded a piece at a time.
 *
 * @param utf8 without the mark at its beginning
 * @param encoding as it was written: a word of {@link OwnFile#ENCODING}
 * @param stamp of the bytes as they were
 * @param isAsWritten whether it is the same bytes, wherever they are
 */
public record EncodedText(Content utf8, String encoding, ContentStamp stamp, boolean isAsWritten) {
    private static final int MARK = 3;
    private static final int LOOK = 4096;

    /**
     * Finds out how a text is written, and decodes it; nothing if it cannot be read.
     *
     * @param asked the encoding, if somebody knows it: a word of {@link OwnFile#ENCODING}
     */
    public static DataJob<Optional<EncodedText>> job(
            String name, Content content, Optional<String> asked, List<String> notices) {
        Checking check = new Checking(name, content);
        byte[] beginning = content.read(0, (int) Math.min(LOOK, content.size())).orElse(new byte[0]);
        return check.then(stamp -> stamp.isEmpty()
                ? DataJob.of(Optional::empty)
                : job(name, content, beginning, asked, check.utf8.isValid(), notices)
                        .then(text -> DataJob.of(() -> text.map(
                                each -> new EncodedText(each.utf8, each.encoding, stamp.get(), each.isAsWritten)))));
    }

    private static DataJob<Optional<EncodedText>> job(
            String name,
            Content content,
            byte[] beginning,
            Optional<String> asked,
            boolean valid,
            List<String> notices) {
        int high = TextDecoding.isUtf16(beginning, 0) ? 0 : TextDecoding.isUtf16(beginning, 1) ? 1 : -1;
        boolean usual = asked.isEmpty();
        if (valid && (usual ? high < 0 : asked.get().equals("utf-8"))) {
            return DataJob.of(() -> Optional.of(new EncodedText(unmarked(content, beginning), "utf-8", NONE, true)));
        }
        if (usual && high < 0) {
            Letters letters = new Letters();
            return new Pass(name, content, -1, letters)
                    .then(read -> decoded(
                            name, content, letters.areMostlyUtf8() ? "utf-8" : "windows-1252", -1, true, notices));
        }
        String encoding = asked.orElse("utf-16");
        return decoded(name, content, encoding, encoding.equals("utf-16") ? high == 0 ? 0 : 1 : -1, usual, notices);
    }

    private static final ContentStamp NONE = new ContentStamp(0, 0);

    private static Content unmarked(Content content, byte[] beginning) {
        boolean marked = beginning.length >= MARK
                && beginning[0] == (byte) 0xEF
                && beginning[1] == (byte) 0xBB
                && beginning[2] == (byte) 0xBF;
        return marked ? content.from(MARK) : content;
    }

    private static DataJob<Optional<EncodedText>> decoded(
            String name, Content content, String encoding, int high, boolean found, List<String> notices) {
        TextDecoding.Pieces decoding = new TextDecoding.Pieces(encoding, high, found);
        PiecedContent utf8 = new PiecedContent();
        return new Pass(name, content, high, piece -> utf8.add(decoding.utf8(piece)))
                .then(read -> DataJob.of(() -> {
                    decoding.say(notices);
                    return read ? Optional.of(new EncodedText(utf8, encoding, NONE, false)) : Optional.empty();
                }));
    }

    /** Counts bytes that are read in UTF-8 and could not be, and those that could. */
    private static final class Letters implements Consumer<byte[]> {
        private long unreadable;
        private long all;

        @Override
        public void accept(byte[] piece) {
            int[] counts = TextDecoding.letters(piece);
            unreadable += counts[0];
            all += counts[1];
        }

        boolean areMostlyUtf8() {
            return unreadable * 2 <= all;
        }
    }

    /** Something that is done with each piece of a text; whether all of it could be read. */
    private static final class Pass implements DataJob<Boolean> {
        private final String name;
        private final TextPieces pieces;
        private final Consumer<byte[]> work;

        Pass(String name, Content content, int high, Consumer<byte[]> work) {
            this.name = name;
            this.work = work;
            pieces = new TextPieces(content, high);
        }

        @Override
        public boolean advance(DoubleSupplier clock, double until) {
            while (!pieces.ends()) {
                byte[] piece = pieces.next();
                if (!pieces.lost()) {
                    work.accept(piece);
                }
                if (clock.getAsDouble() >= until) {
                    break;
                }
            }
            return pieces.ends();
        }

        @Override
        public DataProgress progress() {
            return progressOf(name, pieces.at(), pieces.size());
        }

        @Override
        public Boolean result() {
            return !pieces.lost();
        }
    }

    private static DataProgress progressOf(String name, long at, long size) {
        return new DataProgress("Loading " + name, (int) (at >> 10), (int) Math.max(1, size >> 10), "kilobyte");
    }

    /** Counts and checks all bytes. */
    private static final class Checking implements DataJob<Optional<ContentStamp>> {
        private static final int PIECE = 1 << 16;

        private final Utf8Check utf8 = new Utf8Check();
        private final ContentStamp.Counting counted = new ContentStamp.Counting();
        private final String name;
        private final Content content;
        private final long size;
        private long at;
        private boolean lost;

        Checking(String name, Content content) {
            this.name = name;
            this.content = content;
            size = (long) content.size();
        }

        @Override
        public boolean advance(DoubleSupplier clock, double until) {
            while (at < size && !lost) {
                int count = (int) Math.min(PIECE, size - at);
                Optional<byte[]> piece = content.read(at, count);
                lost = piece.isEmpty();
                piece.ifPresent(bytes -> {
                    utf8.update(bytes);
                    counted.add(bytes);
                });
                at += count;
                if (clock.getAsDouble() >= until) {
                    break;
                }
            }
            return at >= size || lost;
        }

        @Override
        public DataProgress progress() {
            return progressOf(name, at, size);
        }

        @Override
        public Optional<ContentStamp> result() {
            return lost ? Optional.empty() : Optional.of(counted.stamp());
        }
    }
}
