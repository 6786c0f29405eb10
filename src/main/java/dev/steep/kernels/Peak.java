package dev.steep.kernels;

import static dev.steep.wasm.Instruction.F32X4_ADD;
import static dev.steep.wasm.Instruction.F32X4_MUL;
import static dev.steep.wasm.Instruction.V128_STORE;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import dev.steep.wasm.Module;
import java.util.List;

/**
 * What this machine's vector units can do at the most: multiplications and additions of numbers that are in registers
 * already, with nothing to wait for. Kernels are measured against it.
 */
public final class Peak {
    /** Independent sums: enough to keep two units busy through the latency of both instructions, and to fit 16 registers. */
    private static final int SUMS = 12;

    private static final int ROUNDS = 256;
    private static final int CALLS = 16;
    private static final int LANES = 4;

    /** Floating-point operations of one {@link #run}: a multiplication and an addition each. */
    public static final double FLOPS = 2.0 * LANES * SUMS * ROUNDS * CALLS;

    private final Host.Instance module;

    /** Emits and starts the module that measures. */
    public Peak(Host host) {
        module = host.instantiate(module());
    }

    /** About ten microseconds of work. */
    public void run() {
        module.call("run", CALLS);
    }

    /** A short function called often, which a browser's optimizing compiler takes over between two calls. */
    static byte[] module() {
        Module module = new Module();
        module.memory(1, "memory");
        Function rounds = module.function("rounds", List.of(), List.of(), Peak::rounds);
        module.function(
                        "run",
                        List.of(I32),
                        List.of(),
                        code -> code.countDown(code.param(0), 1, () -> code.call(rounds)))
                .export();
        return module.bytes();
    }

    private static void rounds(Code code) {
        Local[] sums = code.locals(V128, SUMS);
        Local factor = code.local(V128);
        code.f32x4(0.5f).set(factor);
        for (int i = 0; i < SUMS; i++) {
            code.f32x4(1 + i).set(sums[i]);
        }
        code.repeat(ROUNDS, () -> {
            for (Local sum : sums) { // tends to 1: neither overflows nor sinks into denormals
                code.op(F32X4_MUL, sum, factor).get(factor).op(F32X4_ADD).set(sum);
            }
        });
        Local address = code.local(I32);
        for (int i = 0; i < SUMS; i++) { // a result that nobody needs might not be computed
            code.store(V128_STORE, address, 16 * i, sums[i]);
        }
    }
}
