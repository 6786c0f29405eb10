package dev.steep.data.file;

import dev.steep.math.Characters;
import java.util.Optional;

/**
 * A file that a person gave the page, not yet read.
 *
 * @param folder the folders it lies in, with {@code /} between them; empty if there is none
 * @param name its name, without folders; of a long one the beginning, and without what cannot stand in a sentence or a link
 */
public record GivenFile(String folder, String name, Content bytes) implements StoredFile {
    public GivenFile {
        name = Characters.cut(Characters.visible(name), NamedBytes.LONGEST_NAME);
    }

    /** A file whose name tells the folders it lies in: {@code photos/cats/1.png}. */
    public static GivenFile at(String path, Content bytes) {
        int end = path.lastIndexOf('/');
        return new GivenFile(path.substring(0, Math.max(0, end)), path.substring(end + 1), bytes);
    }

    @Override
    public long size() {
        return (long) bytes.size();
    }

    @Override
    public byte[] beginning() {
        return slice(0, (int) Math.min(BEGINNING, bytes.size())).orElseGet(() -> new byte[0]);
    }

    @Override
    public Optional<byte[]> content() {
        return bytes.size() > NamedBytes.LARGEST ? Optional.empty() : slice(0, (int) bytes.size());
    }

    @Override
    public Optional<byte[]> slice(long from, int count) {
        return bytes.read(from, count);
    }

    @Override
    public String lost() {
        return "The browser could not read " + name + ". Was it moved or deleted?";
    }
}
