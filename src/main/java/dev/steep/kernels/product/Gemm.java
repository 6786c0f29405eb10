package dev.steep.kernels.product;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Matrix;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.tape.MatMul;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Matrix products: C = A B, with A or B possibly transposed, and the formulas that follow. Panel after panel of B, and down each
 * panel tile after tile. A transposed A is only walked differently; a transposed B is turned first, into memory of its own.
 */
public final class Gemm {
    /** Numbers of the weights up to which the code of a panel stands where it is needed: more are a function. */
    private static final int SMALL = 512;

    private final Emission emission;
    private final StepGroup group;
    private final MatMul step;

    /** A and B. */
    private final Value left;

    private final Value right;

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

    private Gemm(StepGroup group, Emission emission) {
        this.emission = emission;
        this.group = group;
        step = (MatMul) group.head();
        boolean column = isColumn(step);
        left = column ? step.b() : step.a();
        right = column ? step.a() : step.b();
        boolean transposed = step.transposeA() && !column;
        Count rows = Count.rows(step.a());
        int columns = Count.columns(step.a());
        m = transposed ? new Count(columns, false) : column ? new Count(1, false) : rows;
        k = step.transposeA() ? rows : new Count(columns, false);
        nextRow = transposed ? 4 : 4 * columns;
        nextStep = transposed ? 4 * columns : 4;
        b = step.transposeB() ? new Matrix(stored().columns(), rows(step.b()), true) : stored();
        c = column ? new Matrix(1, columns, false) : emission.memory.matrix(step.output());
        turned = step.transposeB() ? emission.memory.reserve(turned(step)) : 0;
    }

    private static long turned(MatMul step) {
        return 4 * step.b().count(1);
    }

    /** What its code reserves: room for a factor that is turned first. */
    public static long scratch(MatMul step) {
        return step.transposeB() ? MemoryPlan.room(turned(step)) : 0;
    }

    /**
     * Whether the product is a single column that is better computed as a row, C^T = B^T A: with the same sums, but several of
     * them in a vector.
     */
    public static boolean isColumn(MatMul step) {
        return step.transposeA() && !step.transposeB() && Count.columns(step.b()) == 1;
    }

    /** B as it is in memory. */
    private Matrix stored() {
        if (emission.memory.isPanelled(right)) {
            return emission.memory.matrix(right);
        }
        Count rows = Count.rows(right);
        return new Matrix(rows.perSample() ? 0 : rows.times(), Count.columns(right), false);
    }

    private static int rows(Value b) {
        Count rows = Count.rows(b);
        if (rows.perSample()) {
            throw new IllegalArgumentException("A product with the transpose of a batch is not needed: " + b);
        }
        return rows.times();
    }

    public static Function emit(StepGroup group, Emission emission) {
        Gemm gemm = new Gemm(group, emission);
        return emission.step(group.output().name(), gemm::write);
    }

    private void write(Code code) {
        int factor = emission.of(right);
        if (step.transposeB()) {
            Function transpose = new Transpose(stored(), b, b.columns()).in(emission);
            code.i32(factor).i32(0).i32(turned).i32(0).call(transpose);
            factor = turned;
        }
        int start = factor;
        b.panels(code, (column, width) -> {
            code.i32(emission.of(left));
            b.start(code, column).plus(start);
            c.start(code, column).get(column).get(code.param(0));
            m.push(code, code.param(0));
            if (isSmall()) {
                panel(width).write(code, TilePosition.onStack(code), emission);
            } else {
                code.call(panel(width).in(emission));
            }
        });
    }

    /** Whether a call would take as long as what is done in it. */
    private boolean isSmall() {
        return (step.transposeA() ? step.output() : right).size() <= SMALL;
    }

    private Panel panel(int width) {
        Tile.Loop loop = new Tile.Loop(k.perSample() ? Tile.Loop.GIVEN : k.times(), nextStep);
        List<TileStrip> tiles = new ArrayList<>();
        for (int rows = Tile.ROWS; rows > 0; rows /= 2) {
            boolean large = !isSmall() && rows == Tile.ROWS && width == Tile.COLUMNS;
            Tile tile = new Tile(Tile.apart(rows, nextRow), List.of(loop), b.nextRow(width), width, large);
            tiles.add(new TileStrip(tile, List.of(), Tile.apart(rows, c.nextRow(width)), new Epilogue(group, false)));
        }
        return new Panel(m, nextRow, c.nextRow(width), tiles);
    }
}
