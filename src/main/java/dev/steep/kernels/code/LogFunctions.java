package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Local;

/**
 * The logarithm, and that of 1 + x, for four numbers at a time. What is asked for is split into 2^k (1 + f), with 1 + f between
 * sqrt(1/2) and sqrt(2).
 */
final class LogFunctions {
    private static final int ROOT_HALF = Float.floatToIntBits(0.70710678f);
    private static final int ONE = Float.floatToIntBits(1);

    private LogFunctions() {}

    /** The natural logarithm. Denormals are first made larger. */
    static void log(Code code, Local x) {
        Local scaled = code.local(V128);
        Local small = code.local(V128);
        Local k = code.local(V128);
        Local f = code.local(V128);
        code.get(x).f32x4Splat(Float.MIN_NORMAL).op(F32X4_LT).set(small);
        code.get(x)
                .f32x4Splat(1 << 23)
                .op(F32X4_MUL)
                .get(x)
                .get(small)
                .op(V128_BITSELECT)
                .set(scaled);
        split(code, scaled, k, f);
        code.get(k).get(small).i32x4Splat(23).op(V128_AND).op(I32X4_SUB);
        code.op(F32X4_CONVERT_I32X4_S).set(k);
        Local result = scaled;
        series(code, k, f);
        code.set(result);
        code.get(x)
                .get(result)
                .get(x)
                .f32x4Splat(Float.POSITIVE_INFINITY)
                .op(F32X4_EQ)
                .op(V128_BITSELECT);
        atTheEdge(code, x);
    }

    /**
     * log(1 + x). The sum is rounded; what that loses, (x - (sum - 1)), is exact and goes into f, which so is x itself near 0.
     * Zeros and infinity are handed through.
     */
    static void log1p(Code code, Local x) {
        Local sum = code.local(V128);
        Local k = code.local(V128);
        Local f = code.local(V128);
        code.get(x).f32x4Splat(1).op(F32X4_ADD).set(sum);
        split(code, sum, k, f);
        code.get(f);
        code.get(x).get(sum).f32x4Splat(1).op(F32X4_SUB).op(F32X4_SUB);
        // times 2^-k, or 0 where that is too small for a float32
        code.i32x4Splat(ONE).get(k).i32(23).op(I32X4_SHL).op(I32X4_SUB);
        code.f32x4Splat(0).op(F32X4_PMAX).op(F32X4_MUL).op(F32X4_ADD).set(f);
        code.get(k).op(F32X4_CONVERT_I32X4_S).set(k);
        Local result = f;
        series(code, k, f);
        code.set(result);
        code.get(x).get(result).op(F32X4_ADD, x, x).get(x).op(F32X4_EQ).op(V128_BITSELECT);
        atTheEdge(code, sum);
    }

    /** Splits positive numbers that are no denormals. */
    private static void split(Code code, Local x, Local k, Local f) {
        code.get(x).i32x4Splat(ROOT_HALF).op(I32X4_SUB).i32(23);
        code.op(I32X4_SHR_S).set(k);
        code.get(x)
                .get(k)
                .i32(23)
                .op(I32X4_SHL)
                .op(I32X4_SUB)
                .f32x4Splat(1)
                .op(F32X4_SUB)
                .set(f);
    }

    /**
     * Leaves k ln 2 + log(1 + f). With s = f / (2 + f) the logarithm of 1 + f is 2 s + 2/3 s^3 + 2/5 s^5 + ..., summed as
     * f - s (f - rest) so that f, which is exact, dominates.
     */
    private static void series(Code code, Local k, Local f) {
        Local s = code.local(V128);
        Local z = code.local(V128);
        Local rest = code.local(V128);
        Local half = code.local(V128);
        code.get(f).get(f).f32x4Splat(2).op(F32X4_ADD).op(F32X4_DIV).set(s);
        code.op(F32X4_MUL, s, s).set(z);
        MathFunctions.polynomial(code, z, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11)
                .get(z)
                .op(F32X4_MUL)
                .set(rest);
        code.op(F32X4_MUL, f, f).f32x4Splat(0.5f).op(F32X4_MUL).set(half);
        // k high - ((half - (s (half + rest) + k low)) - f)
        code.get(k).f32x4Splat(MathFunctions.LN2_HIGH).op(F32X4_MUL);
        code.get(half).op(F32X4_ADD, half, rest).get(s).op(F32X4_MUL);
        code.get(k)
                .f32x4Splat(MathFunctions.LN2_LOW)
                .op(F32X4_MUL)
                .op(F32X4_ADD)
                .op(F32X4_SUB)
                .get(f)
                .op(F32X4_SUB);
        code.op(F32X4_SUB);
    }

    /** Replaces the logarithm of 0 by minus infinity and that of negative numbers and NaN by NaN. */
    private static void atTheEdge(Code code, Local x) {
        code.f32x4Splat(Float.NEGATIVE_INFINITY);
        code.get(x).f32x4Splat(0).op(F32X4_NE).op(V128_BITSELECT);
        code.f32x4Splat(Float.NaN);
        code.get(x).f32x4Splat(0).op(F32X4_GE).op(V128_BITSELECT);
    }
}
