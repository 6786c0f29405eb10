package dev.steep.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a data set as its files name it: people put images into folders called {@code train} and {@code test}. */
public enum GivenPart {
    TRAINING("train", "training"),
    VALIDATION("val", "valid", "validation", "dev"),
    TEST("test", "testing");

    private final List<String> names;

    GivenPart(String... names) {
        this.names = List.of(names);
    }

    /** The part of a folder of this name. */
    public static Optional<GivenPart> of(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(part -> part.names.contains(name)).findFirst();
    }
}
