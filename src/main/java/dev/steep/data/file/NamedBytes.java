package dev.steep.data.file;

import dev.steep.math.Characters;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file as it was dropped on the page.
 *
 * @param folder the folders it lies in, with {@code /} between them; empty if there is none
 * @param name its name, without folders; of a long one the beginning, and without what cannot stand in a sentence or a link
 * @param bytes all of it; not copied
 */
public record NamedBytes(String folder, String name, byte[] bytes) implements StoredFile {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 256 << 20;

    /** The longest name, in UTF-16 units: what a link can hold. */
    public static final int LONGEST_NAME = 120;

    public NamedBytes {
        name = Characters.cut(Characters.visible(name), LONGEST_NAME);
    }

    /** A file in no folder. */
    public NamedBytes(String name, byte[] bytes) {
        this("", name, bytes);
    }

    /** A file whose name tells the folders it lies in: {@code photos/cats/1.png}. */
    public static NamedBytes at(String path, byte[] bytes) {
        int end = path.lastIndexOf('/');
        return new NamedBytes(path.substring(0, Math.max(0, end)), path.substring(end + 1), bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] beginning() {
        return bytes.length <= BEGINNING ? bytes : Arrays.copyOf(bytes, BEGINNING);
    }

    @Override
    public Optional<byte[]> content() {
        return Optional.of(bytes);
    }

    @Override
    public Optional<byte[]> slice(long from, int count) {
        return Content.of(bytes).read(from, count);
    }
}
