package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/**
 * The micro-kernel of products and convolutions: a tile of up to 4 x 8 numbers of C = A B, kept in registers while k runs.
 * Every number is one sum over ascending k, {@code mul} then {@code add}, so that results do not depend on the tiling.
 *
 * @param rows where the tile's rows of A begin, in bytes from the first
 * @param walk how A is walked along k: nested loops, the outermost first
 * @param step bytes from one k to the next in B, whose columns lie side by side
 * @param across bytes from one row of C to the next
 * @param columns how many of the 8 columns are stored
 * @param adds whether the tile is added to what C holds
 */
record Tile(List<Integer> rows, List<Loop> walk, int step, int across, int columns, boolean adds) {
    /** Rows of a full tile: 4 x 8 are 8 accumulators, and V8 keeps those, the factors and the products in 16 registers. */
    static final int ROWS = 4;

    /** Columns of a full tile: two vectors. */
    static final int COLUMNS = 8;

    /** Steps of k between two branches. */
    private static final int UNROLL = 4;

    /**
     * One of the loops along k.
     *
     * @param count how often, or {@link #GIVEN}
     * @param step bytes to go on in A each time
     */
    record Loop(int count, int step) {
        /** As often as the function's last parameter says; for the innermost loop alone. */
        static final int GIVEN = -1;

        int span() {
            return count * step;
        }
    }

    Tile {
        rows = List.copyOf(rows);
        walk = List.copyOf(walk);
    }

    /** A function of (a, b, c, count): the addresses of the tile's first row of A, its panel of B and its corner of C. */
    Function in(Emission emission) {
        return emission.shared(
                this,
                () -> emission.module.function(
                        "tile " + rows.size() + "x" + columns, List.of(I32, I32, I32, I32), List.of(), this::write));
    }

    private void write(Code code) {
        Sums sums = new Sums(code);
        sums.begin();
        sums.walk(0);
        sums.end();
    }

    private final class Sums {
        private final Code code;
        private final Local a;
        private final Local b;
        private final Local c;
        private final Local count;
        private final int halves = columns > 4 ? 2 : 1;
        private final Local[][] sums;

        Sums(Code code) {
            this.code = code;
            a = code.param(0);
            b = code.param(1);
            c = code.param(2);
            count = code.param(3);
            sums = new Local[rows.size()][];
            for (int row = 0; row < sums.length; row++) {
                sums[row] = code.locals(V128, halves);
            }
        }

        void begin() {
            for (int row = 0; row < sums.length; row++) {
                for (int half = 0; half < halves; half++) {
                    if (adds) {
                        code.load(V128_LOAD, c, row * across + 16 * half).set(sums[row][half]);
                    } else {
                        code.zero(sums[row][half]);
                    }
                }
            }
        }

        void walk(int depth) {
            Loop loop = walk.get(depth);
            if (depth < walk.size() - 1) {
                code.repeat(loop.count(), () -> {
                    walk(depth + 1);
                    code.add(a, loop.step() - walk.get(depth + 1).span());
                });
            } else if (loop.count() == Loop.GIVEN) {
                code.countDown(count, UNROLL, () -> steps(UNROLL, loop.step()));
                code.countDown(count, 1, () -> steps(1, loop.step()));
            } else {
                code.repeat(loop.count() / UNROLL, () -> steps(UNROLL, loop.step()));
                steps(loop.count() % UNROLL, loop.step());
            }
        }

        private void steps(int times, int aStep) {
            for (int i = 0; i < times; i++) {
                int at = i;
                code.scope(() -> multiply(at * aStep, at * step));
            }
            code.add(a, times * aStep).add(b, times * step);
        }

        private void multiply(int inA, int inB) {
            Local[] right = code.locals(V128, halves);
            Local left = code.local(V128);
            for (int half = 0; half < halves; half++) {
                code.load(V128_LOAD, b, inB + 16 * half).set(right[half]);
            }
            for (int row = 0; row < sums.length; row++) {
                code.load(V128_LOAD32_SPLAT, a, rows.get(row) + inA).set(left);
                for (int half = 0; half < halves; half++) {
                    Local sum = sums[row][half];
                    code.get(sum).op(F32X4_MUL, left, right[half]).op(F32X4_ADD).set(sum);
                }
            }
        }

        void end() {
            for (int row = 0; row < sums.length; row++) {
                for (int half = 0; half < halves; half++) {
                    Part.store(code, c, row * across + 16 * half, sums[row][half], Math.min(columns - 4 * half, 4));
                }
            }
        }
    }
}
