package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.math.Op;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The elementary functions, for four numbers at a time, to 2 units in the last place wherever float32 reaches. Each is
 * computed for all cases at once and the right one selected: a branch would have to agree with four numbers.
 */
final class MathFunctions {
    /** log2(e), and ln 2 in two parts, the first with 15 bits, so that multiples of it are exact. */
    private static final float PER_LN2 = 1.44269504f;

    private static final float LN2_HIGH = 0.693145752f;
    private static final float LN2_LOW = 1.42860677e-6f;

    /** exp is 0 below the first and infinite above the second. */
    private static final float EXP_LEAST = -104;

    private static final float EXP_MOST = 89;

    private final Emission emission;

    MathFunctions(Emission emission) {
        this.emission = emission;
    }

    /** A function of one vector. */
    Function of(Op op) {
        return switch (op) {
            case EXP -> function(op, this::exp);
            case LOG -> function(op, this::log);
            case TANH -> function(op, this::tanh);
            case ERF -> function(op, this::erf);
            case SIN -> new WaveFunctions(emission).of(0);
            case COS -> new WaveFunctions(emission).of(1);
            case INPUT, CONST, NEG, ABS, SQRT, FLOOR, ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT ->
                throw new IllegalArgumentException(op + " is an instruction.");
        };
    }

    private Function function(Op op, BiConsumer<Code, Local> body) {
        String name = op.name().toLowerCase(Locale.ROOT);
        return emission.shared(
                op,
                () -> emission.module.function(
                        name, List.of(V128), List.of(V128), code -> body.accept(code, code.param(0))));
    }

    /** Leaves c0 + x (c1 + x (c2 + ...)). */
    static Code polynomial(Code code, Local x, double... c) {
        code.f32x4((float) c[c.length - 1]);
        for (int i = c.length - 2; i >= 0; i--) {
            code.get(x).op(F32X4_MUL).f32x4((float) c[i]).op(F32X4_ADD);
        }
        return code;
    }

    /** e^x = 2^n e^r with |r| at most ln 2 / 2; e^r by its Taylor series. 2^n in two factors, as n may be past 127. */
    private void exp(Code code, Local x) {
        Local n = code.local(V128);
        Local r = code.local(V128);
        Local half = code.local(V128);
        code.get(x).f32x4(EXP_LEAST).op(F32X4_MAX).f32x4(EXP_MOST).op(F32X4_MIN).set(x);
        code.get(x).f32x4(PER_LN2).op(F32X4_MUL).op(F32X4_NEAREST).set(n);
        code.get(x).get(n).f32x4(LN2_HIGH).op(F32X4_MUL).op(F32X4_SUB);
        code.get(n).f32x4(LN2_LOW).op(F32X4_MUL).op(F32X4_SUB).set(r);
        code.get(n).op(I32X4_TRUNC_SAT_F32X4_S).set(n);
        polynomial(code, r, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040);
        code.get(r)
                .op(F32X4_MUL)
                .get(r)
                .op(F32X4_MUL)
                .get(r)
                .op(F32X4_ADD)
                .f32x4(1)
                .op(F32X4_ADD);
        code.get(n).i32(1).op(I32X4_SHR_S).set(half);
        power(code, () -> code.get(half)).op(F32X4_MUL);
        power(code, () -> code.op(I32X4_SUB, n, half)).op(F32X4_MUL);
    }

    /** Leaves 2^n for whole n from -126 to 127. */
    private static Code power(Code code, Runnable n) {
        n.run();
        return code.i32x4(127, 127, 127, 127).op(I32X4_ADD).i32(23).op(I32X4_SHL);
    }

    /**
     * x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). With s = f / (2 + f) the logarithm of 1 + f is 2 s + 2/3
     * s^3 + 2/5 s^5 + ..., summed as f - s (f - rest) so that f, which is exact, dominates. Denormals are first made larger.
     */
    private void log(Code code, Local x) {
        Local scaled = code.local(V128);
        Local small = code.local(V128);
        Local k = code.local(V128);
        Local f = code.local(V128);
        Local s = code.local(V128);
        Local z = code.local(V128);
        Local rest = code.local(V128);
        code.get(x).f32x4(Float.MIN_NORMAL).op(F32X4_LT).set(small);
        code.get(x)
                .f32x4(1 << 23)
                .op(F32X4_MUL)
                .get(x)
                .get(small)
                .op(V128_BITSELECT)
                .set(scaled);
        int rootHalf = Float.floatToIntBits(0.70710678f);
        code.get(scaled)
                .i32x4(rootHalf, rootHalf, rootHalf, rootHalf)
                .op(I32X4_SUB)
                .i32(23);
        code.op(I32X4_SHR_S).set(k);
        code.get(scaled)
                .get(k)
                .i32(23)
                .op(I32X4_SHL)
                .op(I32X4_SUB)
                .f32x4(1)
                .op(F32X4_SUB)
                .set(f);
        code.get(k).get(small).i32x4(23, 23, 23, 23).op(V128_AND).op(I32X4_SUB);
        code.op(F32X4_CONVERT_I32X4_S).set(k);
        code.get(f).get(f).f32x4(2).op(F32X4_ADD).op(F32X4_DIV).set(s);
        code.op(F32X4_MUL, s, s).set(z);
        polynomial(code, z, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11)
                .get(z)
                .op(F32X4_MUL)
                .set(rest);
        Local half = scaled;
        Local result = rest;
        code.op(F32X4_MUL, f, f).f32x4(0.5f).op(F32X4_MUL).set(half);
        // k high - ((half - (s (half + rest) + k low)) - f)
        code.get(k).f32x4(LN2_HIGH).op(F32X4_MUL);
        code.get(half).op(F32X4_ADD, half, rest).get(s).op(F32X4_MUL);
        code.get(k)
                .f32x4(LN2_LOW)
                .op(F32X4_MUL)
                .op(F32X4_ADD)
                .op(F32X4_SUB)
                .get(f)
                .op(F32X4_SUB);
        code.op(F32X4_SUB).set(result);
        code.get(x)
                .get(result)
                .get(x)
                .f32x4(Float.POSITIVE_INFINITY)
                .op(F32X4_EQ)
                .op(V128_BITSELECT);
        code.f32x4(Float.NEGATIVE_INFINITY);
        code.get(x).f32x4(0).op(F32X4_NE).op(V128_BITSELECT);
        code.f32x4(Float.NaN);
        code.get(x).f32x4(0).op(F32X4_GE).op(V128_BITSELECT);
    }

    /** Near 0 an odd polynomial (Cephes, {@code tanhf}); else 1 - 2 / (e^2x + 1), with the sign of x. */
    private void tanh(Code code, Local x) {
        Local size = code.local(V128);
        Local z = code.local(V128);
        Local near = code.local(V128);
        code.op(F32X4_ABS, x).set(size).op(F32X4_MUL, x, x).set(z);
        polynomial(
                code, z, -3.33332819422e-1, 1.33314422036e-1, -5.37397155531e-2, 2.06390887954e-2, -5.70498872745e-3);
        code.get(z).op(F32X4_MUL).get(x).op(F32X4_MUL).get(x).op(F32X4_ADD).set(near);
        code.get(near);
        code.f32x4(1).f32x4(2);
        code.op(F32X4_ADD, size, size)
                .call(of(Op.EXP))
                .f32x4(1)
                .op(F32X4_ADD)
                .op(F32X4_DIV)
                .op(F32X4_SUB);
        code.get(size).f32x4(0.625f).op(F32X4_LT).op(V128_BITSELECT);
        signed(code, x);
    }

    /** Gives the vector on the stack, which has no sign or the same, that of x. */
    private static void signed(Code code, Local x) {
        int sign = 1 << 31;
        code.get(x).i32x4(sign, sign, sign, sign).op(V128_AND).op(V128_OR);
    }

    /**
     * Near 0 an odd polynomial; else 1 - exp(-t (1 + p(t))), with the sign of x. Coefficients by N. Juffa, "Efficient
     * implementation of erff" (2018); from 4 on erf is 1 in float32.
     */
    private void erf(Code code, Local x) {
        Local t = code.local(V128);
        Local z = code.local(V128);
        Local near = code.local(V128);
        code.op(F32X4_ABS, x).set(t).op(F32X4_MUL, x, x).set(z);
        polynomial(
                code, z, 1.28379166e-1, -3.76125336e-1, 1.12819925e-1, -2.67681349e-2, 4.99119423e-3, -5.96761703e-4);
        code.get(x).op(F32X4_MUL).get(x).op(F32X4_ADD).set(near);
        code.get(t).f32x4(4).op(F32X4_MIN).set(t);
        code.get(near).f32x4(1);
        polynomial(
                code,
                t,
                -1.28717512e-1,
                -6.34846687e-1,
                -1.06777877e-1,
                2.42546219e-2,
                -3.88396438e-3,
                3.83197126e-4,
                -1.72853470e-5);
        code.get(t).op(F32X4_MUL).get(t).op(F32X4_SUB).call(of(Op.EXP)).op(F32X4_SUB);
        signed(code, x);
        code.op(F32X4_ABS, x).f32x4(0.921875f).op(F32X4_LT).op(V128_BITSELECT);
    }
}
