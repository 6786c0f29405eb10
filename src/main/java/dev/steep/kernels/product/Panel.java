package dev.steep.kernels.product;

import static dev.steep.wasm.Instruction.*;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * One panel of a product from its first row to its last: tiles of four rows, and what is left by tiles of two rows and of one.
 *
 * @param rows how many there are, m
 * @param nextA bytes from one row of A to the next
 * @param nextC the same in C
 * @param tiles of 4, 2 and 1 rows
 */
record Panel(Count rows, int nextA, int nextC, List<TileStrip> tiles) {
    Panel {
        tiles = List.copyOf(tiles);
    }

    /** A function of a {@link TilePosition}, with how many rows there are. */
    Function in(Emission emission) {
        TileStrip full = tiles.get(0);
        return emission.shared(
                this,
                () -> emission.module.function(
                        "panel " + full.tile().columns() + full.end().name(),
                        TilePosition.TYPES,
                        List.of(),
                        code -> write(code, TilePosition.params(code), emission)));
    }

    /** The panel from its first row on. */
    void write(Code code, TilePosition spot, Emission emission) {
        Local left = spot.many();
        TileStrip full = tiles.get(0);
        if (rows.perSample()) {
            code.countDown(left, Tile.ROWS, () -> tile(code, spot, emission, full));
        } else {
            code.repeat(rows.times() / Tile.ROWS, () -> tile(code, spot, emission, full));
        }
        for (TileStrip few : tiles.subList(1, tiles.size())) {
            int height = few.to().size();
            if (rows.perSample()) {
                code.get(left).i32(height).op(I32_AND).when(() -> tile(code, spot, emission, few));
            } else if ((rows.times() & height) != 0) {
                tile(code, spot, emission, few);
            }
        }
    }

    private void tile(Code code, TilePosition spot, Emission emission, TileStrip tile) {
        int height = tile.to().size();
        tile.write(code, spot, emission);
        code.add(spot.a(), height * nextA).add(spot.c(), height * nextC);
    }
}
