package dev.steep.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/** Packs files for {@code web/lzma.js}. */
final class Lzma {
    private static final int LONGEST_MATCH = LZMA2Options.NICE_LEN_MAX;
    private static final int DEPTH = 500;

    private Lzma() {}

    /** As small as it gets for code, which is not aligned. */
    static byte[] pack(byte[] content) {
        return pack(content, LZMA2Options.LC_DEFAULT, LZMA2Options.LP_DEFAULT, 0);
    }

    /**
     * A whole {@code .lzma} file.
     *
     * @param literalContext how many high bits of the byte before tell literals apart
     * @param literalPlace how many low bits of the place do
     * @param place how many low bits of the place tell all else apart
     */
    static byte[] pack(byte[] content, int literalContext, int literalPlace, int place) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (LZMAOutputStream out =
                new LZMAOutputStream(packed, options(content, literalContext, literalPlace, place), content.length)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static LZMA2Options options(byte[] content, int literalContext, int literalPlace, int place)
            throws UnsupportedOptionsException {
        LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_MAX);
        options.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, content.length));
        options.setLcLp(literalContext, literalPlace);
        options.setPb(place);
        options.setNiceLen(LONGEST_MATCH);
        options.setDepthLimit(DEPTH);
        return options;
    }
}
