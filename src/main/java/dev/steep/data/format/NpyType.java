package dev.steep.data.format;

/**
 * The type of the numbers of a NumPy array, as its {@code descr} says: byte order, kind and bytes of each, such as {@code <f4}.
 *
 * @param little whether the lowest byte comes first
 * @param kind b (truth value), i, u, f, U (text of UTF-32) or S (text of bytes)
 * @param width bytes of one
 */
record NpyType(boolean little, char kind, int width) {
    /** The longest texts that may be labels, in bytes. */
    private static final int LONGEST_TEXT = 1024;

    /** What the text says; a kind of {@code ?} if it is nothing that can be read. */
    static NpyType of(String descr) {
        NpyType unknown = new NpyType(true, '?', 1);
        if (descr.length() < 3 || "<>|=".indexOf(descr.charAt(0)) < 0 || descr.length() > 8) {
            return unknown;
        }
        int count = 0;
        for (int i = 2; i < descr.length(); i++) {
            char digit = descr.charAt(i);
            if (digit < '0' || digit > '9') {
                return unknown;
            }
            count = 10 * count + digit - '0';
        }
        char kind = descr.charAt(1);
        boolean known =
                switch (kind) {
                    case 'b' -> count == 1;
                    case 'i', 'u' -> count == 1 || count == 2 || count == 4 || count == 8;
                    case 'f' -> count == 2 || count == 4 || count == 8;
                    case 'U' -> count > 0 && count <= LONGEST_TEXT / 4;
                    case 'S' -> count > 0 && count <= LONGEST_TEXT;
                    default -> false;
                };
        return known ? new NpyType(descr.charAt(0) != '>', kind, kind == 'U' ? 4 * count : count) : unknown;
    }

    /** What stands there instead of numbers, if it is known. */
    static String words(String descr) {
        if (descr.contains("[")) {
            return "records of several columns (a structured array); save its columns as a CSV, or each as an array of its own";
        }
        return switch (descr.length() > 1 ? descr.charAt(1) : ' ') {
            case 'O' ->
                "Python objects (a pickle), which may run any program when they are opened and are never read here; in"
                        + " Python, save numbers instead: np.save('x.npy', x.astype('float32'))";
            case 'c' -> "complex numbers; save their real and imaginary parts, x.real and x.imag, as columns";
            case 'M', 'm' -> "dates or times; save them as numbers, such as x.astype('float64')";
            default -> "values of the type " + descr + "; save them as x.astype('float32')";
        };
    }

    boolean isKnown() {
        return kind != '?';
    }

    boolean isText() {
        return kind == 'U' || kind == 'S';
    }

    NumberArray.Type ours() {
        boolean small = width == 1 && (kind == 'u' || kind == 'b');
        return small ? NumberArray.Type.BYTE : kind == 'f' ? NumberArray.Type.REAL : NumberArray.Type.WHOLE;
    }

    NumberArray.Source numbers(byte[] bytes, int start) {
        return ours() == NumberArray.Type.BYTE
                ? NumberArray.bytes(bytes, start)
                : i -> number(bytes, start + i * width);
    }

    private double number(byte[] bytes, int at) {
        if (kind == 'f') {
            return switch (width) {
                case 2 -> half((int) raw(bytes, at) & 0xFFFF);
                case 4 -> Float.intBitsToFloat((int) raw(bytes, at));
                default -> Double.longBitsToDouble(raw(bytes, at));
            };
        }
        long raw = raw(bytes, at);
        int unused = 64 - 8 * width;
        if (kind == 'i') {
            return raw << unused >> unused;
        }
        return raw >= 0 ? raw : (raw >>> 1) * 2.0 + (raw & 1);
    }

    /** The integer that stands here, signed; exactly, where a double would round it. */
    long whole(byte[] bytes, int at) {
        int unused = 64 - 8 * width;
        return raw(bytes, at) << unused >> unused;
    }

    private long raw(byte[] bytes, int at) {
        long raw = 0;
        for (int i = 0; i < width; i++) {
            raw = raw << 8 | bytes[little ? at + width - 1 - i : at + i] & 0xFF;
        }
        return raw;
    }

    /** IEEE 754's binary16: a sign, 5 bits of exponent, 10 of fraction. */
    static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double value =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24;
                    case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> (1024 + fraction) * Math.pow(2, exponent - 25);
                };
        return bits >> 15 == 0 ? value : -value;
    }

    /** A text, without the zeros behind it. */
    String text(byte[] bytes, int at) {
        StringBuilder text = new StringBuilder();
        int step = kind == 'U' ? 4 : 1;
        for (int i = at; i < at + width; i += step) {
            int point = kind == 'S' ? bytes[i] & 0xFF : (int) new NpyType(little, 'u', 4).raw(bytes, i);
            if (point != 0) {
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
            }
        }
        return text.toString();
    }
}
