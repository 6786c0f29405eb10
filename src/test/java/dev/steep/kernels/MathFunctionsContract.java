package dev.steep.kernels;

import static dev.steep.wasm.Instruction.V128_LOAD;
import static dev.steep.wasm.Instruction.V128_STORE;
import static dev.steep.wasm.Type.I32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Layouts;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.host.Host;
import dev.steep.math.expr.Op;
import dev.steep.wasm.Local;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against float64, over floats of all sizes: their bits are spread evenly. */
interface MathFunctionsContract extends HostContract {
    int ADDRESS = 65536;
    int COUNT = 1 << 16;
    double MOST_ULPS = 2;

    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG", "LOG1P", "TANH", "ERF", "SIN", "COS"})
    default void evenlySpreadFloatsAreWithinTwoUlp(Op op) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = Float.intBitsToFloat(i * 65536 + i * 7919 % 65536);
        }
        check(op, x);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG", "LOG1P", "TANH", "ERF", "SIN", "COS"})
    default void floatsNearZeroAndOneAreWithinTwoUlp(Op op) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = i * (10f / COUNT) - (i % 2) * 5f;
        }
        check(op, x);
    }

    /** Where log1p is steepest. */
    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG", "LOG1P", "TANH", "ERF", "SIN", "COS"})
    default void floatsJustAboveMinusOneAreWithinTwoUlp(Op op) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = -1 + i * 0x1p-24f;
        }
        check(op, x);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG", "LOG1P", "TANH", "ERF", "SIN", "COS"})
    default void infinitiesNaNAndZerosAreJavas(Op op) {
        float[] x = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            88.722839f,
            88.72284f,
            -87.33655f,
            -103.97208f,
            -103.972084f,
            1f,
            -1f,
            -0.99999994f,
            -1.0000001f,
            3e38f
        };
        check(op, x);
        float zero = run(op, new float[] {-0f, -0f, -0f, -0f})[0];
        assertEquals((float) op.apply(-0.0, 0, 0), zero, op + " of -0");
    }

    private void check(Op op, float[] x) {
        float[] y = run(op, x);
        double worst = 0;
        float at = 0;
        for (int i = 0; i < x.length; i++) {
            double expected = op.apply(x[i], 0, 0);
            // through its bits, since the JavaScript build keeps a float in double
            float rounded = Float.intBitsToFloat(Float.floatToIntBits((float) expected));
            if (Float.isNaN(rounded) || Float.isInfinite(rounded)) {
                assertEquals(rounded, y[i], op + " of " + x[i]);
                continue;
            }
            double error = Math.abs(y[i] - expected) / Math.ulp(rounded);
            assertTrue(error < Double.POSITIVE_INFINITY, () -> op + " should be " + expected);
            if (error > worst) {
                worst = error;
                at = x[i];
            }
        }
        double most = worst;
        float where = at;
        assertTrue(worst <= MOST_ULPS, () -> op + " of " + where + " is " + most + " ulp off");
    }

    private float[] run(Op op, float[] x) {
        Emission emission = new Emission(new MemoryPlan(Layouts.PLAIN));
        emission.module
                .function("run", List.of(I32), List.of(), code -> {
                    Local at = code.local(I32);
                    code.set(at, ADDRESS);
                    code.repeat(code.param(0), () -> code.store(V128_STORE, at, 0, () -> {
                                code.load(V128_LOAD, at, 0);
                                emission.math.apply(op, code);
                            })
                            .add(at, 16));
                })
                .export();
        emission.module
                .function("reserve", List.of(I32), List.of(), code -> code.get(code.param(0))
                        .memoryGrow()
                        .drop())
                .export();
        Host.Instance module = host().instantiate(emission.module.bytes());
        module.call("reserve", 1 + x.length / 16384 + 1);
        module.write(ADDRESS, x);
        module.call("run", x.length / 4);
        return module.floats(ADDRESS, x.length);
    }
}
