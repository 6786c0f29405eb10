package dev.steep.kernels.product;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Matrix;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * Copies some rows of a matrix into the columns of another, which has as many columns: the right factor of a product with the
 * transpose. Both may lie in panels. Blocks of 8 x 8 go by vectors, what is left at the edges number by number.
 *
 * @param rows how many rows are copied
 */
public record Transpose(Matrix from, Matrix to, int rows) {
    private static final int[] LOW = {0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23};
    private static final int[] HIGH = {8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31};
    private static final int[] FIRST = {0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23};
    private static final int[] SECOND = {8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31};
    private static final int PANEL = Matrix.PANEL;

    public Transpose {
        if (rows != to.columns()) {
            throw new IllegalArgumentException(rows + " rows do not become " + to.columns() + " columns.");
        }
    }

    /** A function of (from, row, to, row): addresses, and the first row that is read and the first that is written. */
    public Function in(Emission emission) {
        return emission.shared(
                this,
                () -> emission.module.function(
                        "transpose " + rows + "x" + from.columns(),
                        List.of(I32, I32, I32, I32),
                        List.of(),
                        this::write));
    }

    private void write(Code code) {
        Local source = code.local(I32);
        Local target = code.local(I32);
        code.set(source, code.param(0)).set(target, code.param(2));
        panels(code, source, target, from.fullPanels(), PANEL);
        if (from.rest() > 0) {
            panels(code, source, target, 1, from.rest());
        }
    }

    /** Panels of the source, of this width, are rows of the target. */
    private void panels(Code code, Local source, Local target, int count, int width) {
        Local read = code.local(I32);
        Local written = code.local(I32);
        code.repeat(count, () -> {
            code.get(code.param(1))
                    .times(from.nextRow(width))
                    .get(source)
                    .op(I32_ADD)
                    .set(read);
            code.get(target)
                    .get(code.param(3))
                    .times(to.nextRow(PANEL))
                    .op(I32_ADD)
                    .set(written);
            code.repeat(to.fullPanels(), () -> {
                block(code, read, written, PANEL, width);
                code.add(read, PANEL * from.nextRow(width)).add(written, to.nextPanel());
            });
            if (to.rest() > 0) {
                lastPanel(code, target, written);
                block(code, read, written, to.rest(), width);
            }
            code.add(source, from.nextPanel());
            // the rows of the target's last, narrower panel are shorter, so rows are counted
            code.add(code.param(3), width);
        });
    }

    private void lastPanel(Code code, Local target, Local written) {
        code.get(target)
                .plus(to.fullPanels() * to.nextPanel())
                .get(code.param(3))
                .times(to.nextRow(to.rest()))
                .op(I32_ADD)
                .set(written);
    }

    /** So many rows and columns of the source, as columns and rows of the target. */
    private void block(Code code, Local read, Local written, int height, int width) {
        for (int row = 0; row < height; row += 4) {
            for (int column = 0; column < width; column += 4) {
                int in = row * from.nextRow(width) + 4 * column;
                int out = column * to.nextRow(height) + 4 * row;
                if (row + 4 <= height && column + 4 <= width) {
                    square(code, read, in, from.nextRow(width), written, out, to.nextRow(height));
                } else {
                    edge(
                            code,
                            read,
                            in,
                            written,
                            out,
                            Math.min(4, height - row),
                            Math.min(4, width - column),
                            width,
                            height);
                }
            }
        }
    }

    private void edge(
            Code code, Local read, int in, Local written, int out, int rows, int columns, int width, int height) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int source = in + row * from.nextRow(width) + 4 * column;
                int target = out + column * to.nextRow(height) + 4 * row;
                code.store(F32_STORE, written, target, () -> code.load(F32_LOAD, read, source));
            }
        }
    }

    private static void square(Code code, Local read, int in, int nextIn, Local written, int out, int nextOut) {
        code.scope(() -> {
            Local[] row = code.locals(V128, 4);
            Local[] pair = code.locals(V128, 4);
            for (int i = 0; i < 4; i++) {
                code.load(V128_LOAD, read, in + i * nextIn).set(row[i]);
            }
            code.get(row[0]).get(row[1]).shuffle(LOW).set(pair[0]);
            code.get(row[0]).get(row[1]).shuffle(HIGH).set(pair[1]);
            code.get(row[2]).get(row[3]).shuffle(LOW).set(pair[2]);
            code.get(row[2]).get(row[3]).shuffle(HIGH).set(pair[3]);
            for (int i = 0; i < 4; i++) {
                int[] half = i % 2 == 0 ? FIRST : SECOND;
                Local first = pair[i / 2];
                Local second = pair[i / 2 + 2];
                code.store(V128_STORE, written, out + i * nextOut, () -> code.get(first)
                        .get(second)
                        .shuffle(half));
            }
        });
    }
}
