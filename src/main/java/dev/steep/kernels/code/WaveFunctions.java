package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.F32;
import static dev.steep.wasm.Type.F64;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.I64;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * Sine and cosine: the argument less a whole number of quarter turns, in float64, then a polynomial on the eighth turn
 * left. Angles past 2^20 are rare and are reduced one by one, by Payne and Hanek's method.
 */
final class WaveFunctions {
    private static final float FAR = 1 << 20;
    private static final double TWO_PER_PI = 0.6366197723675814;

    /** pi/2 in two parts; the first has 33 bits, so that multiples below 2^20 of it are exact. */
    private static final double QUARTER_HIGH = 1.5707963267341256;

    private static final double QUARTER_LOW = 6.077100506506192e-11;

    /** pi/2 in units of 2^-62 of a quarter turn. */
    private static final double QUARTER_UNIT = 1.5707963267948966 / 4611686018427387904.0;

    /** The bits of 2/pi, from the binary point on. */
    private static final int[] TWO_PER_PI_BYTES = {
        0xA2, 0xF9, 0x83, 0x6E, 0x4E, 0x44, 0x15, 0x29, 0xFC, 0x27, 0x57, 0xD1, 0xF5, 0x34, 0xDD, 0xC0, 0xDB, 0x62,
        0x95, 0x99, 0x3C, 0x43, 0x90, 0x41
    };

    private final Emission emission;

    WaveFunctions(Emission emission) {
        this.emission = emission;
    }

    /** A function of one vector: its sine advanced by so many quarter turns. */
    Function of(int advance) {
        return emission.shared(
                "wave " + advance,
                () -> emission.module.function(
                        advance == 0 ? "sin" : "cos", List.of(V128), List.of(V128), code -> write(code, advance)));
    }

    private void write(Code code, int advance) {
        Local x = code.param(0);
        Local rest = code.local(V128);
        Local quarters = code.local(V128);
        near(code, x, rest, quarters);
        code.op(F32X4_ABS, x).f32x4Splat(FAR).op(F32X4_GT).op(V128_ANY_TRUE).when(() -> far(code, x, rest, quarters));
        code.get(quarters).i32x4Splat(advance).op(I32X4_ADD).set(quarters);
        Local z = code.local(V128);
        code.op(F32X4_MUL, rest, rest).set(z);
        MathFunctions.polynomial(code, z, 1, -1.0 / 2, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800);
        MathFunctions.polynomial(code, z, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880);
        code.get(z).op(F32X4_MUL).get(rest).op(F32X4_MUL).get(rest).op(F32X4_ADD);
        code.get(quarters).i32x4Splat(1).op(V128_AND).i32x4Splat(1).op(I32X4_EQ);
        code.op(V128_BITSELECT);
        code.get(quarters).i32x4Splat(2).op(V128_AND).i32(30).op(I32X4_SHL).op(V128_XOR);
        if (advance == 0) {
            // a sum loses the sign of zero
            code.set(z).get(x).get(z).get(x).f32x4Splat(0).op(F32X4_EQ).op(V128_BITSELECT);
        }
    }

    /** All four in float64, two at a time. */
    private static void near(Code code, Local x, Local rest, Local quarters) {
        Local[] half = code.locals(V128, 2);
        Local[] turns = code.locals(V128, 2);
        for (int i = 0; i < 2; i++) {
            code.get(x);
            if (i == 1) {
                code.get(x).shuffle(8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
            }
            code.op(F64X2_PROMOTE_LOW_F32X4).set(half[i]);
            code.get(half[i])
                    .f64(TWO_PER_PI)
                    .op(F64X2_SPLAT)
                    .op(F64X2_MUL)
                    .op(F64X2_NEAREST)
                    .set(turns[i]);
            code.get(half[i])
                    .get(turns[i])
                    .f64(QUARTER_HIGH)
                    .op(F64X2_SPLAT)
                    .op(F64X2_MUL)
                    .op(F64X2_SUB);
            code.get(turns[i]).f64(QUARTER_LOW).op(F64X2_SPLAT).op(F64X2_MUL).op(F64X2_SUB);
            code.op(F32X4_DEMOTE_F64X2_ZERO).set(half[i]);
            code.get(turns[i]).op(I32X4_TRUNC_SAT_F64X2_S_ZERO).set(turns[i]);
        }
        int[] lows = {0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23};
        code.get(half[0]).get(half[1]).shuffle(lows).set(rest);
        code.get(turns[0]).get(turns[1]).shuffle(lows).set(quarters);
    }

    private void far(Code code, Local x, Local rest, Local quarters) {
        Local lane = code.local(F32);
        Local turned = code.local(F64);
        Function reduce = reduce();
        Function turns = turns();
        for (int i = 0; i < 4; i++) {
            int at = i;
            code.get(x)
                    .op(F32X4_EXTRACT_LANE, at)
                    .tee(lane)
                    .op(F32_ABS)
                    .f32(FAR)
                    .op(F32_GT);
            code.when(() -> {
                code.get(lane).call(reduce).set(turned);
                code.get(rest)
                        .get(turned)
                        .op(F32_DEMOTE_F64)
                        .op(F32X4_REPLACE_LANE, at)
                        .set(rest);
                code.get(quarters)
                        .get(lane)
                        .call(turns)
                        .op(I32X4_REPLACE_LANE, at)
                        .set(quarters);
            });
        }
    }

    /** bits(x): x in units of 2^-62 quarter turns, whole turns dropped; x above 2^20. */
    private Function bits() {
        return emission.shared(
                "turn bits",
                () -> emission.module.function("turn bits", List.of(F32), List.of(I64), code -> {
                    int table = table();
                    Local exponent = code.local(I32);
                    Local number = code.local(I64);
                    code.get(code.param(0))
                            .op(I32_REINTERPRET_F32)
                            .i32(23)
                            .op(I32_SHR_U)
                            .i32(255);
                    code.op(I32_AND).set(exponent);
                    // 24 bits of the number, moved so that what is left of the exponent counts bytes
                    code.get(code.param(0))
                            .op(I32_REINTERPRET_F32)
                            .i32(0x7FFFFF)
                            .op(I32_AND);
                    code.i32(0x800000)
                            .op(I32_OR)
                            .get(exponent)
                            .i32(7)
                            .op(I32_AND)
                            .op(I32_SHL);
                    code.op(I64_EXTEND_I32_U).set(number);
                    // word i of the table ends at byte i of 2/pi
                    code.get(exponent)
                            .i32(3)
                            .op(I32_SHR_U)
                            .i32(15)
                            .op(I32_AND)
                            .times(4)
                            .plus(table)
                            .set(exponent);
                    code.get(number)
                            .load(I64_LOAD32_U, exponent, 32)
                            .op(I64_MUL)
                            .i64(32)
                            .op(I64_SHR_U);
                    code.get(number)
                            .load(I64_LOAD32_U, exponent, 0)
                            .op(I64_MUL)
                            .i64(32)
                            .op(I64_SHL);
                    code.op(I64_OR);
                    code.get(number)
                            .load(I64_LOAD32_U, exponent, 16)
                            .op(I64_MUL)
                            .op(I64_ADD);
                }));
    }

    private int table() {
        return emission.table("2/pi", () -> {
            int[] words = new int[TWO_PER_PI_BYTES.length];
            int word = 0;
            for (int i = 0; i < words.length; i++) {
                word = word << 8 | TWO_PER_PI_BYTES[i];
                words[i] = word;
            }
            return words;
        });
    }

    /** turns(x): the nearest whole number of quarter turns, whole turns dropped. */
    private Function turns() {
        return emission.shared(
                "turns",
                () -> emission.module.function("turns", List.of(F32), List.of(I32), code -> {
                    Local n = code.local(I32);
                    nearest(code.get(code.param(0)).op(F32_ABS).call(bits()))
                            .op(I32_WRAP_I64)
                            .set(n);
                    code.i32(0)
                            .get(n)
                            .op(I32_SUB)
                            .get(n)
                            .get(code.param(0))
                            .f32(0)
                            .op(F32_LT)
                            .select();
                }));
    }

    private static Code nearest(Code code) {
        return code.i64(1L << 61).op(I64_ADD).i64(62).op(I64_SHR_U);
    }

    /** reduce(x): what is left of the angle then, in radians; NaN for infinity. */
    private Function reduce() {
        return emission.shared(
                "reduce",
                () -> emission.module.function("reduce", List.of(F32), List.of(F64), code -> {
                    Local x = code.param(0);
                    Local bits = code.local(I64);
                    Local angle = code.local(F64);
                    code.get(x).op(F32_ABS).call(bits()).set(bits);
                    code.get(bits);
                    nearest(code.get(bits)).i64(62).op(I64_SHL).op(I64_SUB).op(F64_CONVERT_I64_S);
                    code.f64(QUARTER_UNIT).op(F64_MUL).set(angle);
                    code.get(angle)
                            .op(F64_NEG)
                            .get(angle)
                            .get(x)
                            .f32(0)
                            .op(F32_LT)
                            .select();
                    // infinity minus infinity is NaN
                    code.get(x).get(x).op(F32_SUB).op(F64_PROMOTE_F32).op(F64_ADD);
                }));
    }
}
