package dev.steep.kernels.product;

import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * Tiles, one after the other, of one panel of a product: a function that is called often enough for V8 to make it fast (it
 * does not exchange a function's code while it runs) and long enough for the call not to matter.
 *
 * @param tile the tile
 * @param over how to go from tile to tile: nested loops, the outermost first
 * @param to where the tile's rows of C begin, in bytes from the first
 * @param end what becomes of the sums
 */
public record TileStrip(Tile tile, List<Over> over, List<Integer> to, Epilogue end) {
    /**
     * One of the loops from tile to tile.
     *
     * @param count how often, or {@link Tile.Loop#GIVEN}
     * @param inA bytes to go on in A each time
     * @param inC the same in C
     */
    public record Over(int count, int inA, int inC) {}

    public TileStrip {
        over = List.copyOf(over);
        to = List.copyOf(to);
    }

    /** A function of a {@link TilePosition}, with how many tiles there are, if that is given. */
    public Function in(Emission emission) {
        String name = "tiles " + to.size() + "x" + tile.columns() + end.name();
        return emission.shared(
                this,
                () -> emission.module.function(
                        name, TilePosition.TYPES, List.of(), code -> write(code, TilePosition.params(code), emission)));
    }

    /** The tiles from a spot on, which goes on with them. */
    void write(Code code, TilePosition spot, Emission emission) {
        loops(code, spot, emission, 0);
    }

    private void loops(Code code, TilePosition spot, Emission emission, int depth) {
        if (depth == over.size()) {
            tile(code, spot, emission);
            return;
        }
        Over loop = over.get(depth);
        int spanA = 0;
        int spanC = 0;
        if (depth + 1 < over.size()) {
            spanA = over.get(depth + 1).count() * over.get(depth + 1).inA();
            spanC = over.get(depth + 1).count() * over.get(depth + 1).inC();
        }
        int goA = loop.inA() - spanA;
        int goC = loop.inC() - spanC;
        Runnable body = () -> {
            loops(code, spot, emission, depth + 1);
            code.add(spot.a(), goA).add(spot.c(), goC);
        };
        if (loop.count() == Tile.Loop.GIVEN) {
            code.repeat(spot.many(), body);
        } else {
            code.repeat(loop.count(), body);
        }
    }

    private void tile(Code code, TilePosition spot, Emission emission) {
        code.scope(() -> {
            Local[][] sums = new Local[to.size()][];
            for (int row = 0; row < sums.length; row++) {
                sums[row] = code.locals(V128, tile.halves());
            }
            end.begin(this, code, spot, sums);
            tile.multiply(code, spot.a(), spot.b(), spot.k(), sums);
            end.finish(this, code, spot, emission, sums);
        });
    }
}
