package dev.steep.data.format;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.StoredFile;
import dev.steep.data.file.TextDecoding;
import dev.steep.data.image.ImageDecoder;
import dev.steep.data.image.ImageKnobs;
import dev.steep.data.image.ImageReader;
import dev.steep.data.table.PixelTables;
import dev.steep.data.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The kinds of files that can be read, told apart by what is in them. A further one is a further line here: how it begins, what can
 * be set for it, and what reads it.
 */
public enum FileFormat {
    IDX(OwnFile.KIND, IdxFile::claims, unpacked(IdxReader::job)),
    NUMPY(OwnFile.KIND, NpyFile::claims, unpacked(NumpyReader::job)),
    IMAGES(ImageKnobs.KIND, ImageReader::claims, ImageReader::read),
    TABLE(OwnFile.KIND, TextDecoding::claims, picturesOr((files, wanted, decoder) -> unpacked(
                    all -> TableReader.job(all, wanted))
            .read(files, wanted, decoder)));

    private final Kind kind;
    private final Predicate<byte[]> claims;
    private final Reader reader;

    /** Reads files that are all of one format. */
    interface Reader {
        /** @param wanted what a recipe asks of them, if they are those that it waits for */
        DataJob<FileResult> read(List<StoredFile> files, Optional<Choice> wanted, ImageDecoder decoder);
    }

    FileFormat(Kind kind, Predicate<byte[]> claims, Reader reader) {
        this.kind = kind;
        this.claims = claims;
        this.reader = reader;
    }

    /** What can be set for files of this format; several may have the same. */
    public Kind kind() {
        return kind;
    }

    /** What a recipe's data may be if they are files. */
    public static List<Kind> kinds() {
        return Stream.of(values()).map(FileFormat::kind).distinct().toList();
    }

    /** The first format that recognises the beginning of a file. A PDF begins like text, but is none. */
    static Optional<FileFormat> of(byte[] beginning) {
        return Foreign.PDF.begins(beginning)
                ? Optional.empty()
                : Stream.of(values())
                        .filter(format -> format.claims.test(beginning))
                        .findFirst();
    }

    DataJob<FileResult> read(List<StoredFile> files, Optional<Choice> wanted, ImageDecoder decoder) {
        return reader.read(files, wanted, decoder);
    }

    /** Of tables whose rows are pictures, these; of others, what this reads. */
    private static Reader picturesOr(Reader table) {
        return (files, wanted, decoder) -> PixelTables.job(files)
                .then(pictures -> pictures.map(result -> DataJob.of(() -> result))
                        .orElseGet(() -> table.read(files, wanted, decoder)));
    }

    /** For what reads files that lie in memory. */
    private static Reader unpacked(Function<List<NamedBytes>, DataJob<FileResult>> reader) {
        return (files, wanted, decoder) -> {
            List<String> notices = new ArrayList<>();
            List<NamedBytes> plain = new ArrayList<>();
            return DataJob.of("Unpacking", files.size(), "file", i -> unpack(files.get(i), plain, notices), () -> plain)
                    .then(all -> all.isEmpty()
                            ? DataJob.of(() -> FileResult.nothing(notices))
                            : reader.apply(all).then(result -> DataJob.of(() -> result.after(notices))));
        };
    }

    private static void unpack(StoredFile file, List<NamedBytes> plain, List<String> notices) {
        if (file instanceof NamedBytes there) {
            plain.add(there);
            return;
        }
        file.content()
                .ifPresentOrElse(
                        bytes -> plain.add(new NamedBytes(file.folder(), file.name(), bytes)),
                        () -> notices.add(file.lost()));
    }

    /** What to say about a file of no format. */
    static String unknown(byte[] bytes) {
        String known = Stream.of(Foreign.values())
                .filter(foreign -> foreign.begins(bytes))
                .map(foreign -> "it is " + foreign.words + ". ")
                .findFirst()
                .orElse("it is no text, and of no known kind. ");
        return known
                + "Tables (CSV, TSV), PNG and JPEG images in a folder for each class, and images with labels (IDX, as"
                + " MNIST comes) can be opened, also in a ZIP.";
    }

    /** Files that people have and that are none of the above, by their first bytes. */
    private enum Foreign {
        ZIP("a ZIP archive within another, or an Office document", 'P', 'K', 3, 4),
        GIF("a GIF image", 'G', 'I', 'F', '8'),
        WEBP("a WebP image, sound or film", 'R', 'I', 'F', 'F'),
        PDF("a PDF document", '%', 'P', 'D', 'F'),
        HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
        PARQUET("a Parquet table", 'P', 'A', 'R', '1');

        private final String words;
        private final int[] magic;

        Foreign(String words, int... magic) {
            this.words = words;
            this.magic = magic;
        }

        boolean begins(byte[] bytes) {
            for (int i = 0; i < magic.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
