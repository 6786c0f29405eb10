package dev.steep.kernels;

import static dev.steep.wasm.Instruction.F32X4_ADD;
import static dev.steep.wasm.Instruction.F32X4_MUL;
import static dev.steep.wasm.Instruction.V128_LOAD;
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
    /** Chains of multiplications, and as many of additions: enough to keep two units of each kind busy through the latency. */
    private static final int CHAINS = 6;

    private static final int ROUNDS = 512;
    private static final int CALLS = 128;
    private static final int LANES = 4;
    private static final int ZERO = 0;
    private static final int ONE = 16;
    private static final int RESULTS = 64;

    /** Floating-point operations of one {@link #run}: a multiplication and an addition each. */
    public static final double FLOPS = 2.0 * LANES * CHAINS * ROUNDS * CALLS;

    private final Host.Instance module;

    /** Emits and starts the module that measures. */
    public Peak(Host host) {
        module = host.instantiate(module());
    }

    /** About a tenth of a millisecond of work. */
    public void run() {
        module.call("run", CALLS);
    }

    /** A short function called often, which a browser's optimizing compiler takes over between two calls. */
    static byte[] module() {
        Module module = new Module();
        module.memory(1, "memory");
        module.data(ONE, 1f, 1f, 1f, 1f);
        Function rounds = module.function("rounds", List.of(), List.of(), Peak::rounds);
        module.function(
                        "run",
                        List.of(I32),
                        List.of(),
                        code -> code.countDown(code.param(0), 1, () -> code.call(rounds)))
                .export();
        return module.bytes();
    }

    /** Times one and plus zero, which stay what they are; read from memory, so that no compiler knows it. */
    private static void rounds(Code code) {
        Local[] products = code.locals(V128, CHAINS);
        Local[] sums = code.locals(V128, CHAINS);
        Local one = code.local(V128);
        Local zero = code.local(V128);
        Local address = code.local(I32);
        code.load(V128_LOAD, address, ONE).set(one);
        code.load(V128_LOAD, address, ZERO).set(zero);
        for (int i = 0; i < CHAINS; i++) {
            code.get(one).set(products[i]);
            code.get(zero).set(sums[i]);
        }
        code.repeat(ROUNDS, () -> {
            for (int i = 0; i < CHAINS; i++) {
                code.op(F32X4_MUL, products[i], one).set(products[i]);
                code.op(F32X4_ADD, sums[i], zero).set(sums[i]);
            }
        });
        for (int i = 0; i < CHAINS; i++) { // a result that nobody needs might not be computed
            code.store(V128_STORE, address, RESULTS + 32 * i, products[i]);
            code.store(V128_STORE, address, RESULTS + 32 * i + 16, sums[i]);
        }
    }
}
