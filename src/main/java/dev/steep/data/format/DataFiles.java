package dev.steep.data.format;

import dev.steep.data.file.Gzip;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.table.FileResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front door for files: looks into them, and lets the {@link FileFormat} they are in read them. Never throws. */
public final class DataFiles {
    private DataFiles() {}

    /** Why a file of this size is not even opened, if it is not. Ask before loading it into memory. */
    public static Optional<String> refusal(String name, double bytes) {
        return bytes <= NamedBytes.LARGEST
                ? Optional.empty()
                : Optional.of(name + " has " + Math.round(bytes / (1 << 20)) + " MB; files of up to "
                        + (NamedBytes.LARGEST >> 20) + " MB can be opened here. Try a part of it.");
    }

    /** Reads files that were chosen together, such as images and their labels, in any order. */
    public static FileResult read(List<NamedBytes> files) {
        List<String> notices = new ArrayList<>();
        FileFormat format = null;
        List<NamedBytes> readable = new ArrayList<>();
        for (NamedBytes file : files) {
            NamedBytes plain = Gzip.unpack(file, notices);
            Optional<FileFormat> found = FileFormat.of(plain.bytes());
            if (plain.bytes().length == 0) {
                notices.add(plain.name() + " is empty.");
            } else if (found.isEmpty()) {
                notices.add(plain.name() + " cannot be read: " + FileFormat.unknown(plain.bytes()));
            } else if (format != null && found.get() != format) {
                notices.add(plain.name() + " is left out: it is another kind of file than "
                        + readable.get(0).name() + ".");
            } else {
                format = found.get();
                readable.add(plain);
            }
        }
        if (files.isEmpty()) {
            notices.add("No file was chosen.");
        }
        return format == null
                ? FileResult.nothing(notices)
                : format.read(readable).after(notices);
    }
}
