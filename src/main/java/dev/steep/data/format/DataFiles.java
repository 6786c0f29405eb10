package dev.steep.data.format;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.ContentStamp;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.StoredFile;
import dev.steep.data.image.ImageDecoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The front door for files: unpacks them, looks into them, and lets the {@link FileFormat} they are in read them. Never throws. */
public final class DataFiles {
    /** So many files can be opened together. */
    public static final int MOST = 50_000;

    /** Bytes of files that are looked at: of a table of so many rows are chosen. */
    private static final double MOST_READ = 4e9;

    /** Bytes of a file that is fetched from an address, at the most: it lies in memory before it is read. */
    public static final int MOST_FETCHED = NamedBytes.LARGEST;

    private final List<String> notices = new ArrayList<>();
    private final Map<FileFormat, List<StoredFile>> found = new EnumMap<>(FileFormat.class);
    private final List<StoredFile> unknown = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    private DataFiles() {}

    /** Why a file of this size is not even looked at, if it is not. */
    public static Optional<String> refusal(String name, double bytes) {
        return refusal(name, bytes, MOST_READ, "");
    }

    /** Why a file of this size is not read into memory, if it is not. */
    static Optional<String> heavy(String name, double bytes) {
        return refusal(name, bytes, NamedBytes.LARGEST, ", larger ones only as one plain table (CSV)");
    }

    private static Optional<String> refusal(String name, double bytes, double most, String but) {
        return bytes <= most
                ? Optional.empty()
                : Optional.of(name + " has " + Math.round(bytes / (1 << 20)) + " MB; files of up to "
                        + Math.round(most / (1 << 20)) + " MB can be opened here" + but + ". Try a part of it.");
    }

    /** Why so many files are not opened together, if they are not. */
    public static Optional<String> refusal(int files) {
        return files <= MOST
                ? Optional.empty()
                : Optional.of(Numbers.grouped(files) + " files are too many; up to " + Numbers.grouped(MOST)
                        + " can be opened together. Try a part of them.");
    }

    /**
     * Reads files that were chosen together, such as images and their labels, in any order.
     *
     * @param wanted what a recipe asks of them, if they are those that it waits for
     */
    public static DataJob<FileResult> job(
            List<? extends StoredFile> files, Optional<Choice> wanted, ImageDecoder decoder) {
        DataFiles all = new DataFiles();
        if (files.isEmpty()) {
            all.notices.add("No file was chosen.");
        }
        List<StoredFile> given = List.copyOf(files);
        List<StoredFile> meant =
                given.stream().filter(file -> !file.isSystems()).toList();
        return new Unpacking(meant.isEmpty() ? given : meant, all.notices)
                .then(all::sort)
                .then(usual -> all.read(usual, wanted, decoder))
                .then(result -> DataJob.of(() -> all.said(result.after(all.notices))))
                .then(result -> stamped(result, meant, wanted));
    }

    /** With what tells the files from others, and a word where a recipe waits for others. */
    private static DataJob<FileResult> stamped(FileResult result, List<StoredFile> files, Optional<Choice> wanted) {
        if (result.data().isEmpty()) {
            return DataJob.of(() -> result);
        }
        String name = result.data().get().name();
        return ContentStamp.job(files)
                .then(stamp -> DataJob.of(() -> result.stamped(stamp)
                        .after(
                                stamp
                                        .flatMap(there -> wanted.flatMap(asked -> OwnFile.doubt(asked, name, there)))
                                        .stream()
                                        .toList())));
    }

    /** Nothing is left out without a word. */
    private FileResult said(FileResult result) {
        return result.notices().isEmpty() && result.data().isEmpty()
                ? FileResult.nothing(List.of("There is no file in it that can be opened."))
                : result;
    }

    /** Looks into each of them, unless they are too many or too large together; the result is the format of most. */
    private DataJob<Optional<FileFormat>> sort(List<StoredFile> files) {
        double together = files.stream().mapToDouble(StoredFile::size).sum();
        Optional<String> refusal = refusal(files.size())
                .or(() -> isTable(files) ? Optional.empty() : heavy("All of it, unpacked,", together));
        if (refusal.isPresent()) {
            notices.add(refusal.get());
            return DataJob.of(Optional::empty);
        }
        return DataJob.of("Looking at the files", files.size(), "file", i -> look(files.get(i)), this::usual);
    }

    /** Of one table in a file rows are chosen, where they are too many. */
    private static boolean isTable(List<StoredFile> files) {
        return files.size() == 1
                && files.get(0) instanceof GivenFile
                && FileFormat.of(files.get(0).beginning())
                        .filter(FileFormat.TABLE::equals)
                        .isPresent();
    }

    private void look(StoredFile file) {
        byte[] beginning = file.beginning();
        Optional<FileFormat> format = FileFormat.of(beginning);
        if (file.size() == 0) {
            empty.add(file.name());
        } else if (format.isEmpty()) {
            unknown.add(file);
        } else {
            found.computeIfAbsent(format.get(), each -> new ArrayList<>()).add(file);
        }
    }

    /** The format that most of them have: a folder of images may hold a text about them. Of two, the one that came first. */
    private Optional<FileFormat> usual() {
        Optional<FileFormat> usual = Optional.empty();
        int most = 0;
        for (Map.Entry<FileFormat, List<StoredFile>> each : found.entrySet()) {
            if (each.getValue().size() > most) {
                most = each.getValue().size();
                usual = Optional.of(each.getKey());
            }
        }
        return usual;
    }

    private DataJob<FileResult> read(Optional<FileFormat> usual, Optional<Choice> wanted, ImageDecoder decoder) {
        say(empty, " is empty.", " are empty: ");
        for (StoredFile file : unknown.subList(0, Math.min(1, unknown.size()))) {
            notices.add(file.name() + " cannot be read: " + FileFormat.unknown(file.beginning()));
        }
        if (unknown.size() > 1) {
            notices.add("Nor can " + Numbers.count(unknown.size() - 1, "other file") + ": "
                    + NoticeText.list(names(unknown.subList(1, unknown.size()))) + ".");
        }
        if (usual.isEmpty()) {
            return DataJob.of(() -> FileResult.nothing(List.of()));
        }
        List<StoredFile> files = found.getOrDefault(usual.get(), List.of());
        String first = files.get(0).name();
        for (Map.Entry<FileFormat, List<StoredFile>> other : found.entrySet()) {
            if (other.getKey() != usual.get()) {
                say(
                        names(other.getValue()),
                        " is left out: it is another kind of file than " + first + ".",
                        " are left out, since they are another kind of file than " + first + ": ");
            }
        }
        return usual.get().read(files, wanted, decoder);
    }

    private void say(List<String> names, String one, String many) {
        if (names.size() == 1) {
            notices.add(names.get(0) + one);
        } else if (!names.isEmpty()) {
            notices.add(Numbers.count(names.size(), "file") + many + NoticeText.list(names) + ".");
        }
    }

    private static List<String> names(List<StoredFile> files) {
        return files.stream().map(StoredFile::name).toList();
    }

    /** The same at once, where nothing needs decoding. */
    public static FileResult read(List<NamedBytes> files) {
        return job(files, Optional.empty(), ImageDecoder.NONE).finish();
    }
}
