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
    FITS(OwnFile.KIND, FitsReader::claims, unpacked(FitsReader::job)),
    JSON(OwnFile.KIND, JsonFile::claims, unpacked(JsonFile::job)),
    IMAGES(ImageKnobs.KIND, ImageReader::claims, ImageReader::read),
    TABLE(OwnFile.KIND, TextDecoding::claims, picturesOr((files, wanted, decoder) -> TableReader.job(files, wanted)));

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

    /** The first format that recognises the beginning of a file. A PDF and a MATLAB file begin like text, but are none. */
    static Optional<FileFormat> of(byte[] beginning) {
        return Foreign.PDF.begins(beginning) || Foreign.MATLAB.begins(beginning)
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
        for (Foreign foreign : Foreign.values()) {
            if (foreign.begins(bytes)) {
                return foreign.words + (foreign.how.isEmpty() ? "" : " " + foreign.how);
            }
        }
        return "it is no text, and of no known kind. Tables (CSV, TSV, JSON), PNG and JPEG images in a folder for each class,"
                + " images with labels (IDX, as MNIST comes), NumPy arrays (.npy, .npz) and FITS can be opened, also in a ZIP.";
    }

    /** Files that people have and that are none of the above, by their first bytes, and how to make something of them that is. */
    private enum Foreign {
        EXCEL(
                "it is an Office document, or a ZIP archive within another.",
                "Save a spreadsheet as CSV (File, Save as), or in Python: pandas.read_excel('a.xlsx').to_csv('a.csv', index=False).",
                'P',
                'K',
                3,
                4),
        OLD_OFFICE("it is an old Office document (.xls).", "Save it as CSV (File, Save as).", 0xD0, 0xCF, 0x11, 0xE0),
        GIF("it is a GIF image.", "Save it as PNG.", 'G', 'I', 'F', '8'),
        WEBP("it is a WebP image, sound or film.", "Save images as PNG or JPEG.", 'R', 'I', 'F', 'F'),
        TIFF_LITTLE("it is a TIFF image.", "Save it as PNG.", 'I', 'I', 42, 0),
        TIFF_BIG("it is a TIFF image.", "Save it as PNG.", 'M', 'M', 0, 42),
        PDF("it is a PDF document.", "Copy its table into a spreadsheet, and save that as CSV.", '%', 'P', 'D', 'F'),
        MATLAB(
                "it is a MATLAB file (.mat).",
                "In MATLAB: writematrix(x, 'x.csv'); in Python: m = scipy.io.loadmat('a.mat'), then"
                        + " numpy.savez('a.npz', x=m['x'], y=m['y']).",
                'M',
                'A',
                'T',
                'L',
                'A',
                'B'),
        HDF5(
                "it is an HDF5 file (.h5, or .mat of MATLAB 7.3).",
                "In Python: f = h5py.File('a.h5'), then numpy.savez('a.npz', x=f['x'][:], y=f['y'][:]).",
                0x89,
                'H',
                'D',
                'F'),
        PARQUET(
                "it is a Parquet table.",
                "In Python: pandas.read_parquet('a.parquet').to_csv('a.csv', index=False).",
                'P',
                'A',
                'R',
                '1'),
        FEATHER(
                "it is a Feather table.",
                "In Python: pandas.read_feather('a.feather').to_csv('a.csv').",
                'A',
                'R',
                'R',
                'O',
                'W',
                '1'),
        PICKLE(
                "it is a Python pickle, which may run any program when it is opened and is never read here.",
                "In Python, save arrays by numpy.savez('a.npz', x=x, y=y), tables by .to_csv('a.csv').",
                0x80,
                -1,
                0x95),
        OLD_PICKLE(
                "it is a Python pickle, which may run any program when it is opened and is never read here.",
                "In Python, save arrays by numpy.savez('a.npz', x=x, y=y), tables by .to_csv('a.csv').",
                0x80,
                -1,
                '}'),
        BZIP("it is packed by bzip2.", "Unpack it, or pack it by gzip.", 'B', 'Z', 'h'),
        XZ("it is packed by xz.", "Unpack it, or pack it by gzip.", 0xFD, '7', 'z', 'X', 'Z'),
        SEVEN("it is a 7z archive.", "Pack it as ZIP.", '7', 'z', 0xBC, 0xAF),
        RAR("it is a RAR archive.", "Pack it as ZIP.", 'R', 'a', 'r', '!'),
        SQLITE("it is an SQLite database.", "Export a table as CSV.", 'S', 'Q', 'L', 'i', 't', 'e');

        private final String words;
        private final String how;
        private final int[] magic;

        Foreign(String words, String how, int... magic) {
            this.words = words;
            this.how = how;
            this.magic = magic;
        }

        boolean begins(byte[] bytes) {
            for (int i = 0; i < magic.length; i++) {
                if (i >= bytes.length || magic[i] >= 0 && (bytes[i] & 0xFF) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
