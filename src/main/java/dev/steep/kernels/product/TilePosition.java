package dev.steep.kernels.product;

import static dev.steep.wasm.Type.I32;

import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import dev.steep.wasm.Type;
import java.util.Collections;
import java.util.List;

/**
 * Where tiles are at work, all as whole numbers in locals.
 *
 * @param a address of the first row of A; goes on from tile to tile
 * @param b address of B's panel
 * @param c how far into C the first row is, in bytes; goes on as well
 * @param column how far into a row of C the panel begins, in bytes
 * @param k how many steps of k there are, if that is given
 * @param many how many tiles, or rows, there are, if that is given
 */
record TilePosition(Local a, Local b, Local c, Local column, Local k, Local many) {
    /** The types of a function's parameters that are a spot. */
    static final List<Type> TYPES = Collections.nCopies(6, I32);

    /** The parameters of such a function. */
    static TilePosition params(Code code) {
        return new TilePosition(
                code.param(0), code.param(1), code.param(2), code.param(3), code.param(4), code.param(5));
    }

    /** New locals, set to what is on the stack in this order. */
    static TilePosition onStack(Code code) {
        Local[] all = code.locals(I32, TYPES.size());
        for (int i = all.length - 1; i >= 0; i--) {
            code.set(all[i]);
        }
        return new TilePosition(all[0], all[1], all[2], all[3], all[4], all[5]);
    }
}
