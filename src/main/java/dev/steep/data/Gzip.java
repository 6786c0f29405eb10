package dev.steep.data;

import dev.steep.catalog.Numbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Unpacks .gz files, as far as they can be. */
final class Gzip {
    private static final int PIECE = 1 << 16;

    private Gzip() {}

    /** The file unpacked, or the file itself if it is not packed; a damaged one gives what came before the damage. */
    static NamedBytes unpack(NamedBytes file, List<String> notices) {
        byte[] packed = file.bytes();
        if (packed.length < 2 || (packed[0] & 0xFF) != 0x1F || (packed[1] & 0xFF) != 0x8B) {
            return file;
        }
        String name = file.name().endsWith(".gz")
                ? file.name().substring(0, file.name().length() - 3)
                : file.name();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), PIECE)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                plain.write(piece, 0, read);
                if (plain.size() > DataFiles.LARGEST) {
                    notices.add(file.name() + " unpacks to more than " + (DataFiles.LARGEST >> 20)
                            + " MB; the rest is left out.");
                    break;
                }
            }
        } catch (IOException damaged) {
            notices.add(file.name() + " is damaged or cut off; it gave " + Numbers.count(plain.size(), "byte")
                    + " before that.");
        }
        return new NamedBytes(name, plain.toByteArray());
    }
}
