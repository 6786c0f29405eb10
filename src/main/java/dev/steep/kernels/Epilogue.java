package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of a tile's sums while they are still in registers: the formulas that follow on the tape are carried out, and
 * what others will read is stored.
 *
 * @param group the product and its formulas
 * @param adds whether the sums go on from what memory holds
 */
record Epilogue(Group group, boolean adds) {
    String name() {
        return " " + group.output().name();
    }

    void begin(Strip strip, Code code, Local[][] sums) {
        for (int row = 0; row < sums.length; row++) {
            for (int half = 0; half < sums[row].length; half++) {
                if (adds) {
                    int at = group.address(group.head().output()) + strip.to().get(row) + 16 * half;
                    code.load(V128_LOAD, code.param(2), at).set(sums[row][half]);
                } else {
                    code.zero(sums[row][half]);
                }
            }
        }
    }

    void finish(Strip strip, Code code, Emission emission, Local[][] sums) {
        Value product = group.head().output();
        Local c = code.param(2);
        Local column = code.param(3);
        Chain chain = new Chain(code, emission.math, group.tail());
        Map<Value, Local> numbers = group.numbers(code);
        for (int half = 0; half < strip.tile().halves(); half++) {
            int lanes = strip.tile().lanes(half);
            int shift = 16 * half;
            code.scope(() -> {
                Map<Value, Local> shared = new HashMap<>(numbers);
                for (Value x : Chain.inputs(group.tail())) {
                    if (group.repeatsAlongRows(x)) {
                        Local vector = code.local(V128);
                        code.load(V128_LOAD, column, group.address(x) + shift).set(vector);
                        shared.put(x, vector);
                    }
                }
                for (int row = 0; row < sums.length; row++) {
                    Local sum = sums[row][shift / 16];
                    int at = strip.to().get(row) + shift;
                    code.scope(() -> {
                        Map<Value, Local> outputs = chain.run(x -> {
                            if (x == product) {
                                return sum;
                            }
                            Local known = shared.get(x);
                            if (known != null) {
                                return known;
                            }
                            Local vector = code.local(V128);
                            code.load(V128_LOAD, c, group.address(x) + at).set(vector);
                            return vector;
                        });
                        if (group.stores(product)) {
                            Part.store(code, c, group.address(product) + at, sum, lanes);
                        }
                        outputs.forEach((y, vector) -> {
                            if (group.stores(y)) {
                                Part.store(code, c, group.address(y) + at, vector, lanes);
                            }
                        });
                    });
                }
            });
        }
    }
}
