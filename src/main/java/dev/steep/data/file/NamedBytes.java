package dev.steep.data.file;

import dev.steep.math.Characters;

/**
 * A file as it was dropped on the page.
 *
 * @param name its name, without folders; of a long one the beginning, and without what cannot stand in a sentence or a link
 * @param bytes all of it; not copied
 */
public record NamedBytes(String name, byte[] bytes) {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 256 << 20;

    /** The longest name, in UTF-16 units: what a link can hold. */
    public static final int LONGEST_NAME = 120;

    public NamedBytes {
        name = Characters.cut(Characters.visible(name), LONGEST_NAME);
    }
}
