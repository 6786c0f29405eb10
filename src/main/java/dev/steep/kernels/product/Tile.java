package dev.steep.kernels.product;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Matrix;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * The micro-kernel of products and convolutions: a tile of up to 4 x 8 numbers of C = A B, kept in registers while k runs.
 * Every number is one sum over ascending k, {@code mul} then {@code add}, so that results do not depend on the tiling.
 *
 * @param rows where the tile's rows of A begin, in bytes from the first
 * @param walk how A is walked along k: nested loops, the outermost first
 * @param step bytes from one k to the next in B, whose columns lie side by side
 * @param columns how many of the 8 columns there are
 * @param large whether speed is worth more code
 */
public record Tile(List<Integer> rows, List<Loop> walk, int step, int columns, boolean large) {
    /**
     * Rows of a full tile: 4 x 8 are 8 accumulators, enough to hide how long an addition takes, and V8 keeps them, the factors
     * and the products in 16 registers. It no longer does at 6 x 8 or 4 x 12, which are half as fast.
     */
    public static final int ROWS = 4;

    /** Columns of a full tile: those of a panel. */
    static final int COLUMNS = Matrix.PANEL;

    /** Steps of k between two branches, at which V8 also looks for interrupts. */
    private static final int UNROLL = 4;

    /** The same for a full tile of a large product, where most of the time goes: 5 % faster, for four times the code. */
    private static final int UNROLL_LONG = 16;

    /** Up to so many steps of k are written out without a loop: small windows of a convolution. */
    private static final int STRAIGHT = 27;

    /**
     * One of the loops along k.
     *
     * @param count how often, or {@link #GIVEN}
     * @param step bytes to go on in A each time
     */
    public record Loop(int count, int step) {
        /** As often as is known only when the code runs; for the innermost loop alone. */
        static final int GIVEN = -1;

        int span() {
            return count * step;
        }
    }

    public Tile {
        rows = List.copyOf(rows);
        walk = List.copyOf(walk);
    }

    /** Rows that lie so far apart. */
    public static List<Integer> apart(int rows, int distance) {
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            offsets.add(i * distance);
        }
        return offsets;
    }

    /** Vectors of a row. */
    int halves() {
        return columns > 4 ? 2 : 1;
    }

    /** Numbers in half a row. */
    int lanes(int half) {
        return Math.min(columns - 4 * half, 4);
    }

    /**
     * Adds the product to sums[row][half].
     *
     * @param a address of the first row
     * @param b address of the panel
     * @param count how many steps of k, if that is {@link Loop#GIVEN}
     */
    void multiply(Code code, Local a, Local b, Local count, Local[][] sums) {
        new Multiplication(code, sums).write(a, b, count);
    }

    private final class Multiplication {
        private final Code code;
        private final Local[][] sums;

        Multiplication(Code code, Local[][] sums) {
            this.code = code;
            this.sums = sums;
        }

        void write(Local a, Local b, Local count) {
            int steps = 1;
            for (Loop loop : walk) {
                steps = loop.count() == Loop.GIVEN ? Integer.MAX_VALUE : steps * loop.count();
            }
            if (steps <= STRAIGHT) {
                straight(0, 0, 0, a, b);
                return;
            }
            code.scope(() -> {
                Local inA = code.local(I32);
                Local inB = code.local(I32);
                Local left = code.local(I32);
                code.set(inA, a).set(inB, b);
                if (walk.get(walk.size() - 1).count() == Loop.GIVEN) {
                    code.set(left, count);
                }
                loops(0, inA, inB, left);
            });
        }

        /** Returns how far B has been read. */
        private int straight(int depth, int inA, int inB, Local a, Local b) {
            if (depth == walk.size()) {
                step(a, inA, b, inB);
                return inB + step;
            }
            int next = inB;
            for (int i = 0; i < walk.get(depth).count(); i++) {
                next = straight(depth + 1, inA + i * walk.get(depth).step(), next, a, b);
            }
            return next;
        }

        private void loops(int depth, Local a, Local b, Local left) {
            Loop loop = walk.get(depth);
            if (depth < walk.size() - 1) {
                code.repeat(loop.count(), () -> {
                    loops(depth + 1, a, b, left);
                    code.add(a, loop.step() - walk.get(depth + 1).span());
                });
            } else if (loop.count() == Loop.GIVEN) {
                if (large) {
                    code.countDown(left, UNROLL_LONG, () -> steps(UNROLL_LONG, loop.step(), a, b));
                }
                code.countDown(left, UNROLL, () -> steps(UNROLL, loop.step(), a, b));
                code.countDown(left, 1, () -> steps(1, loop.step(), a, b));
            } else {
                int unroll = large ? UNROLL_LONG : UNROLL;
                code.repeat(loop.count() / unroll, () -> steps(unroll, loop.step(), a, b));
                steps(loop.count() % unroll, loop.step(), a, b);
            }
        }

        private void steps(int times, int aStep, Local a, Local b) {
            for (int i = 0; i < times; i++) {
                step(a, i * aStep, b, i * step);
            }
            code.add(a, times * aStep).add(b, times * step);
        }

        private void step(Local a, int inA, Local b, int inB) {
            code.scope(() -> {
                Local[] right = code.locals(V128, halves());
                Local left = code.local(V128);
                for (int half = 0; half < right.length; half++) {
                    code.load(V128_LOAD, b, inB + 16 * half).set(right[half]);
                }
                for (int row = 0; row < sums.length; row++) {
                    code.load(V128_LOAD32_SPLAT, a, rows.get(row) + inA).set(left);
                    for (int half = 0; half < right.length; half++) {
                        Local sum = sums[row][half];
                        code.get(sum)
                                .op(F32X4_MUL, left, right[half])
                                .op(F32X4_ADD)
                                .set(sum);
                    }
                }
            });
        }
    }
}
