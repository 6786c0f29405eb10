package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NamedBytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The head of IDX files, the format of MNIST: two zero bytes, the type, the number of axes, their lengths, then the numbers, all
 * big-endian (Yann LeCun, "The MNIST database").
 */
final class IdxFile {
    private static final int MOST_AXES = 4;

    private IdxFile() {}

    /** What the numbers are. */
    enum Type {
        BYTE(0x08, 1, true),
        SIGNED_BYTE(0x09, 1, true),
        SHORT(0x0B, 2, true),
        INT(0x0C, 4, true),
        FLOAT(0x0D, 4, false),
        DOUBLE(0x0E, 8, false);

        private final int code;
        private final int width;
        private final boolean whole;

        Type(int code, int width, boolean whole) {
            this.code = code;
            this.width = width;
            this.whole = whole;
        }

        NumberArray.Type ours() {
            return this == BYTE ? NumberArray.Type.BYTE : whole ? NumberArray.Type.WHOLE : NumberArray.Type.REAL;
        }

        NumberArray.Source numbers(byte[] bytes, int start) {
            return this == BYTE ? NumberArray.bytes(bytes, start) : i -> number(bytes, start + i * width);
        }

        private double number(byte[] bytes, int at) {
            return switch (this) {
                case BYTE -> bytes[at] & 0xFF;
                case SIGNED_BYTE -> bytes[at];
                case SHORT -> (bytes[at] << 8) | (bytes[at + 1] & 0xFF);
                case INT -> int32(bytes, at);
                case FLOAT -> Float.intBitsToFloat(int32(bytes, at));
                case DOUBLE ->
                    Double.longBitsToDouble(((long) int32(bytes, at) << 32) | (int32(bytes, at + 4) & 0xFFFFFFFFL));
            };
        }

        static Optional<Type> of(int code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
        }
    }

    /** Whether a file begins like an IDX file. */
    static boolean claims(byte[] bytes) {
        return bytes.length >= 4
                && bytes[0] == 0
                && bytes[1] == 0
                && Type.of(bytes[2]).isPresent()
                && bytes[3] >= 1
                && bytes[3] <= MOST_AXES;
    }

    /** Reads the head of a file that {@link #claims} to be one; says why if it cannot be used. */
    static Optional<NumberArray> open(NamedBytes file, List<String> notices) {
        byte[] bytes = file.bytes();
        int axes = bytes[3];
        if (bytes.length < 4 + 4 * axes) {
            notices.add(file.name() + " ends within its head of " + (4 + 4 * axes) + " bytes.");
            return Optional.empty();
        }
        Type type = Type.of(bytes[2]).orElseThrow();
        int[] lengths = new int[axes];
        double size = type.width;
        for (int i = 0; i < axes; i++) {
            lengths[i] = int32(bytes, 4 + 4 * i);
            size *= i == 0 ? 1 : lengths[i];
            if (lengths[i] < 1) {
                notices.add(file.name() + " says that axis " + i + " has the length " + lengths[i]
                        + ", so there is nothing to read.");
                return Optional.empty();
            }
        }
        if (size > bytes.length - 4 - 4 * axes) {
            notices.add(file.name() + " should have samples of " + Numbers.grouped((long) size) + " bytes, but holds "
                    + Numbers.grouped(bytes.length - 4 - 4 * axes) + " in all.");
            return Optional.empty();
        }
        int present = (bytes.length - 4 - 4 * axes) / (int) size;
        if (present < lengths[0]) {
            notices.add(file.name() + " is cut off: it should hold " + Numbers.grouped(lengths[0]) + " samples, but "
                    + Numbers.grouped(present) + " are there.");
        }
        double rest = bytes.length - 4 - 4 * axes - size * lengths[0];
        if (rest > 0) {
            notices.add(file.name() + " has " + Numbers.count((long) rest, "byte")
                    + " after its last sample; they are not" + " used.");
        }
        int count = Math.min(present, lengths[0]);
        return Optional.of(
                new NumberArray(file.name(), lengths, count, type.ours(), type.numbers(bytes, 4 + 4 * axes)));
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
