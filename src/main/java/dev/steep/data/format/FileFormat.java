package dev.steep.data.format;

import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.TextDecoding;
import dev.steep.data.table.FileResult;
import dev.steep.data.table.TableReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds of files that can be read, told apart by what is in them. A further one is a further line here. */
enum FileFormat {
    IDX(IdxFile::claims, IdxReader::read),
    TABLE(TextDecoding::claims, TableReader::read);

    private final Predicate<byte[]> claims;
    private final Function<List<NamedBytes>, FileResult> reader;

    FileFormat(Predicate<byte[]> claims, Function<List<NamedBytes>, FileResult> reader) {
        this.claims = claims;
        this.reader = reader;
    }

    /** The first format that recognises the beginning of the file. */
    static Optional<FileFormat> of(byte[] bytes) {
        return Stream.of(values()).filter(format -> format.claims.test(bytes)).findFirst();
    }

    /** Reads files that are all of this format. */
    FileResult read(List<NamedBytes> files) {
        return reader.apply(files);
    }

    /** What to say about a file of no format. */
    static String unknown(byte[] bytes) {
        String known = Stream.of(Foreign.values())
                .filter(foreign -> foreign.begins(bytes))
                .map(foreign -> "it is " + foreign.words + ". ")
                .findFirst()
                .orElse("it is no text, and of no known kind. ");
        return known + "Tables (CSV, TSV) and images with labels (IDX, as MNIST comes) can be opened.";
    }

    /** Files that people have and that are none of the above, by their first bytes. */
    private enum Foreign {
        ZIP("a ZIP archive or an Office document", 'P', 'K', 3, 4),
        PNG("a PNG image", 0x89, 'P', 'N', 'G'),
        JPEG("a JPEG image", 0xFF, 0xD8, 0xFF),
        PDF("a PDF document", '%', 'P', 'D', 'F'),
        HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
        NPY("a NumPy array", 0x93, 'N', 'U', 'M', 'P', 'Y'),
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
