package dev.steep.data.file;

import java.util.Arrays;
import java.util.Optional;

/** The bytes of a file, wherever they lie: in memory, or on the disk, from where a part is read when it is needed. */
public interface Content {
    /** How many there are. */
    double size();

    /** So many of them from this place on; nothing if they cannot be read, or are not so many. */
    Optional<byte[]> read(double from, int count);

    /** What is in a file, which is read into memory only if it is packed; nothing if it is damaged. */
    static Optional<Content> of(StoredFile file) {
        return file instanceof GivenFile given
                ? Optional.of(given.bytes())
                : file.content().map(Content::of);
    }

    /** The same from here on. */
    default Content from(int begin) {
        Content all = this;
        return new Content() {
            @Override
            public double size() {
                return all.size() - begin;
            }

            @Override
            public Optional<byte[]> read(double from, int count) {
                return all.read(from + begin, count);
            }
        };
    }

    /** Bytes in memory; not copied. */
    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** Bytes that are there. */
    record InMemory(byte[] bytes) implements Content {
        @Override
        public double size() {
            return bytes.length;
        }

        @Override
        public Optional<byte[]> read(double from, int count) {
            if (from < 0 || count < 0 || from + count > bytes.length) {
                return Optional.empty();
            }
            return Optional.of(
                    count == bytes.length ? bytes : Arrays.copyOfRange(bytes, (int) from, (int) from + count));
        }
    }
}
