package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.F32;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Ending;
import dev.steep.kernels.code.StepGroup;
import dev.steep.tape.Sum;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Instruction;
import dev.steep.wasm.Local;
import java.util.Collections;
import java.util.List;

/** Sums, of everything or column by column. Four partial sums run side by side, so that an addition need not wait. */
public final class SumKernel {
    private static final int SUMS = 4;

    private SumKernel() {}

    public static Function emit(StepGroup group, Emission emission) {
        Sum step = (Sum) group.head();
        int width = step.output().size();
        boolean each = step.output().batched();
        if (step.x().size() % width != 0 || each && !step.x().batched()) {
            throw new IllegalArgumentException("Cannot sum " + step.x() + " down to " + step.output() + ".");
        }
        Count numbers = new Count(step.x().size() / width, step.x().batched() && !each);
        return emission.step(group.output().name(), code -> {
            Local from = code.local(I32);
            Local to = code.local(I32);
            code.set(from, emission.of(step.x())).set(to, 0);
            Ending ending = new Ending(group, code, emission);
            Runnable one = () -> {
                if (width == 1) {
                    Local sum = code.local(V128);
                    code.get(from);
                    numbers.push(code, code.param(0)).call(total(emission));
                    code.op(F32X4_SPLAT).set(sum);
                    ending.write(sum, Collections.emptyMap(), to, 0, 1);
                } else {
                    columns(code, from, to, numbers, width, ending);
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

    /** The sums of so many columns, four at a time; both pointers are where they were afterwards. */
    private static void columns(Code code, Local from, Local to, Count rows, int width, Ending ending) {
        code.repeat(width / 4, () -> {
            column(code, from, to, rows, width, 4, ending);
            code.add(from, 16).add(to, 16);
        });
        if (width % 4 != 0) {
            column(code, from, to, rows, width, width % 4, ending);
        }
        code.add(from, -16 * (width / 4)).add(to, -16 * (width / 4));
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

    private static void column(Code code, Local from, Local to, Count rows, int width, int lanes, Ending ending) {
        code.scope(() -> {
            Local at = code.local(I32);
            Local left = code.local(I32);
            Local[] sums = code.locals(V128, SUMS);
            code.set(at, from);
            rows.push(code, code.param(0)).set(left);
            for (Local each : sums) {
                code.zero(each);
            }
            code.countDown(left, SUMS, () -> {
                for (int i = 0; i < SUMS; i++) {
                    code.get(sums[i])
                            .load(V128_LOAD, at, 4 * width * i)
                            .op(F32X4_ADD)
                            .set(sums[i]);
                }
                code.add(at, 4 * width * SUMS);
            });
            code.countDown(left, 1, () -> code.get(sums[0])
                    .load(V128_LOAD, at, 0)
                    .op(F32X4_ADD)
                    .set(sums[0])
                    .add(at, 4 * width));
            join(code, sums);
            ending.write(sums[0], Collections.emptyMap(), to, 0, lanes);
        });
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
