package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/** Turns a matrix of rows x columns into its transpose, in blocks of 4 x 4. */
record Transpose(int rows, int columns) {
    private static final int[] LOW = {0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23};
    private static final int[] HIGH = {8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31};
    private static final int[] FIRST = {0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23};
    private static final int[] SECOND = {8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31};

    /** A function of (from, to). */
    Function in(Emission emission) {
        return emission.shared(
                this,
                () -> emission.module.function(
                        "transpose " + rows + "x" + columns, List.of(I32, I32), List.of(), this::write));
    }

    private void write(Code code) {
        Local from = code.param(0);
        Local to = code.param(1);
        Local source = code.local(I32);
        Local target = code.local(I32);
        Local left = code.local(I32);
        code.repeat(rows / 4, () -> {
            code.set(source, from).set(target, to);
            code.repeat(columns / 4, () -> {
                block(code, source, target, 4);
                code.add(source, 16).add(target, 16 * rows);
            });
            if (columns % 4 != 0) {
                block(code, source, target, columns % 4);
            }
            code.add(from, 16 * columns).add(to, 16);
        });
        code.repeat(rows % 4, () -> {
            code.set(source, from).set(target, to).set(left, columns);
            code.repeat(left, () -> code.store(F32_STORE, target, 0, () -> code.load(F32_LOAD, source, 0))
                    .add(source, 4)
                    .add(target, 4 * rows));
            code.add(from, 4 * columns).add(to, 4);
        });
    }

    /** Four rows of the source, as so many rows of the target. */
    private void block(Code code, Local source, Local target, int width) {
        code.scope(() -> {
            Local[] row = code.locals(V128, 4);
            Local[] pair = code.locals(V128, 4);
            for (int i = 0; i < 4; i++) {
                code.load(V128_LOAD, source, 4 * i * columns).set(row[i]);
            }
            code.get(row[0]).get(row[1]).shuffle(LOW).set(pair[0]);
            code.get(row[0]).get(row[1]).shuffle(HIGH).set(pair[1]);
            code.get(row[2]).get(row[3]).shuffle(LOW).set(pair[2]);
            code.get(row[2]).get(row[3]).shuffle(HIGH).set(pair[3]);
            for (int i = 0; i < width; i++) {
                int[] half = i % 2 == 0 ? FIRST : SECOND;
                Local first = pair[i / 2];
                Local second = pair[i / 2 + 2];
                code.store(V128_STORE, target, 4 * i * rows, () -> code.get(first)
                        .get(second)
                        .shuffle(half));
            }
        });
    }
}
