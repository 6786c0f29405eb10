package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.F32;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.TailLanes;
import dev.steep.math.Shape;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * Images read at other places, and the way back: output pixel after output pixel, first where it reads, then its channels, four at
 * a time.
 */
public final class ResampleKernel {
    private static final int BYTES = 4;

    private final Code code;
    private final Resample.Sampling reading;

    /** The image that is read, or that gradients go back to, and the pixels that it is read for. */
    private final Shape image;

    private final Shape pixels;
    private final int channels;

    /** Where the present image begins, and the channels of the present pixel. */
    private final Local start;

    private final Local to;

    private ResampleKernel(Code code, Resample.Sampling reading, Value image, Value pixels) {
        this.code = code;
        this.reading = reading;
        this.image = image.shape();
        this.pixels = pixels.shape();
        channels = this.image.length(2);
        start = code.local(I32);
        to = code.local(I32);
    }

    public static Function forward(Resample step, Emission emission) {
        return emission.step(step.output().name(), code -> {
            ResampleKernel kernel = new ResampleKernel(code, step.reading(), step.x(), step.output());
            code.set(kernel.start, emission.of(step.x())).set(kernel.to, emission.of(step.output()));
            kernel.write(emission.of(step.transform()), kernel::read);
        });
    }

    public static Function gradient(Resample.Gradient step, Emission emission) {
        return emission.step(step.output().name(), code -> {
            ResampleKernel kernel = new ResampleKernel(code, step.reading(), step.output(), step.dy());
            code.i32(emission.of(step.output())).i32(0);
            Count.of(step.output()).push(code, code.param(0)).times(BYTES).memoryFill();
            code.set(kernel.start, emission.of(step.output())).set(kernel.to, emission.of(step.dy()));
            kernel.write(emission.of(step.transform()), kernel::giveBack);
        });
    }

    /** A pixel of the image: where its channels begin, and how much of it is read, in all four lanes. */
    private record Tap(Local at, Local weight) {}

    /** Places along an axis: which pixels they are, and how much of each is read. */
    private record Place(Local pixel, Local weight) {}

    /** What is done with the taps of a pixel. */
    private interface Each {
        /** @param beyond how much is read from beyond the border, times the number that stands there; in all four lanes */
        void pixel(List<Tap> taps, Local beyond);
    }

    private void write(int transforms, Each each) {
        Local transform = code.local(I32);
        Local i = code.local(I32);
        Local j = code.local(I32);
        List<Local> numbers = new ArrayList<>();
        for (int k = 0; k < Resample.TRANSFORM; k++) {
            numbers.add(code.local(F32));
        }
        code.set(transform, transforms);
        code.repeat(code.param(0), () -> {
            for (int k = 0; k < Resample.TRANSFORM; k++) {
                code.load(F32_LOAD, transform, BYTES * k).set(numbers.get(k));
            }
            code.range(i, 0, pixels.length(0), 1, () -> {
                Local firstColumn = along(numbers.get(1), i, numbers.get(2));
                Local firstRow = along(numbers.get(4), i, numbers.get(5));
                code.range(
                        j,
                        0,
                        pixels.length(1),
                        1,
                        () -> code.scope(() -> {
                            List<Place> rows = places(along(numbers.get(3), j, firstRow), image.length(0));
                            List<Place> columns = places(along(numbers.get(0), j, firstColumn), image.length(1));
                            Local beyond = beyond(rows, columns);
                            each.pixel(taps(rows, columns), beyond);
                        }));
            });
            code.add(transform, BYTES * Resample.TRANSFORM).add(start, BYTES * image.size());
        });
    }

    /** factor place + first */
    private Local along(Local factor, Local place, Local first) {
        Local sum = code.local(F32);
        code.get(place).op(F32_CONVERT_I32_S).get(factor).op(F32_MUL).get(first).op(F32_ADD);
        code.set(sum);
        return sum;
    }

    /** The pixels along an axis of n that are read for a place on it. */
    private List<Place> places(Local at, int n) {
        Local first = code.local(I32);
        Local weight = code.local(F32);
        if (reading.interpolation() == Resample.Interpolation.NEAREST) {
            code.get(at).op(F32_ABS).f32(0.5f).op(F32_ADD).op(F32_FLOOR).get(at).op(F32_COPYSIGN);
            code.op(I32_TRUNC_SAT_F32_S).set(first);
            code.f32(1).set(weight);
            inside(first, weight, n);
            return List.of(new Place(first, weight));
        }
        Local next = code.local(I32);
        Local rest = code.local(F32);
        Local floor = code.local(F32);
        code.get(at).op(F32_FLOOR).set(floor);
        code.get(floor).op(I32_TRUNC_SAT_F32_S).set(first);
        code.get(first).plus(1).set(next);
        code.get(at).get(floor).op(F32_SUB).set(rest);
        code.f32(1).get(rest).op(F32_SUB).set(weight);
        inside(first, weight, n);
        inside(next, rest, n);
        return List.of(new Place(first, weight), new Place(next, rest));
    }

    /** {@link Resample.Fill#pixel}. What is beyond the border with a constant there has no weight. */
    private void inside(Local i, Local weight, int n) {
        switch (reading.fill()) {
            case REFLECT -> {
                modulo(i, 2 * n);
                code.get(i).i32(2 * n - 1).get(i).op(I32_SUB);
                code.get(i).i32(n).op(I32_LT_S).select().set(i);
            }
            case WRAP -> modulo(i, n);
            case NEAREST -> {
                code.get(i).i32(0).get(i).i32(0).op(I32_GT_S).select().set(i);
                code.get(i).i32(n - 1).get(i).i32(n).op(I32_LT_S).select().set(i);
            }
            case CONSTANT -> {
                code.get(weight).f32(0).get(i).i32(n).op(I32_LT_U).select().set(weight);
                code.get(i).i32(0).get(i).i32(n).op(I32_LT_U).select().set(i);
            }
        }
    }

    /** From 0 to n - 1, also of a negative number. */
    private void modulo(Local i, int n) {
        code.get(i).i32(n).op(I32_REM_S).set(i);
        code.get(i).get(i).i32(31).op(I32_SHR_S).i32(n).op(I32_AND).op(I32_ADD).set(i);
    }

    /** All weights together are 1; what is missing was beyond the border. */
    private Local beyond(List<Place> rows, List<Place> columns) {
        Local beyond = code.local(V128);
        if (!fills()) {
            return beyond;
        }
        code.f32(1);
        sum(rows);
        sum(columns);
        code.op(F32_MUL).op(F32_SUB).f32((float) reading.value()).op(F32_MUL);
        code.op(F32X4_SPLAT).set(beyond);
        return beyond;
    }

    private boolean fills() {
        return reading.fill() == Resample.Fill.CONSTANT && reading.value() != 0;
    }

    private void sum(List<Place> places) {
        code.get(places.get(0).weight);
        for (Place place : places.subList(1, places.size())) {
            code.get(place.weight).op(F32_ADD);
        }
    }

    private List<Tap> taps(List<Place> rows, List<Place> columns) {
        List<Tap> taps = new ArrayList<>();
        for (Place row : rows) {
            for (Place column : columns) {
                Local at = code.local(I32);
                Local weight = code.local(V128);
                code.get(row.pixel).times(image.length(1)).get(column.pixel).op(I32_ADD);
                code.times(BYTES * channels).get(start).op(I32_ADD).set(at);
                code.get(row.weight).get(column.weight).op(F32_MUL).op(F32X4_SPLAT);
                code.set(weight);
                taps.add(new Tap(at, weight));
            }
        }
        return taps;
    }

    private void read(List<Tap> taps, Local beyond) {
        channels(taps, lanes -> {
            Local sum = code.local(V128);
            for (Tap tap : taps) {
                code.load(V128_LOAD, tap.at, 0).get(tap.weight).op(F32X4_MUL);
                if (tap != taps.get(0)) {
                    code.get(sum).op(F32X4_ADD);
                }
                code.set(sum);
            }
            if (fills()) {
                code.get(sum).get(beyond).op(F32X4_ADD).set(sum);
            }
            TailLanes.store(code, to, 0, sum, lanes);
        });
    }

    /** One tap after the other: two of them may be the same pixel. */
    private void giveBack(List<Tap> taps, Local beyond) {
        channels(taps, lanes -> {
            Local dy = code.local(V128);
            Local sum = code.local(V128);
            code.load(V128_LOAD, to, 0).set(dy);
            for (Tap tap : taps) {
                code.get(dy).get(tap.weight).op(F32X4_MUL);
                code.load(V128_LOAD, tap.at, 0).op(F32X4_ADD).set(sum);
                TailLanes.store(code, tap.at, 0, sum, lanes);
            }
        });
    }

    private interface Lanes {
        void some(int lanes);
    }

    /** All channels of a pixel; everything goes on to the next ones. */
    private void channels(List<Tap> taps, Lanes each) {
        code.repeat(channels / 4, () -> {
            each.some(4);
            taps.forEach(tap -> code.add(tap.at, 16));
            code.add(to, 16);
        });
        if (channels % 4 > 0) {
            code.scope(() -> each.some(channels % 4));
            code.add(to, BYTES * (channels % 4));
        }
    }
}
