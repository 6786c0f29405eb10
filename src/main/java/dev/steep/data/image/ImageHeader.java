package dev.steep.data.image;

import java.util.Optional;

/**
 * What an image file says of itself before its pixels: known without decoding it, and so before any memory is taken for it.
 *
 * @param grey whether it has no colours
 */
record ImageHeader(int width, int height, boolean grey) {
    private static final int[] PNG = {0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int PNG_SIZE = 26;

    /** Whether a file begins like a PNG or a JPEG image. */
    static boolean claims(byte[] bytes) {
        return isPng(bytes) || isJpeg(bytes);
    }

    private static boolean isPng(byte[] bytes) {
        for (int i = 0; i < PNG.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != PNG[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length >= 3 && int8(bytes, 0) == 0xFF && int8(bytes, 1) == 0xD8 && int8(bytes, 2) == 0xFF;
    }

    /** Reads it; nothing if the file is too short for it, or damaged. */
    static Optional<ImageHeader> of(byte[] bytes) {
        Optional<ImageHeader> header = isPng(bytes) ? png(bytes) : isJpeg(bytes) ? jpeg(bytes) : Optional.empty();
        return header.filter(each -> each.width > 0 && each.height > 0);
    }

    /** After the signature, the chunk IHDR: width, height, depth, kind of colour (0 and 4 are grey). */
    private static Optional<ImageHeader> png(byte[] bytes) {
        if (bytes.length < PNG_SIZE) {
            return Optional.empty();
        }
        int colour = int8(bytes, 25);
        return Optional.of(new ImageHeader(int32(bytes, 16), int32(bytes, 20), colour == 0 || colour == 4));
    }

    /** Goes from marker to marker to the start of a frame: SOF0 to SOF15, but for the tables DHT, JPG and DAC in between. */
    private static Optional<ImageHeader> jpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 < bytes.length && int8(bytes, at) == 0xFF) {
            int marker = int8(bytes, at + 1);
            if (marker == 0xFF) { // fill bytes
                at++;
                continue;
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(
                        new ImageHeader(int16(bytes, at + 7), int16(bytes, at + 5), int8(bytes, at + 9) == 1));
            }
            at += 2 + int16(bytes, at + 2);
        }
        return Optional.empty();
    }

    long pixels() {
        return (long) width * height;
    }

    private static int int8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    private static int int16(byte[] bytes, int at) {
        return int8(bytes, at) << 8 | int8(bytes, at + 1);
    }

    private static int int32(byte[] bytes, int at) {
        return int16(bytes, at) << 16 | int16(bytes, at + 2);
    }
}
