package dev.steep.kernels;

import static dev.steep.wasm.Instruction.I32_AND;
import static dev.steep.wasm.Type.I32;

import dev.steep.tape.MatMul;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/** Matrix products: C = A B, with A or B possibly transposed. A transposed B is turned first, into memory of its own. */
final class Gemm {
    private Gemm() {}

    static Function emit(MatMul step, Emission emission) {
        Count rowsA = Count.rows(step.a());
        int columnsA = Count.columns(step.a());
        Count m = step.transposeA() ? new Count(columnsA, false) : rowsA;
        Count k = step.transposeA() ? rowsA : new Count(columnsA, false);
        int aRow = step.transposeA() ? 4 : 4 * columnsA;
        int aStep = step.transposeA() ? 4 * columnsA : 4;
        int n = step.transposeB() ? rows(step.b()) : Count.columns(step.b());
        int turned = step.transposeB() ? emission.memory.reserve(4L * step.b().size()) : 0;
        return emission.step(step.output().name(), code -> {
            Local samples = code.param(0);
            int b = emission.of(step.b());
            if (step.transposeB()) {
                Function transpose = new Transpose(n, Count.columns(step.b())).in(emission);
                code.i32(b).i32(turned).call(transpose);
                b = turned;
            }
            Tile.Loop loop = new Tile.Loop(k.perSample() ? Tile.Loop.GIVEN : k.times(), aStep);
            int c = emission.of(step.output());
            int whole = n / Tile.COLUMNS * Tile.COLUMNS;
            Local column = code.local(I32);
            int startB = b;
            code.range(
                    column,
                    0,
                    4 * whole,
                    4 * Tile.COLUMNS,
                    () -> rows(
                            emission,
                            code,
                            samples,
                            m,
                            emission.of(step.a()),
                            aRow,
                            () -> code.get(column).plus(startB),
                            () -> code.get(column).plus(c),
                            rowCount -> tile(rowCount, aRow, loop, n, Tile.COLUMNS)));
            if (whole < n) {
                rows(
                        emission,
                        code,
                        samples,
                        m,
                        emission.of(step.a()),
                        aRow,
                        () -> code.i32(startB + 4 * whole),
                        () -> code.i32(c + 4 * whole),
                        rowCount -> tile(rowCount, aRow, loop, n, n - whole));
            }
        });
    }

    private static int rows(Value b) {
        Count rows = Count.rows(b);
        if (rows.perSample()) {
            throw new IllegalArgumentException("A product with the transpose of a batch is not needed: " + b);
        }
        return rows.times();
    }

    private static Tile tile(int rows, int aRow, Tile.Loop loop, int n, int columns) {
        return new Tile(offsets(rows, aRow), List.of(loop), 4 * n, 4 * n, columns, false);
    }

    static List<Integer> offsets(int rows, int stride) {
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            offsets.add(i * stride);
        }
        return offsets;
    }

    /** What tile covers so many rows. */
    interface Tiles {
        Tile of(int rows);
    }

    /** One panel of columns, tile under tile. */
    static void rows(
            Emission emission,
            Code code,
            Local samples,
            Count m,
            int startA,
            int aRow,
            Runnable b,
            Runnable startC,
            Tiles tiles) {
        Local a = code.local(I32);
        Local c = code.local(I32);
        Local left = code.local(I32);
        int across = tiles.of(1).across();
        code.set(a, startA);
        startC.run();
        code.set(c);
        m.push(code, samples).set(left);
        class Call {
            void write(int rows) {
                code.get(a);
                b.run();
                code.get(c).get(samples).call(tiles.of(rows).in(emission));
                code.add(a, rows * aRow).add(c, rows * across);
            }
        }
        Call call = new Call();
        code.countDown(left, Tile.ROWS, () -> call.write(Tile.ROWS));
        for (int part = Tile.ROWS / 2; part > 0; part /= 2) {
            int rows = part;
            if (m.perSample() || (m.times() & rows) != 0) {
                code.get(left).i32(rows).op(I32_AND).when(() -> call.write(rows));
            }
        }
    }
}
