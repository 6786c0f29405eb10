package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.F32;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Ending;
import dev.steep.kernels.code.FormulaChain;
import dev.steep.kernels.code.StepGroup;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Sum;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Instruction;
import dev.steep.wasm.Local;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sums, of everything or column by column. Four partial sums run side by side, so that an addition need not wait. Eight columns
 * are summed in one go: half a cache line of each row, and as many sums as leave a formula in front of them its registers.
 */
public final class SumKernel {
    private static final int SUMS = 4;

    /** Vectors of four columns that are summed in one go. */
    private static final int VECTORS = 2;

    private final StepGroup group;
    private final Emission emission;
    private final Sum step;
    private final int width;

    private SumKernel(StepGroup group, Emission emission) {
        this.group = group;
        this.emission = emission;
        step = (Sum) group.head();
        width = step.output().size();
    }

    /** Whether it sums each column of the whole batch by itself, and so can compute what it reads by a formula. */
    public static boolean sumsColumns(Sum step) {
        return step.output().size() > 1 && !step.output().batched();
    }

    public static Function emit(StepGroup group, Emission emission) {
        return new SumKernel(group, emission).emit();
    }

    private Function emit() {
        boolean each = step.output().batched();
        if (step.x().size() % width != 0 || each && !step.x().batched()) {
            throw new IllegalArgumentException("Cannot sum " + step.x() + " down to " + step.output() + ".");
        }
        Count numbers = new Count(step.x().size() / width, step.x().batched() && !each);
        return emission.step(group.output().name(), code -> {
            Local from = code.local(I32);
            Local to = code.local(I32);
            code.set(from, width == 1 ? emission.of(step.x()) : 0).set(to, 0);
            Ending ending = new Ending(group, code, emission);
            Runnable one = () -> {
                if (width == 1) {
                    Local sum = code.local(V128);
                    code.get(from);
                    numbers.push(code, code.param(0)).call(total(emission));
                    code.op(F32X4_SPLAT).set(sum);
                    ending.write(sum, Collections.emptyMap(), to, 0, 1);
                } else {
                    columns(code, from, to, numbers, ending);
                }
            };
            if (each) {
                code.repeat(code.param(0), () -> {
                    one.run();
                    code.add(from, 4 * step.x().size()).add(to, 4 * width);
                });
            } else {
                one.run();
            }
        });
    }

    /** The sums of all columns; both pointers are where they were afterwards. */
    private void columns(Code code, Local from, Local to, Count rows, Ending ending) {
        int columns = 4 * VECTORS;
        code.repeat(width / columns, () -> {
            strip(code, from, to, rows, columns, ending);
            code.add(from, 4 * columns).add(to, 4 * columns);
        });
        if (width % columns != 0) {
            strip(code, from, to, rows, width % columns, ending);
        }
        code.add(from, -4 * columns * (width / columns)).add(to, -4 * columns * (width / columns));
    }

    /** total(from, count): the sum of so many numbers. */
    static Function total(Emission emission) {
        return emission.shared(
                "total",
                () -> emission.module.function("total", List.of(I32, I32), List.of(F32), code -> {
                    Local from = code.param(0);
                    Local count = code.param(1);
                    Local[] sums = code.locals(V128, SUMS);
                    Local sum = code.local(F32);
                    for (Local each : sums) {
                        code.zero(each);
                    }
                    code.countDown(count, 4 * SUMS, () -> {
                        for (int i = 0; i < SUMS; i++) {
                            code.get(sums[i])
                                    .load(V128_LOAD, from, 16 * i)
                                    .op(F32X4_ADD)
                                    .set(sums[i]);
                        }
                        code.add(from, 16 * SUMS);
                    });
                    code.countDown(count, 4, () -> code.get(sums[0])
                            .load(V128_LOAD, from, 0)
                            .op(F32X4_ADD)
                            .set(sums[0])
                            .add(from, 16));
                    join(code, sums);
                    lanes(code, sums[0], F32_ADD);
                    code.set(sum);
                    code.countDown(count, 1, () -> code.get(sum)
                            .load(F32_LOAD, from, 0)
                            .op(F32_ADD)
                            .set(sum)
                            .add(from, 4));
                    code.get(sum);
                }));
    }

    /** The sums of up to {@code 4 VECTORS} columns. */
    private void strip(Code code, Local from, Local to, Count rows, int columns, Ending ending) {
        code.scope(() -> {
            Local at = code.local(I32);
            Local left = code.local(I32);
            Column[] vectors = new Column[(columns + 3) / 4];
            for (int v = 0; v < vectors.length; v++) {
                vectors[v] = new Column(code, at, to, 16 * v);
            }
            code.set(at, from);
            rows.push(code, code.param(0)).set(left);
            code.countDown(left, SUMS, () -> {
                for (int row = 0; row < SUMS; row++) {
                    for (Column each : vectors) {
                        each.add(row, row);
                    }
                }
                code.add(at, 4 * width * SUMS);
            });
            code.countDown(left, 1, () -> {
                for (Column each : vectors) {
                    each.add(0, 0);
                }
                code.add(at, 4 * width);
            });
            for (int v = 0; v < vectors.length; v++) {
                join(code, vectors[v].sums);
                ending.write(vectors[v].sums[0], Collections.emptyMap(), to, 16 * v, Math.min(4, columns - 4 * v));
            }
        });
    }

    /** Four columns on the way down. */
    private final class Column {
        final Local[] sums;
        private final Code code;
        private final Local at;
        private final int shift;
        private final Optional<FormulaChain> front;

        /** Inputs of the formula in front that are the same in each row. */
        private final Map<Value, Local> same = new HashMap<>();

        /**
         * Sums of 0.
         *
         * @param at how far into the rows the strip is, in bytes
         * @param to how far into the columns the strip is
         * @param shift how far into the strip these four are
         */
        Column(Code code, Local at, Local to, int shift) {
            this.code = code;
            this.at = at;
            this.shift = shift;
            sums = code.locals(V128, SUMS);
            for (Local each : sums) {
                code.zero(each);
            }
            front = group.front().map(formula -> new FormulaChain(code, emission.math, List.of(formula)));
            for (Value x : group.front().map(Elementwise::inputs).orElse(List.of())) {
                if (!StepGroup.isWhole(x, step.x())) {
                    Local vector = code.local(V128);
                    if (x.size() == 1) {
                        code.loadAt(V128_LOAD32_SPLAT, group.address(x)).set(vector);
                    } else {
                        code.load(V128_LOAD, to, group.address(x) + shift).set(vector);
                    }
                    same.put(x, vector);
                }
            }
        }

        /** Adds a row to one of the sums. */
        void add(int row, int sum) {
            int offset = 4 * width * row + shift;
            if (front.isEmpty()) {
                code.get(sums[sum]).load(V128_LOAD, at, group.address(step.x()) + offset);
                code.op(F32X4_ADD).set(sums[sum]);
                return;
            }
            code.scope(() -> {
                Local x = front.get().run(input -> number(input, offset)).get(step.x());
                code.op(F32X4_ADD, sums[sum], Objects.requireNonNull(x)).set(sums[sum]);
            });
        }

        private Local number(Value input, int offset) {
            Local known = same.get(input);
            if (known != null) {
                return known;
            }
            Local vector = code.local(V128);
            code.load(V128_LOAD, at, group.address(input) + offset).set(vector);
            return vector;
        }
    }

    /** The first = (first + second) + (third + fourth). */
    private static void join(Code code, Local[] sums) {
        code.op(F32X4_ADD, sums[0], sums[1])
                .op(F32X4_ADD, sums[2], sums[3])
                .op(F32X4_ADD)
                .set(sums[0]);
    }

    /** Leaves the four lanes put together, (0 with 1) with (2 with 3), on the stack as a float. */
    static void lanes(Code code, Local vector, Instruction with) {
        for (int pair = 0; pair < 4; pair += 2) {
            code.get(vector).op(F32X4_EXTRACT_LANE, pair).get(vector).op(F32X4_EXTRACT_LANE, pair + 1);
            code.op(with);
        }
        code.op(with);
    }
}
