package dev.steep.kernels.host;

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
import java.util.ArrayList;
import java.util.List;

/**
 * What this machine's vector units can do at the most: multiplications and additions of numbers that are in registers
 * already, with nothing to wait for. Kernels are measured against it. Which loop does most depends on the processor and on
 * what the browser makes of it, so there are several: whoever measures tries them all and keeps the best.
 */
public final class Peak {
    private static final int ROUNDS = 512;

    private static final int CALLS = 64;
    private static final int LANES = 4;
    private static final int ZERO = 0;
    private static final int ONE = 16;
    private static final int RESULTS = 64;

    /**
     * A way to keep the units busy. Each chain has to wait for itself, so there must be enough of them, but not more than there
     * are registers; a multiplication often takes longer than an addition.
     *
     * @param products chains of multiplications
     * @param sums chains of additions
     * @param unrolled how often they stand in the loop: counting takes time as well
     */
    private record Loop(int products, int sums, int unrolled) {
        int rounds() {
            return ROUNDS / unrolled;
        }

        double flops() {
            return (double) LANES * (products + sums) * ROUNDS * CALLS;
        }

        @Override
        public String toString() {
            return products + " products and " + sums + " sums, " + unrolled + " times";
        }
    }

    private static final List<Loop> LOOPS = loops();

    private final Host.Instance module;

    private static List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        for (int unrolled : new int[] {1, 4, 16}) {
            loops.add(new Loop(6, 6, unrolled));
            loops.add(new Loop(7, 6, unrolled));
            loops.add(new Loop(7, 7, unrolled));
            loops.add(new Loop(8, 5, unrolled));
        }
        return loops;
    }

    /** Emits and starts the module that measures. */
    public Peak(Host host) {
        module = host.instantiate(module());
    }

    /** How many loops there are to try. */
    public int count() {
        return LOOPS.size();
    }

    /** Runs one of the loops for some ten microseconds; returns how many floating-point operations that were. */
    public double run(int loop) {
        module.call("run " + loop, CALLS);
        return LOOPS.get(loop).flops();
    }

    /** Short functions called often, which a browser's optimizing compiler takes over between two calls. */
    static byte[] module() {
        Module module = new Module();
        module.memory(1, "memory");
        module.data(ONE, 1f, 1f, 1f, 1f);
        for (int i = 0; i < LOOPS.size(); i++) {
            Loop loop = LOOPS.get(i);
            Function rounds = module.function(loop.toString(), List.of(), List.of(), code -> rounds(code, loop));
            module.function(
                            "run " + i,
                            List.of(I32),
                            List.of(),
                            code -> code.countDown(code.param(0), 1, () -> code.call(rounds)))
                    .export();
        }
        return module.bytes();
    }

    /** Times one and plus zero, which stay what they are; read from memory, so that no compiler knows it. */
    private static void rounds(Code code, Loop loop) {
        Local[] products = code.locals(V128, loop.products);
        Local[] sums = code.locals(V128, loop.sums);
        Local one = code.local(V128);
        Local zero = code.local(V128);
        Local address = code.local(I32);
        code.load(V128_LOAD, address, ONE).set(one);
        code.load(V128_LOAD, address, ZERO).set(zero);
        for (Local product : products) {
            code.get(one).set(product);
        }
        for (Local sum : sums) {
            code.get(zero).set(sum);
        }
        code.repeat(loop.rounds(), () -> {
            for (int i = 0; i < loop.unrolled; i++) {
                inTurn(code, products, one, sums, zero);
            }
        });
        int result = RESULTS; // a result that nobody needs might not be computed
        for (Local product : products) {
            code.store(V128_STORE, address, result, product);
            result += 16;
        }
        for (Local sum : sums) {
            code.store(V128_STORE, address, result, sum);
            result += 16;
        }
    }

    private static void inTurn(Code code, Local[] products, Local one, Local[] sums, Local zero) {
        for (int i = 0; i < Math.max(products.length, sums.length); i++) {
            if (i < products.length) {
                code.op(F32X4_MUL, products[i], one).set(products[i]);
            }
            if (i < sums.length) {
                code.op(F32X4_ADD, sums[i], zero).set(sums[i]);
            }
        }
    }
}
