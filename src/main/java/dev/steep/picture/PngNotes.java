package dev.steep.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Texts within a PNG file: one iTXt chunk each, in UTF-8, before its end. Source: PNG specification (Third Edition), 11.3.3. */
public final class PngNotes {
    /** The last chunk, IEND: length, name, check. */
    private static final int END = 12;

    private PngNotes() {}

    /** The same image with these texts, by their keywords such as {@code Title}, {@code Source}. */
    public static byte[] with(byte[] png, Map<String, String> notes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, png.length - END);
        notes.forEach((keyword, text) -> write(file, keyword, text));
        file.write(png, png.length - END, END);
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String keyword, String text) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        bytes(chunk, "iTXt".getBytes(StandardCharsets.US_ASCII));
        bytes(chunk, keyword.getBytes(StandardCharsets.US_ASCII));
        bytes(chunk, new byte[5]); // end of the keyword, not compressed, no language, no translation
        bytes(chunk, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = chunk.toByteArray();
        number(file, all.length - 4);
        bytes(file, all);
        CRC32 check = new CRC32();
        check.update(all, 0, all.length);
        number(file, (int) check.getValue());
    }

    private static void bytes(ByteArrayOutputStream to, byte[] bytes) {
        to.write(bytes, 0, bytes.length);
    }

    private static void number(ByteArrayOutputStream file, int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write(number >>> shift & 255);
        }
    }
}
