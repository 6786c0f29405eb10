package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What each scalar instruction computes, in Java. An ArithmeticException stands for a trap. */
final class ScalarMeaning {
    interface Meaning {
        /** The second argument means nothing to an instruction with one. */
        Object of(Object a, Object b);
    }

    interface Ints {
        int of(int a, int b);
    }

    interface Longs {
        long of(long a, long b);
    }

    interface Floats {
        float of(float a, float b);
    }

    interface Doubles {
        double of(double a, double b);
    }

    interface Truth {
        boolean of(int compared);
    }

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
    private final Map<Instruction, Meaning> all = new EnumMap<>(Instruction.class);

    private ScalarMeaning() {
        integers();
        floats();
        comparisons();
        conversions();
    }

    static Map<Instruction, Meaning> all() {
        return new ScalarMeaning().all;
    }

    private void integers() {
        both("clz", (a, b) -> Integer.numberOfLeadingZeros(a), (a, b) -> Long.numberOfLeadingZeros(a));
        both("ctz", (a, b) -> Integer.numberOfTrailingZeros(a), (a, b) -> Long.numberOfTrailingZeros(a));
        both("popcnt", (a, b) -> Integer.bitCount(a), (a, b) -> Long.bitCount(a));
        both("add", (a, b) -> a + b, (a, b) -> a + b);
        both("sub", (a, b) -> a - b, (a, b) -> a - b);
        both("mul", (a, b) -> a * b, (a, b) -> a * b);
        both(
                "div_s",
                (a, b) -> a == Integer.MIN_VALUE && b == -1 ? Math.toIntExact(1L << 31) : a / b,
                (a, b) -> a == Long.MIN_VALUE && b == -1 ? Math.negateExact(a) : a / b);
        both("div_u", Integer::divideUnsigned, Long::divideUnsigned);
        both("rem_s", (a, b) -> a % b, (a, b) -> a % b);
        both("rem_u", Integer::remainderUnsigned, Long::remainderUnsigned);
        both("and", (a, b) -> a & b, (a, b) -> a & b);
        both("or", (a, b) -> a | b, (a, b) -> a | b);
        both("xor", (a, b) -> a ^ b, (a, b) -> a ^ b);
        both("shl", (a, b) -> a << b, (a, b) -> a << b);
        both("shr_s", (a, b) -> a >> b, (a, b) -> a >> b);
        both("shr_u", (a, b) -> a >>> b, (a, b) -> a >>> b);
        both("rotl", Integer::rotateLeft, (a, b) -> Long.rotateLeft(a, (int) b));
        both("rotr", Integer::rotateRight, (a, b) -> Long.rotateRight(a, (int) b));
        both("extend8_s", (a, b) -> (byte) a, (a, b) -> (byte) a);
        both("extend16_s", (a, b) -> (short) a, (a, b) -> (short) a);
        all.put(I64_EXTEND32_S, (a, b) -> (long) (int) (long) a);
    }

    private void floats() {
        floats("abs", (a, b) -> Math.abs(a), (a, b) -> Math.abs(a));
        floats("neg", (a, b) -> -a, (a, b) -> -a);
        floats("ceil", (a, b) -> (float) Math.ceil(a), (a, b) -> Math.ceil(a));
        floats("floor", (a, b) -> (float) Math.floor(a), (a, b) -> Math.floor(a));
        floats("trunc", (a, b) -> (float) trunc(a), (a, b) -> trunc(a));
        floats("nearest", (a, b) -> (float) Math.rint(a), (a, b) -> Math.rint(a));
        floats("sqrt", (a, b) -> (float) Math.sqrt(a), (a, b) -> Math.sqrt(a));
        floats("add", (a, b) -> a + b, (a, b) -> a + b);
        floats("sub", (a, b) -> a - b, (a, b) -> a - b);
        floats("mul", (a, b) -> a * b, (a, b) -> a * b);
        floats("div", (a, b) -> a / b, (a, b) -> a / b);
        floats("min", Math::min, Math::min);
        floats("max", Math::max, Math::max);
        floats("copysign", Math::copySign, Math::copySign);
    }

    private void comparisons() {
        all.put(I32_EQZ, (a, b) -> (int) a == 0 ? 1 : 0);
        all.put(I64_EQZ, (a, b) -> (long) a == 0 ? 1 : 0);
        compare("eq", c -> c == 0);
        compare("lt", c -> c < 0);
        compare("gt", c -> c > 0);
        compare("le", c -> c <= 0);
        compare("ge", c -> c >= 0);
        compare("ne", c -> c != 0);
    }

    private void conversions() {
        all.put(I32_WRAP_I64, (a, b) -> (int) (long) a);
        all.put(I64_EXTEND_I32_S, (a, b) -> (long) (int) a);
        all.put(I64_EXTEND_I32_U, (a, b) -> Integer.toUnsignedLong((int) a));
        all.put(F32_CONVERT_I32_S, (a, b) -> (float) (int) a);
        all.put(F32_CONVERT_I32_U, (a, b) -> (float) Integer.toUnsignedLong((int) a));
        all.put(F32_CONVERT_I64_S, (a, b) -> (float) (long) a);
        all.put(F32_CONVERT_I64_U, (a, b) -> unsigned((long) a).floatValue());
        all.put(F64_CONVERT_I32_S, (a, b) -> (double) (int) a);
        all.put(F64_CONVERT_I32_U, (a, b) -> (double) Integer.toUnsignedLong((int) a));
        all.put(F64_CONVERT_I64_S, (a, b) -> (double) (long) a);
        all.put(F64_CONVERT_I64_U, (a, b) -> unsigned((long) a).doubleValue());
        all.put(F32_DEMOTE_F64, (a, b) -> (float) (double) a);
        all.put(F64_PROMOTE_F32, (a, b) -> (double) (float) a);
        all.put(I32_REINTERPRET_F32, (a, b) -> Float.floatToRawIntBits((float) a));
        all.put(I64_REINTERPRET_F64, (a, b) -> Double.doubleToRawLongBits((double) a));
        all.put(F32_REINTERPRET_I32, (a, b) -> Float.intBitsToFloat((int) a));
        all.put(F64_REINTERPRET_I64, (a, b) -> Double.longBitsToDouble((long) a));
        for (String to : new String[] {"I32", "I64"}) {
            for (String from : new String[] {"F32", "F64"}) {
                for (boolean signed : new boolean[] {true, false}) {
                    String suffix = "_" + from + (signed ? "_S" : "_U");
                    int bits = to.equals("I32") ? 32 : 64;
                    all.put(valueOf(to + "_TRUNC" + suffix), (a, b) -> truncated(a, bits, signed, false));
                    all.put(valueOf(to + "_TRUNC_SAT" + suffix), (a, b) -> truncated(a, bits, signed, true));
                }
            }
        }
    }

    private static Object truncated(Object number, int bits, boolean signed, boolean saturate) {
        double value = ((Number) number).doubleValue();
        BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger high = low.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
        BigInteger whole;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            if (!saturate) {
                throw new ArithmeticException();
            }
            whole = Double.isNaN(value) ? BigInteger.ZERO : value < 0 ? low : high;
        } else {
            BigInteger exact = new BigDecimal(value).toBigInteger();
            whole = exact.max(low).min(high);
            if (!saturate && !whole.equals(exact)) {
                throw new ArithmeticException();
            }
        }
        return bits == 32 ? (Object) whole.intValue() : (Object) whole.longValue();
    }

    private static BigInteger unsigned(long value) {
        BigInteger signed = BigInteger.valueOf(value);
        return value < 0 ? signed.add(TWO_64) : signed;
    }

    static double trunc(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    private void both(String name, Ints ints, Longs longs) {
        all.put(named("i32", name), (a, b) -> ints.of((int) a, (int) b));
        all.put(named("i64", name), (a, b) -> longs.of((long) a, b instanceof Long c ? c : 0));
    }

    private void floats(String name, Floats floats, Doubles doubles) {
        all.put(named("f32", name), (a, b) -> floats.of((float) a, b instanceof Float c ? c : 0));
        all.put(named("f64", name), (a, b) -> doubles.of((double) a, b instanceof Double c ? c : 0));
    }

    private void compare(String name, Truth truth) {
        boolean signless = name.equals("eq") || name.equals("ne");
        String signed = signless ? name : name + "_s";
        String unsigned = signless ? name : name + "_u";
        all.put(named("i32", signed), (a, b) -> truth.of(Integer.compare((int) a, (int) b)) ? 1 : 0);
        all.put(named("i64", signed), (a, b) -> truth.of(Long.compare((long) a, (long) b)) ? 1 : 0);
        if (!signless) {
            all.put(named("i32", unsigned), (a, b) -> truth.of(Integer.compareUnsigned((int) a, (int) b)) ? 1 : 0);
            all.put(named("i64", unsigned), (a, b) -> truth.of(Long.compareUnsigned((long) a, (long) b)) ? 1 : 0);
        }
        all.put(named("f32", name), (a, b) -> floating((float) a, (float) b, name, truth));
        all.put(named("f64", name), (a, b) -> floating((double) a, (double) b, name, truth));
    }

    /** Zeros are equal whatever their sign; with NaN only "ne" is true. */
    private static int floating(double a, double b, String name, Truth truth) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return name.equals("ne") ? 1 : 0;
        }
        return truth.of(a < b ? -1 : a > b ? 1 : 0) ? 1 : 0;
    }

    private static Instruction named(String type, String name) {
        return Instruction.valueOf((type + "_" + name).toUpperCase(Locale.ROOT));
    }
}
