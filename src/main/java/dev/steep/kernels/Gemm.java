package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;

import dev.steep.tape.MatMul;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * Matrix products: C = A B, with A or B possibly transposed, and the formulas that follow. Panel after panel of B, and down each
 * panel tile after tile. A transposed A is only walked differently; a transposed B is turned first, into memory of its own.
 */
final class Gemm {
    private final Emission emission;
    private final Group group;
    private final MatMul step;

    /** C is m x n; k is what is summed over. */
    private final Count m;

    private final Count k;

    /** Bytes from one row of A to the next, and from one k to the next. */
    private final int nextRow;

    private final int nextStep;
    private final Matrix b;
    private final Matrix c;

    /** Where B's transpose is put; 0 if it is not needed. */
    private final int turned;

    private Gemm(Group group, Emission emission) {
        this.emission = emission;
        this.group = group;
        step = (MatMul) group.head();
        Count rows = Count.rows(step.a());
        int columns = Count.columns(step.a());
        m = step.transposeA() ? new Count(columns, false) : rows;
        k = step.transposeA() ? rows : new Count(columns, false);
        nextRow = step.transposeA() ? 4 : 4 * columns;
        nextStep = step.transposeA() ? 4 * columns : 4;
        b = step.transposeB() ? new Matrix(stored().columns(), rows(step.b()), true) : stored();
        c = emission.memory.matrix(step.output());
        turned = step.transposeB() ? emission.memory.reserve(4L * step.b().size()) : 0;
    }

    /** B as it is in memory. */
    private Matrix stored() {
        if (emission.memory.isPanelled(step.b())) {
            return emission.memory.matrix(step.b());
        }
        Count rows = Count.rows(step.b());
        return new Matrix(rows.perSample() ? 0 : rows.times(), Count.columns(step.b()), false);
    }

    private static int rows(Value b) {
        Count rows = Count.rows(b);
        if (rows.perSample()) {
            throw new IllegalArgumentException("A product with the transpose of a batch is not needed: " + b);
        }
        return rows.times();
    }

    static Function emit(Group group, Emission emission) {
        Gemm gemm = new Gemm(group, emission);
        return emission.step(group.output().name(), gemm::write);
    }

    private void write(Code code) {
        int factor = emission.of(step.b());
        if (step.transposeB()) {
            Function transpose = new Transpose(stored(), b, b.columns()).in(emission);
            code.i32(factor).i32(0).i32(turned).i32(0).call(transpose);
            factor = turned;
        }
        int start = factor;
        b.panels(code, (column, width) -> {
            Local panel = code.local(I32);
            Local to = code.local(I32);
            b.start(code, column).plus(start).set(panel);
            c.start(code, column).set(to);
            rows(code, panel, to, column, width);
        });
    }

    /** One panel: four rows at a time, and then what is left, by tiles of two rows and of one. */
    private void rows(Code code, Local panel, Local to, Local column, int width) {
        code.scope(() -> {
            Local samples = code.param(0);
            Local a = code.local(I32);
            Local at = code.local(I32);
            Local tiles = code.local(I32);
            code.set(a, emission.of(step.a())).set(at, to);
            m.push(code, samples).i32(2).op(I32_SHR_U).set(tiles);
            if (m.perSample() || m.times() >= Tile.ROWS) {
                Runnable all = () -> {
                    call(code, a, panel, at, column, tiles, Tile.ROWS, width);
                    code.get(a)
                            .get(tiles)
                            .times(Tile.ROWS * nextRow)
                            .op(I32_ADD)
                            .set(a);
                    code.get(at)
                            .get(tiles)
                            .times(Tile.ROWS * c.nextRow(width))
                            .op(I32_ADD)
                            .set(at);
                };
                if (m.perSample()) {
                    code.get(tiles).when(all);
                } else {
                    all.run();
                }
            }
            code.set(tiles, 1);
            for (int part = Tile.ROWS / 2; part > 0; part /= 2) {
                int rows = part;
                Runnable some = () -> {
                    call(code, a, panel, at, column, tiles, rows, width);
                    code.add(a, rows * nextRow).add(at, rows * c.nextRow(width));
                };
                if (m.perSample()) {
                    m.push(code, samples).i32(rows).op(I32_AND).when(some);
                } else if ((m.times() & rows) != 0) {
                    some.run();
                }
            }
        });
    }

    private void call(Code code, Local a, Local panel, Local to, Local column, Local tiles, int rows, int width) {
        Tile.Loop loop = new Tile.Loop(k.perSample() ? Tile.Loop.GIVEN : k.times(), nextStep);
        Tile tile = new Tile(Tile.apart(rows, nextRow), List.of(loop), b.nextRow(width), width);
        Strip strip = new Strip(
                tile,
                List.of(new Strip.Over(Tile.Loop.GIVEN, rows * nextRow, rows * c.nextRow(width))),
                Tile.apart(rows, c.nextRow(width)),
                new Epilogue(group, false));
        code.get(a).get(panel).get(to).get(column).get(code.param(0)).get(tiles);
        code.call(strip.in(emission));
    }
}
