package dev.steep.kernels.product;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Ending;
import dev.steep.kernels.code.FormulaChain;
import dev.steep.kernels.code.StepGroup;
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
public record Epilogue(StepGroup group, boolean adds) {
    String name() {
        return " " + group.output().name();
    }

    void begin(TileStrip strip, Code code, TilePosition spot, Local[][] sums) {
        for (int row = 0; row < sums.length; row++) {
            for (int half = 0; half < sums[row].length; half++) {
                if (adds) {
                    int at = group.address(group.head().output()) + strip.to().get(row) + 16 * half;
                    code.load(V128_LOAD, spot.c(), at).set(sums[row][half]);
                } else {
                    code.zero(sums[row][half]);
                }
            }
        }
    }

    /** Numbers that repeat along rows are loaded once for each half of the columns. */
    void finish(TileStrip strip, Code code, TilePosition spot, Emission emission, Local[][] sums) {
        code.constantsFirst(() -> end(strip, code, spot, emission, sums));
    }

    private void end(TileStrip strip, Code code, TilePosition spot, Emission emission, Local[][] sums) {
        Ending ending = new Ending(group, code, emission);
        for (int half = 0; half < strip.tile().halves(); half++) {
            int lanes = strip.tile().lanes(half);
            int shift = 16 * half;
            int which = half;
            code.scope(() -> {
                Map<Value, Local> repeated = new HashMap<>();
                for (Value x : FormulaChain.inputs(group.tail())) {
                    if (group.repeatsAlongRows(x)) {
                        Local vector = code.local(V128);
                        code.load(V128_LOAD, spot.column(), group.address(x) + shift)
                                .set(vector);
                        repeated.put(x, vector);
                    }
                }
                for (int row = 0; row < sums.length; row++) {
                    int at = strip.to().get(row) + shift;
                    ending.write(sums[row][which], repeated, spot.c(), at, lanes);
                }
            });
        }
    }
}
