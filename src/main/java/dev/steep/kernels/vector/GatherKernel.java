package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.data.ByteSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.TailLanes;
import dev.steep.kernels.host.Host;
import dev.steep.tape.Program;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;
import java.util.Optional;

/**
 * A data set inside the module, and the code that picks batches from it. Bytes stay bytes and are scaled as they are
 * picked; floats are scaled once, when they are put here.
 */
public final class GatherKernel {
    /** How many numbers cross to the module at a time. */
    private static final int PORTION = 1 << 18;

    /** From here on V8's own copying is faster than a loop, although it is a call. */
    private static final int LONG = 64;

    private final Supply supply;
    private final int size;
    private final boolean bytes;

    /** Whether the network is to say what it is given, so that no other targets are kept. */
    private final boolean inputsAsked;

    private final int x;
    private final int y;
    private final int centres;
    private final int factors;
    private final int weights;

    public GatherKernel(Supply supply, MemoryPlan memory) {
        this.supply = supply;
        size = supply.x().size();
        bytes = supply.keepsBytes();
        x = memory.reserve((long) supply.x().count() * size * (bytes ? 1 : 4));
        inputsAsked = supply.y() instanceof Target.Inputs;
        y = inputsAsked ? x : memory.reserve(4L * supply.y().count() * targetNumbers());
        centres = memory.reserve(4L * size);
        factors = memory.reserve(4L * size);
        weights = supply.weights().length == 0 ? 0 : memory.reserve(4L * supply.weights().length);
    }

    /** Classes are kept as their index. */
    private int targetNumbers() {
        return supply.y() instanceof Target.Classes ? 1 : supply.y().width();
    }

    /** A function of (rows, count): the address of the rows' numbers, and how many there are. */
    public Function emit(String name, Program.Ends ends, Emission emission) {
        int width = ends.target().size();
        boolean classes = supply.y() instanceof Target.Classes;
        if (size != ends.input().size()
                || !(classes && width == 1) && supply.y().width() != width) {
            throw new IllegalArgumentException("Samples of " + size + " numbers with targets of "
                    + supply.y().width() + " do not fit " + ends.input() + " and " + ends.target() + ".");
        }
        if (ends.weight().isPresent() && supply.weights().length == 0) {
            throw new IllegalArgumentException("The loss weighs samples, but they have no weights.");
        }
        Function sample = bytes ? scaled(emission) : copied(emission, size);
        Function target = inputsAsked ? sample : classes ? chosen(emission, width) : copied(emission, width);
        int targetBytes = inputsAsked && bytes ? size : 4 * targetNumbers();
        return emission.module.function(name, List.of(I32, I32), List.of(), code -> {
            Local rows = code.param(0);
            Local toX = code.local(I32);
            Local toY = code.local(I32);
            code.set(toX, emission.of(ends.input())).set(toY, emission.of(ends.target()));
            Optional<Local> toWeight = ends.weight().map(weight -> {
                Local to = code.local(I32);
                code.set(to, emission.of(weight));
                return to;
            });
            code.repeat(code.param(1), () -> {
                code.load(I32_LOAD, rows, 0).times(size * (bytes ? 1 : 4)).plus(x);
                code.get(toX).call(sample);
                code.load(I32_LOAD, rows, 0).times(targetBytes).plus(y);
                code.get(toY).call(target);
                toWeight.ifPresent(to -> code.store(F32_STORE, to, 0, () -> code.load(I32_LOAD, rows, 0)
                                .times(4)
                                .plus(weights)
                                .load(F32_LOAD, 0))
                        .add(to, 4));
                code.add(rows, 4).add(toX, 4 * size).add(toY, 4 * width);
            });
        });
    }

    /** copied(from, to): so many floats as they are. */
    private static Function copied(Emission emission, int count) {
        return emission.shared(
                "copy " + count,
                () -> emission.module.function("copy " + count, List.of(I32, I32), List.of(), code -> {
                    if (count > LONG) {
                        code.get(code.param(1))
                                .get(code.param(0))
                                .i32(4 * count)
                                .memoryCopy();
                        return;
                    }
                    Local number = code.local(V128);
                    along(
                            code,
                            4,
                            count,
                            () -> code.load(V128_LOAD, code.param(0), 0).set(number),
                            number);
                }));
    }

    /** scaled(from, to): one sample's bytes as scaled floats. */
    private Function scaled(Emission emission) {
        return emission.shared(
                "scale",
                () -> emission.module.function("scale", List.of(I32, I32), List.of(), code -> {
                    Local number = code.local(V128);
                    Local at = code.local(I32);
                    Rescaling scale = supply.scale();
                    Local centre = code.local(V128);
                    Local factor = code.local(V128);
                    code.f32x4Splat((float) scale.centre(0)).set(centre);
                    code.f32x4Splat((float) scale.factor(0)).set(factor).set(at, 0);
                    along(
                            code,
                            1,
                            size,
                            () -> {
                                if (!scale.isShared()) {
                                    code.load(V128_LOAD, at, centres).set(centre);
                                    code.load(V128_LOAD, at, factors)
                                            .set(factor)
                                            .add(at, 16);
                                }
                                code.load(V128_LOAD32_ZERO, code.param(0), 0);
                                code.op(I16X8_EXTEND_LOW_I8X16_U).op(I32X4_EXTEND_LOW_I16X8_U);
                                code.op(F32X4_CONVERT_I32X4_S).get(centre).op(F32X4_SUB);
                                code.get(factor).op(F32X4_MUL).set(number);
                            },
                            number);
                }));
    }

    /** Four numbers after the other, from where numbers have so many bytes. */
    private static void along(Code code, int bytes, int count, Runnable load, Local number) {
        Local from = code.param(0);
        Local to = code.param(1);
        code.repeat(count / 4, () -> {
            load.run();
            code.store(V128_STORE, to, 0, number).add(from, 4 * bytes).add(to, 16);
        });
        if (count % 4 != 0) {
            load.run();
            TailLanes.store(code, to, 0, number, count % 4);
        }
    }

    /** chosen(from, to): the class at an address, as a one-hot vector, or as itself if the width is 1. */
    private static Function chosen(Emission emission, int width) {
        return emission.shared(
                "class " + width,
                () -> emission.module.function("class " + width, List.of(I32, I32), List.of(), code -> {
                    Local from = code.param(0);
                    Local to = code.param(1);
                    if (width == 1) {
                        code.store(F32_STORE, to, 0, () -> code.load(I32_LOAD, from, 0)
                                .op(F32_CONVERT_I32_S));
                    } else {
                        Local at = code.local(I32);
                        code.range(at, 0, 4 * width, 4, () -> code.get(to)
                                .get(at)
                                .op(I32_ADD)
                                .f32(0)
                                .store(F32_STORE, 0));
                        code.load(I32_LOAD, from, 0)
                                .times(4)
                                .get(to)
                                .op(I32_ADD)
                                .f32(1)
                                .store(F32_STORE, 0);
                    }
                }));
    }

    /** Puts the data set into a running module. */
    public void fill(Host.Instance instance) {
        int step = Math.max(1, PORTION / size);
        for (int row = 0; row < supply.x().count(); row += step) {
            int count = Math.min(step, supply.x().count() - row);
            int first = row * size;
            if (bytes && supply.x() instanceof ByteSamples samples) {
                instance.write(x + first, samples.bytes(first, count * size));
            } else {
                instance.write(x + 4 * first, scaled(supply.x(), row, count));
            }
        }
        if (supply.y() instanceof Target.Classes classes) {
            instance.write(y, classes.index());
        } else if (supply.y() instanceof Target.Numbers numbers) {
            instance.write(y, numbers.values());
        }
        float[] centre = new float[size];
        float[] factor = new float[size];
        for (int i = 0; i < size; i++) {
            centre[i] = (float) supply.scale().centre(i);
            factor[i] = (float) supply.scale().factor(i);
        }
        instance.write(centres, centre);
        instance.write(factors, factor);
        instance.write(weights, supply.weights());
    }

    private float[] scaled(Samples samples, int row, int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = row + i;
        }
        double[] scaled = new double[count * size];
        samples.gather(rows, 0, count, supply.scale(), scaled);
        float[] rounded = new float[scaled.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) scaled[i];
        }
        return rounded;
    }
}
