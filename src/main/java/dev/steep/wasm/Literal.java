package dev.steep.wasm;

/** Constants in the text format, exact to the bit. */
final class Literal {
    private Literal() {}

    static String f32(int bits) {
        float value = Float.intBitsToFloat(bits);
        String sign = bits < 0 ? "-" : "";
        if (Float.isNaN(value)) {
            return sign + "nan:0x" + Integer.toHexString(bits & 0x7FFFFF);
        }
        return Float.isInfinite(value) ? sign + "inf" : Float.toString(value);
    }

    static String f64(long bits) {
        double value = Double.longBitsToDouble(bits);
        String sign = bits < 0 ? "-" : "";
        if (Double.isNaN(value)) {
            return sign + "nan:0x" + Long.toHexString(bits & 0xFFFFFFFFFFFFFL);
        }
        return Double.isInfinite(value) ? sign + "inf" : Double.toString(value);
    }

    /** As floats if all lanes look like ordinary floats, otherwise as integers. */
    static String v128(int a, int b, int c, int d) {
        return ordinary(a) && ordinary(b) && ordinary(c) && ordinary(d) && (a | b | c | d) != 0
                ? "f32x4 " + f32(a) + " " + f32(b) + " " + f32(c) + " " + f32(d)
                : "i32x4 " + a + " " + b + " " + c + " " + d;
    }

    /** Zero, or of a size that integers and masks seldom have as floats. */
    private static boolean ordinary(int bits) {
        double size = Math.abs(Float.intBitsToFloat(bits));
        return size == 0 || size > 1e-12 && size < 1e12;
    }

    /** Bytes as a quoted string. */
    static String string(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : bytes) {
            if (b >= ' ' && b < 127 && b != '"' && b != '\\') {
                text.append((char) b);
            } else {
                text.append('\\').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return text.append('"').toString();
    }
}
