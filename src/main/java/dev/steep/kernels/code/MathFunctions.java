package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.math.expr.Op;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.function.BiConsumer;

/**
 * The elementary functions, for four numbers at a time, to 2 units in the last place wherever float32 reaches. Each is
 * computed for all cases at once and the right one selected: a branch would have to agree with four numbers.
 */
public final class MathFunctions {
    /** log2(e), ln 2, and ln 2 in two parts, the first with 15 bits, so that multiples of it are exact. */
    private static final float PER_LN2 = 1.44269504f;

    private static final float LN2 = 0.693147181f;
    static final float LN2_HIGH = 0.693145752f;
    static final float LN2_LOW = 1.42860677e-6f;

    /** Its last bit counts ones, and the bits of a float that is some more end with how much more. */
    private static final float ROUNDER = 12582912;

    private static final int ROUNDER_BITS = 0x4B400000;

    /** The exponent of 1, less 1: as the last bits of a rounder it makes them the exponent of half the power of two. */
    private static final int HALF = 126;

    private static final int SIGN = 1 << 31;

    /** exp is 0 below the first and infinite above the second. */
    private static final float EXP_LEAST = -104;

    private static final float EXP_MOST = 89;

    /** exp(x) - 1 is -1 below the first and x itself nearer to 0 than the second. */
    private static final float EXPM1_LEAST = -18;

    private static final float EXPM1_IS_X = 0x1p-25f;

    private final Emission emission;

    MathFunctions(Emission emission) {
        this.emission = emission;
    }

    /** Replaces the vector on the stack by the function's values: written out, but for sine and cosine, which are long. */
    public void apply(Op op, Code code) {
        switch (op) {
            case EXP -> written(code, MathFunctions::exp);
            case EXPM1 -> written(code, MathFunctions::expm1);
            case LOG -> written(code, LogFunctions::log);
            case LOG1P -> written(code, LogFunctions::log1p);
            case TANH -> written(code, MathFunctions::tanh);
            case ERF -> written(code, MathFunctions::erf);
            case SIN -> code.call(new WaveFunctions(emission).of(0));
            case COS -> code.call(new WaveFunctions(emission).of(1));
            case INPUT, CONST, NEG, ABS, SQRT, FLOOR, ADD, SUB, MUL, DIV, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT ->
                throw new IllegalArgumentException(op + " is an instruction.");
        }
    }

    private static void written(Code code, BiConsumer<Code, Local> body) {
        code.scope(() -> {
            Local x = code.local(V128);
            code.set(x);
            body.accept(code, x);
        });
    }

    /** Leaves c0 + x (c1 + x (c2 + ...)). */
    static Code polynomial(Code code, Local x, double... c) {
        code.f32x4Splat((float) c[c.length - 1]);
        for (int i = c.length - 2; i >= 0; i--) {
            code.get(x).op(F32X4_MUL).f32x4Splat((float) c[i]).op(F32X4_ADD);
        }
        return code;
    }

    /** e^x = 2^n e^r. 2^n in two factors, as n may be past 127. */
    private static void exp(Code code, Local x) {
        Local n = code.local(V128);
        Local half = code.local(V128);
        Local r = code.local(V128);
        code.get(x)
                .f32x4Splat(EXP_LEAST)
                .op(F32X4_PMAX)
                .f32x4Splat(EXP_MOST)
                .op(F32X4_PMIN)
                .set(x);
        whole(code, x, PER_LN2, ROUNDER, n, r);
        lessLn2(code, x, r);
        growth(code, r).f32x4Splat(1).op(F32X4_ADD);
        code.get(n).i32x4Splat(ROUNDER_BITS).op(I32X4_SUB).set(n);
        code.get(n).i32(1).op(I32X4_SHR_S).set(half);
        code.get(half);
        power(code, 127).op(F32X4_MUL).op(I32X4_SUB, n, half);
        power(code, 127).op(F32X4_MUL);
    }

    /**
     * Twice h = 2^(n-1) (e^r - 1) + 2^(n-1) - 1/2, so that 2^n may be too large for a float32. Numbers near 0 are handed through:
     * halves of denormals are not exact, and -0 has no other way to keep its sign.
     */
    private static void expm1(Code code, Local x) {
        Local bounded = code.local(V128);
        Local n = code.local(V128);
        Local r = code.local(V128);
        code.get(x).f32x4Splat(EXPM1_LEAST).op(F32X4_PMAX);
        code.f32x4Splat(EXP_MOST).op(F32X4_PMIN).set(bounded);
        whole(code, bounded, PER_LN2, ROUNDER + HALF, n, r);
        lessLn2(code, bounded, r);
        growth(code, r);
        code.get(n).i32(23).op(I32X4_SHL).tee(n).op(F32X4_MUL);
        Local h = r;
        code.get(n).f32x4Splat(0.5f).op(F32X4_SUB).op(F32X4_ADD).set(h);
        code.get(x).op(F32X4_ADD, h, h);
        code.op(F32X4_ABS, x).f32x4Splat(EXPM1_IS_X).op(F32X4_LT).op(V128_BITSELECT);
    }

    /** Replaces the whole number r by x - r ln 2, rounded once; x is lost. */
    private static void lessLn2(Code code, Local x, Local r) {
        Local left = x;
        code.get(x).get(r).f32x4Splat(LN2_HIGH).op(F32X4_MUL).op(F32X4_SUB).set(left);
        code.get(left).get(r).f32x4Splat(LN2_LOW).op(F32X4_MUL).op(F32X4_SUB).set(r);
    }

    /**
     * Rounds x factor to a whole number: adding a number so large that its last bit counts ones does it.
     *
     * @param rounder that number
     * @param n receives the sum, with the whole number in its last bits
     * @param whole receives the whole number
     */
    private static void whole(Code code, Local x, float factor, float rounder, Local n, Local whole) {
        code.get(x).f32x4Splat(factor).op(F32X4_MUL).f32x4Splat(rounder).op(F32X4_ADD);
        code.tee(n).f32x4Splat(rounder).op(F32X4_SUB).set(whole);
    }

    /**
     * Leaves e^r - 1 for r at most ln 2 / 2 away from 0, as r + r^2 q(r), where q is the polynomial whose largest relative error
     * is least (1.4e-8), its coefficients then moved by some last bits so that tanh is best. Pairs of terms of q are put
     * together first, so that fewer additions wait for each other.
     */
    private static Code growth(Code code, Local r) {
        Local square = code.local(V128);
        code.op(F32X4_MUL, r, r).set(square);
        polynomial(code, r, 0.5, 0.1666654497385025);
        polynomial(code, r, 0.04166743531823158, 0.008366257883608341);
        code.get(square).f32x4Splat(0.0013871006667613983f).op(F32X4_MUL).op(F32X4_ADD);
        code.get(square).op(F32X4_MUL).op(F32X4_ADD);
        return code.get(square).op(F32X4_MUL).get(r).op(F32X4_ADD);
    }

    /** Makes 2^n of whole n on the stack, which are given less this bias; for n from -126 to 127. */
    private static Code power(Code code, int bias) {
        return code.i32x4Splat(bias).op(I32X4_ADD).i32(23).op(I32X4_SHL);
    }

    /**
     * Of the absolute value, whose sign is put back at the end: h / (1 + h) with h = (e^2x - 1) / 2 = 2^(n-1) (e^r - 1) + 2^(n-1)
     * - 1/2, as m - m m / (1 + h) where m is the smaller of h and 1. So what is rounded is small where the result is, and near
     * 1 as well. From 9.5 on the result is 1. No other case needs a code of its own.
     */
    private static void tanh(Code code, Local x) {
        Local sign = code.local(V128);
        Local n = code.local(V128);
        Local r = code.local(V128);
        Local m = code.local(V128);
        code.get(x).i32x4Splat(SIGN).op(V128_AND).set(sign);
        code.op(V128_XOR, x, sign).f32x4Splat(9.5f).op(F32X4_PMIN).set(x);
        whole(code, x, 2 * PER_LN2, ROUNDER + HALF, n, r);
        code.op(F32X4_ADD, x, x);
        code.get(r).f32x4Splat(LN2).op(F32X4_MUL).op(F32X4_SUB).set(r);
        growth(code, r);
        code.get(n).i32(23).op(I32X4_SHL).tee(n).op(F32X4_MUL);
        Local h = r;
        code.get(n).f32x4Splat(0.5f).op(F32X4_SUB).op(F32X4_ADD).set(h);
        code.get(h).f32x4Splat(1).op(F32X4_PMIN).set(m);
        code.get(m).get(m);
        code.get(m).get(h).f32x4Splat(1).op(F32X4_ADD).op(F32X4_DIV);
        code.op(F32X4_MUL).op(F32X4_SUB).get(sign).op(V128_OR);
    }

    /** Gives the vector on the stack, which has no sign or the same, that of x. */
    private static void signed(Code code, Local x) {
        code.get(x).i32x4Splat(SIGN).op(V128_AND).op(V128_OR);
    }

    /**
     * Near 0 an odd polynomial; else 1 - exp(-t (1 + p(t))), with the sign of x. Coefficients by N. Juffa, "Efficient
     * implementation of erff" (2018); from 4 on erf is 1 in float32.
     */
    private static void erf(Code code, Local x) {
        Local t = code.local(V128);
        Local z = code.local(V128);
        Local near = code.local(V128);
        code.op(F32X4_ABS, x).set(t).op(F32X4_MUL, x, x).set(z);
        polynomial(
                code, z, 1.28379166e-1, -3.76125336e-1, 1.12819925e-1, -2.67681349e-2, 4.99119423e-3, -5.96761703e-4);
        code.get(x).op(F32X4_MUL).get(x).op(F32X4_ADD).set(near);
        code.get(t).f32x4Splat(4).op(F32X4_PMIN).set(t);
        code.get(near).f32x4Splat(1);
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
        code.get(t).op(F32X4_MUL).get(t).op(F32X4_SUB);
        written(code, MathFunctions::exp);
        code.op(F32X4_SUB);
        signed(code, x);
        code.op(F32X4_ABS, x).f32x4Splat(0.921875f).op(F32X4_LT).op(V128_BITSELECT);
    }
}
