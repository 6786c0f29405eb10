package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/** What each vector instruction computes, lane by lane in Java. */
final class VectorMeaning {
    interface Meaning {
        /** Vectors of 16 bytes and a shift count; a result that is an i32 is in the first four bytes. */
        ByteBuffer of(ByteBuffer a, ByteBuffer b, ByteBuffer c, int shift);
    }

    interface Singles {
        float of(float a, float b);
    }

    private final Map<Instruction, Meaning> all = new EnumMap<>(Instruction.class);

    private VectorMeaning() {
        bits();
        for (int lane = 8; lane <= 64; lane *= 2) {
            integers(lane);
        }
        for (int lane = 8; lane <= 32; lane *= 2) {
            narrower(lane);
        }
        floats();
        conversions();
    }

    static Map<Instruction, Meaning> all() {
        return new VectorMeaning().all;
    }

    static ByteBuffer vector() {
        return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A lane as a signed number. */
    static long get(ByteBuffer vector, int bits, int lane) {
        return switch (bits) {
            case 8 -> vector.get(lane);
            case 16 -> vector.getShort(2 * lane);
            case 32 -> vector.getInt(4 * lane);
            case 64 -> vector.getLong(8 * lane);
            default -> throw new IllegalArgumentException();
        };
    }

    static void put(ByteBuffer vector, int bits, int lane, long value) {
        for (int i = 0; i < bits / 8; i++) {
            vector.put(lane * bits / 8 + i, (byte) (value >> 8 * i));
        }
    }

    /** The number that a signed lane means when it is read as unsigned; 64-bit lanes are never read so. */
    static long unsigned(long value, int bits) {
        return bits == 64 ? value : value & (1L << bits) - 1;
    }

    private void bits() {
        lanes("v128_not", 64, (a, b) -> ~a);
        lanes("v128_and", 64, (a, b) -> a & b);
        lanes("v128_andnot", 64, (a, b) -> a & ~b);
        lanes("v128_or", 64, (a, b) -> a | b);
        lanes("v128_xor", 64, (a, b) -> a ^ b);
        all.put(V128_BITSELECT, (a, b, c, shift) -> {
            ByteBuffer result = vector();
            for (int i = 0; i < 16; i++) {
                result.put(i, (byte) (a.get(i) & c.get(i) | b.get(i) & ~c.get(i)));
            }
            return result;
        });
        all.put(V128_ANY_TRUE, (a, b, c, shift) -> number(a.getLong(0) != 0 || a.getLong(8) != 0 ? 1 : 0));
        all.put(I8X16_SWIZZLE, (a, b, c, shift) -> {
            ByteBuffer result = vector();
            for (int i = 0; i < 16; i++) {
                int from = b.get(i) & 0xFF;
                result.put(i, from < 16 ? a.get(from) : 0);
            }
            return result;
        });
    }

    private void integers(int bits) {
        String shape = shape(bits);
        long low = -1L << bits - 1;
        long high = ~low;
        long top = unsigned(-1, bits);
        lanes(shape + "abs", bits, (a, b) -> Math.abs(a));
        lanes(shape + "neg", bits, (a, b) -> -a);
        lanes(shape + "add", bits, (a, b) -> a + b);
        lanes(shape + "sub", bits, (a, b) -> a - b);
        lanes(shape + "mul", bits, (a, b) -> a * b);
        lanes(shape + "min_s", bits, Math::min);
        lanes(shape + "max_s", bits, Math::max);
        lanes(shape + "min_u", bits, (a, b) -> Math.min(unsigned(a, bits), unsigned(b, bits)));
        lanes(shape + "max_u", bits, (a, b) -> Math.max(unsigned(a, bits), unsigned(b, bits)));
        lanes(shape + "add_sat_s", bits, (a, b) -> clamp(a + b, low, high));
        lanes(shape + "sub_sat_s", bits, (a, b) -> clamp(a - b, low, high));
        lanes(shape + "add_sat_u", bits, (a, b) -> clamp(unsigned(a, bits) + unsigned(b, bits), 0, top));
        lanes(shape + "sub_sat_u", bits, (a, b) -> clamp(unsigned(a, bits) - unsigned(b, bits), 0, top));
        lanes(shape + "avgr_u", bits, (a, b) -> (unsigned(a, bits) + unsigned(b, bits) + 1) / 2);
        lanes(shape + "popcnt", bits, (a, b) -> Long.bitCount(unsigned(a, bits)));
        lanes(shape + "q15mulr_sat_s", bits, (a, b) -> clamp(a * b + 0x4000 >> 15, low, high));
        compare(shape, bits, "eq", order -> order == 0);
        compare(shape, bits, "ne", order -> order != 0);
        compare(shape, bits, "lt", order -> order < 0);
        compare(shape, bits, "gt", order -> order > 0);
        compare(shape, bits, "le", order -> order <= 0);
        compare(shape, bits, "ge", order -> order >= 0);
        shift(shape + "shl", bits, (a, count) -> a << count);
        shift(shape + "shr_s", bits, (a, count) -> a >> count);
        shift(shape + "shr_u", bits, (a, count) -> unsigned(a, bits) >>> count);
        put(shape + "all_true", (a, b, c, shift) -> {
            int all = 1;
            for (int i = 0; i < 128 / bits; i++) {
                all &= get(a, bits, i) != 0 ? 1 : 0;
            }
            return number(all);
        });
        put(shape + "bitmask", (a, b, c, shift) -> {
            int mask = 0;
            for (int i = 0; i < 128 / bits; i++) {
                mask |= (get(a, bits, i) < 0 ? 1 : 0) << i;
            }
            return number(mask);
        });
    }

    /** What makes lanes of twice the bits, and back. */
    private void narrower(int bits) {
        String narrow = shape(bits);
        String wide = shape(2 * bits);
        int half = 64 / bits;
        for (boolean signed : new boolean[] {true, false}) {
            String sign = signed ? "_s" : "_u";
            for (int start : new int[] {0, half}) {
                String part = start == 0 ? "_low_" : "_high_";
                put(wide + "extend" + part + narrow(narrow) + sign, (a, b, c, shift) -> {
                    ByteBuffer result = vector();
                    for (int i = 0; i < half; i++) {
                        put(result, 2 * bits, i, read(a, bits, start + i, signed));
                    }
                    return result;
                });
                put(wide + "extmul" + part + narrow(narrow) + sign, (a, b, c, shift) -> {
                    ByteBuffer result = vector();
                    for (int i = 0; i < half; i++) {
                        put(result, 2 * bits, i, read(a, bits, start + i, signed) * read(b, bits, start + i, signed));
                    }
                    return result;
                });
            }
            put(wide + "extadd_pairwise_" + narrow(narrow) + sign, (a, b, c, shift) -> {
                ByteBuffer result = vector();
                for (int i = 0; i < half; i++) {
                    put(result, 2 * bits, i, read(a, bits, 2 * i, signed) + read(a, bits, 2 * i + 1, signed));
                }
                return result;
            });
            long low = signed ? -1L << bits - 1 : 0;
            put(narrow + "narrow_" + narrow(wide) + sign, (a, b, c, shift) -> {
                ByteBuffer result = vector();
                for (int i = 0; i < half; i++) {
                    put(result, bits, i, clamp(get(a, 2 * bits, i), low, low + (1L << bits) - 1));
                    put(result, bits, half + i, clamp(get(b, 2 * bits, i), low, low + (1L << bits) - 1));
                }
                return result;
            });
        }
        put(wide + "dot_" + narrow(narrow) + "_s", (a, b, c, shift) -> {
            ByteBuffer result = vector();
            for (int i = 0; i < half; i++) {
                long sum =
                        get(a, bits, 2 * i) * get(b, bits, 2 * i) + get(a, bits, 2 * i + 1) * get(b, bits, 2 * i + 1);
                put(result, 2 * bits, i, sum);
            }
            return result;
        });
    }

    private void floats() {
        floats("abs", (a, b) -> Math.abs(a), (a, b) -> Math.abs(a));
        floats("neg", (a, b) -> -a, (a, b) -> -a);
        floats("sqrt", (a, b) -> (float) Math.sqrt(a), (a, b) -> Math.sqrt(a));
        floats("ceil", (a, b) -> (float) Math.ceil(a), (a, b) -> Math.ceil(a));
        floats("floor", (a, b) -> (float) Math.floor(a), (a, b) -> Math.floor(a));
        floats("trunc", (a, b) -> (float) ScalarMeaning.trunc(a), (a, b) -> ScalarMeaning.trunc(a));
        floats("nearest", (a, b) -> (float) Math.rint(a), (a, b) -> Math.rint(a));
        floats("add", (a, b) -> a + b, (a, b) -> a + b);
        floats("sub", (a, b) -> a - b, (a, b) -> a - b);
        floats("mul", (a, b) -> a * b, (a, b) -> a * b);
        floats("div", (a, b) -> a / b, (a, b) -> a / b);
        floats("min", Math::min, Math::min);
        floats("max", Math::max, Math::max);
        floats("pmin", (a, b) -> b < a ? b : a, (a, b) -> b < a ? b : a);
        floats("pmax", (a, b) -> a < b ? b : a, (a, b) -> a < b ? b : a);
        floatsCompare("eq", (a, b) -> (double) a == (double) b);
        floatsCompare("ne", (a, b) -> (double) a != (double) b);
        floatsCompare("lt", (a, b) -> a < b);
        floatsCompare("gt", (a, b) -> a > b);
        floatsCompare("le", (a, b) -> a <= b);
        floatsCompare("ge", (a, b) -> a >= b);
    }

    private void conversions() {
        lanes("i32x4_trunc_sat_f32x4_s", 32, (a, b) -> (int) Float.intBitsToFloat((int) a));
        lanes("i32x4_trunc_sat_f32x4_u", 32, (a, b) -> clamp((long) Float.intBitsToFloat((int) a), 0, 0xFFFFFFFFL));
        lanes("f32x4_convert_i32x4_s", 32, (a, b) -> Float.floatToRawIntBits(a));
        lanes("f32x4_convert_i32x4_u", 32, (a, b) -> Float.floatToRawIntBits(unsigned(a, 32)));
        all.put(I32X4_TRUNC_SAT_F64X2_S_ZERO, (a, b, c, shift) -> vector().putInt((int) a.getDouble(0))
                .putInt((int) a.getDouble(8)));
        all.put(I32X4_TRUNC_SAT_F64X2_U_ZERO, (a, b, c, shift) -> vector().putInt(
                        (int) clamp((long) a.getDouble(0), 0, 0xFFFFFFFFL))
                .putInt((int) clamp((long) a.getDouble(8), 0, 0xFFFFFFFFL)));
        all.put(F64X2_CONVERT_LOW_I32X4_S, (a, b, c, shift) -> vector().putDouble(a.getInt(0))
                .putDouble(a.getInt(4)));
        all.put(F64X2_CONVERT_LOW_I32X4_U, (a, b, c, shift) -> vector().putDouble(unsigned(a.getInt(0), 32))
                .putDouble(unsigned(a.getInt(4), 32)));
        all.put(F32X4_DEMOTE_F64X2_ZERO, (a, b, c, shift) -> vector().putFloat((float) a.getDouble(0))
                .putFloat((float) a.getDouble(8)));
        all.put(F64X2_PROMOTE_LOW_F32X4, (a, b, c, shift) -> vector().putDouble(a.getFloat(0))
                .putDouble(a.getFloat(4)));
    }

    private static String shape(int bits) {
        return "i" + bits + "x" + 128 / bits + "_";
    }

    private static String narrow(String shape) {
        return shape.substring(0, shape.length() - 1);
    }

    private static long read(ByteBuffer vector, int bits, int lane, boolean signed) {
        long value = get(vector, bits, lane);
        return signed ? value : unsigned(value, bits);
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(high, value));
    }

    private static ByteBuffer number(int value) {
        return vector().putInt(0, value);
    }

    /** Not every shape has every operation; {@link VectorTest} sees to it that none is missing here. */
    private void put(String name, Meaning meaning) {
        for (Instruction instruction : Instruction.values()) {
            if (instruction.name().equals(name.toUpperCase(Locale.ROOT))) {
                all.put(instruction, meaning);
            }
        }
    }

    private void lanes(String name, int bits, LongBinaryOperator lane) {
        put(name, (a, b, c, shift) -> {
            ByteBuffer result = vector();
            for (int i = 0; i < 128 / bits; i++) {
                put(result, bits, i, lane.applyAsLong(get(a, bits, i), get(b, bits, i)));
            }
            return result;
        });
    }

    private void shift(String name, int bits, LongBinaryOperator lane) {
        put(name, (a, b, c, shift) -> {
            ByteBuffer result = vector();
            for (int i = 0; i < 128 / bits; i++) {
                put(result, bits, i, lane.applyAsLong(get(a, bits, i), shift & bits - 1));
            }
            return result;
        });
    }

    private void compare(String shape, int bits, String name, IntPredicate truth) {
        boolean signless = name.equals("eq") || name.equals("ne");
        lanes(shape + name + (signless ? "" : "_s"), bits, (a, b) -> truth.test(Long.compare(a, b)) ? -1 : 0);
        if (!signless && bits < 64) {
            lanes(shape + name + "_u", bits, (a, b) -> truth.test(Long.compareUnsigned(a, b)) ? -1 : 0);
        }
    }

    private void floats(String name, Singles single, DoubleBinaryOperator number) {
        lanes(
                "f32x4_" + name,
                32,
                (a, b) -> Float.floatToRawIntBits(
                        single.of(Float.intBitsToFloat((int) a), Float.intBitsToFloat((int) b))));
        lanes(
                "f64x2_" + name,
                64,
                (a, b) -> Double.doubleToRawLongBits(
                        number.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b))));
    }

    private void floatsCompare(String name, BiPredicate<Double, Double> truth) {
        lanes(
                "f32x4_" + name,
                32,
                (a, b) -> truth.test((double) Float.intBitsToFloat((int) a), (double) Float.intBitsToFloat((int) b))
                        ? -1
                        : 0);
        lanes(
                "f64x2_" + name,
                64,
                (a, b) -> truth.test(Double.longBitsToDouble(a), Double.longBitsToDouble(b)) ? -1 : 0);
    }
}
