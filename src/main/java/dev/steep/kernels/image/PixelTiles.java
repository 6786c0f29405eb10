package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.I32_ADD;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Matrix;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.product.Epilogue;
import dev.steep.kernels.product.Tile;
import dev.steep.kernels.product.TileStrip;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * Pixels of an image as a product: the windows that they see, times a kernel. Tiles are as many pixels side by side, above each
 * other, or two by two, as divide the plane best.
 *
 * @param rows rows of pixels
 * @param columns pixels of a row
 * @param downA bytes from the window of a pixel to that of the one below
 * @param acrossA the same to its neighbour
 * @param downC bytes from a pixel to the one below
 * @param acrossC the same to its neighbour
 */
record PixelTiles(int rows, int columns, int downA, int acrossA, int downC, int acrossC) {
    /**
     * Writes the product.
     *
     * @param a address of the first pixel's window
     * @param c how far into the output its first pixel is
     * @param walk through a window
     * @param factor address of the kernel
     */
    void write(
            StepGroup group,
            Emission emission,
            Code code,
            Local a,
            Local c,
            List<Tile.Loop> walk,
            int factor,
            Matrix kernel) {
        int high = columns % Tile.ROWS == 0 ? 1 : rows % 2 == 0 && columns % 2 == 0 ? 2 : rows % 4 == 0 ? 4 : 1;
        int wide = Tile.ROWS / high;
        int whole = columns / wide;
        int rest = columns % wide;
        kernel.panels(code, (column, width) -> {
            if (whole > 0) {
                strip(code, a, c, column, factor, kernel, 0);
                code.call(tiles(group, walk, kernel, width, high, wide, whole).in(emission));
            }
            if (rest > 0) {
                strip(code, a, c, column, factor, kernel, columns - rest);
                code.call(tiles(group, walk, kernel, width, high, rest, 1).in(emission));
            }
        });
    }

    /** Leaves the arguments of a strip that begins at this pixel. */
    private void strip(Code code, Local a, Local c, Local column, int factor, Matrix kernel, int pixel) {
        code.get(a).plus(pixel * acrossA);
        kernel.start(code, column).plus(factor);
        code.get(c).get(column).op(I32_ADD).plus(pixel * acrossC);
        code.get(column).i32(0).i32(0);
    }

    private TileStrip tiles(
            StepGroup group, List<Tile.Loop> walk, Matrix kernel, int width, int high, int wide, int tiles) {
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        for (int i = 0; i < high; i++) {
            for (int j = 0; j < wide; j++) {
                from.add(i * downA + j * acrossA);
                to.add(i * downC + j * acrossC);
            }
        }
        return new TileStrip(
                new Tile(from, walk, kernel.nextRow(width), width, false),
                List.of(
                        new TileStrip.Over(rows / high, high * downA, high * downC),
                        new TileStrip.Over(tiles, wide * acrossA, wide * acrossC)),
                to,
                new Epilogue(group, false));
    }
}
