package dev.steep.data.file;

import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;

/** What a link says of a student's own files. It cannot carry them. */
public final class OwnFile {
    public static final Knob<String> NAME = Knob.text(
            "name",
            "",
            NamedBytes.LONGEST_NAME,
            "The file's name, so that whoever opens the link knows which one to drop.");

    public static final Knob<String> LABEL = Knob.text(
            "label", "", NamedBytes.LONGEST_NAME, "The column that is to be predicted; empty to let the lab choose.");

    /** Any file that needs no settings but its label. */
    public static final Kind KIND = Kind.of(
            "file", "Your own file", "Samples from a file that you opened; they never leave this page.", NAME, LABEL);

    private OwnFile() {}
}
