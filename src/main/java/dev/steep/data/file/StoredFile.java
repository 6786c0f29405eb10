package dev.steep.data.file;

import dev.steep.math.Characters;
import java.util.List;
import java.util.Optional;

/** A file that can be had: as it was dropped, or packed in an archive and unpacked only when it is needed. */
public interface StoredFile {
    /** Enough of a file to tell what it is. */
    int BEGINNING = 4096;

    /** The folders it lies in, with {@code /} between them; empty if there is none. */
    String folder();

    /** Its name, without folders. */
    String name();

    /** Unpacked, in bytes. */
    long size();

    /** Its first {@link #BEGINNING} bytes; fewer of a shorter or damaged one. */
    byte[] beginning();

    /** All of it, unpacked; nothing if it is damaged. */
    Optional<byte[]> content();

    /** A part of it, unpacked; nothing if it is damaged, or not so long. */
    Optional<byte[]> slice(long from, int count);

    /** A sentence for a file whose content cannot be had. */
    default String lost() {
        return name() + " is damaged in its archive and left out.";
    }

    /** The folders it lies in, outermost first. */
    default List<String> folders() {
        return Characters.parts(folder().replace('\\', '/'), '/').stream()
                .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
                .toList();
    }

    /** Whether a system or a program left it there for itself: {@code .DS_Store}, {@code __MACOSX}, {@code Thumbs.db}. */
    default boolean isSystems() {
        return name().startsWith(".")
                || name().equalsIgnoreCase("Thumbs.db")
                || name().equalsIgnoreCase("desktop.ini")
                || folders().stream().anyMatch(name -> name.equals("__MACOSX") || name.startsWith("."));
    }
}
