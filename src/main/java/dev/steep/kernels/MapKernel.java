package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.tape.Elementwise;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula over whole tensors. Inputs that repeat cut the output into segments, within which every input either runs on
 * or is one number.
 */
final class MapKernel {
    /** A gradient below this does not move a weight; its square would be a denormal, with which Adam is 40 % slower. */
    private static final float FADED_GRADIENT = 1e-15f;

    /** What an optimizer remembers of a weight that no longer changes fades for ever: below this it ends at zero. */
    private static final float FADED_MOMENT = 1e-30f;

    private final Emission emission;
    private final Elementwise step;
    private final Value output;
    private final int segment;
    private final boolean each;

    private MapKernel(Elementwise step, Emission emission) {
        this.emission = emission;
        this.step = step;
        output = step.output();
        each = step.inputs().stream().anyMatch(x -> x.batched() && x.size() < output.size());
        int cut = each ? output.size() : 0;
        for (Value x : step.inputs()) {
            if (output.size() % x.size() != 0 || x.batched() && !output.batched()) {
                throw new IllegalArgumentException("Cannot repeat " + x + " over " + output + ".");
            }
            if (x.size() > 1 && kind(x) != Kind.WHOLE) {
                cut = greatestCommonDivisor(cut, x.size());
            }
        }
        segment = cut;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** How an input relates to the output. */
    private enum Kind {
        /** Element by element. */
        WHOLE,
        /** One number for all. */
        SINGLE,
        /** The same numbers again and again. */
        SAME,
        /** One number for each sample. */
        EACH_ONE,
        /** Some numbers for each sample, again and again. */
        EACH
    }

    private Kind kind(Value x) {
        if (x.size() == output.size() && x.batched() == output.batched()) {
            return Kind.WHOLE;
        }
        if (x.batched()) {
            return x.size() == 1 ? Kind.EACH_ONE : Kind.EACH;
        }
        return x.size() == 1 ? Kind.SINGLE : Kind.SAME;
    }

    static Function emit(Elementwise step, Emission emission) {
        MapKernel kernel = new MapKernel(step, emission);
        return emission.step(step.output().name(), kernel::write);
    }

    private void write(Code code) {
        Local samples = code.param(0);
        Local to = code.local(I32);
        code.set(to, emission.of(output));
        List<Feed> feeds = new ArrayList<>();
        for (Value x : step.inputs()) {
            feeds.add(new Feed(code, x));
        }
        FormulaCode formula = new FormulaCode(code, emission.math, step.f());
        Local left = code.local(I32);
        Count all = Count.of(output);
        if (segment == 0) {
            all.push(code, samples).set(left);
            segment(code, formula, feeds, to, left, all);
        } else if (each) {
            code.repeat(samples, () -> {
                feeds.forEach(Feed::beginSample);
                code.repeat(output.size() / segment, () -> segment(code, formula, feeds, to, left));
                feeds.forEach(Feed::endSample);
            });
        } else {
            Local segments = code.local(I32);
            new Count(output.size() / segment, output.batched())
                    .push(code, samples)
                    .set(segments);
            code.repeat(segments, () -> segment(code, formula, feeds, to, left));
        }
    }

    private void segment(Code code, FormulaCode formula, List<Feed> feeds, Local to, Local left) {
        code.set(left, segment);
        segment(code, formula, feeds, to, left, new Count(segment, false));
        int over = 4 * (segment - (segment + 3) / 4 * 4);
        code.add(to, over);
        feeds.forEach(feed -> feed.endSegment(over));
    }

    private void segment(Code code, FormulaCode formula, List<Feed> feeds, Local to, Local left, Count count) {
        code.doWhile(
                () -> {
                    List<Local> inputs = new ArrayList<>();
                    for (Feed feed : feeds) {
                        inputs.add(feed.load());
                    }
                    Local result = code.local(V128);
                    formula.value(inputs);
                    code.set(result);
                    flush(code, output.role() == Value.Role.SLOT, result, FADED_MOMENT);
                    if (count.isMultipleOf(4)) {
                        code.store(V128_STORE, to, 0, result);
                    } else {
                        Part.store(code, to, result, left);
                    }
                    code.add(to, 16);
                    feeds.forEach(Feed::advance);
                },
                () -> code.get(left).plus(-4).tee(left).i32(0).op(I32_GT_S));
    }

    private static void flush(Code code, boolean wanted, Local x, float least) {
        if (wanted) {
            code.get(x)
                    .get(x)
                    .op(F32X4_ABS)
                    .f32x4(least)
                    .op(F32X4_GE)
                    .op(V128_AND)
                    .set(x);
        }
    }

    /** Whether this step changes what outlives the batch. */
    private boolean updates() {
        return output.role() == Value.Role.SLOT || output.role() == Value.Role.PARAMETER;
    }

    /** How one input reaches the formula. */
    private final class Feed {
        private final Code code;
        private final Value x;
        private final Kind kind;
        private final int start;
        private final Local pointer;
        private final Local base;
        private final Local number;

        Feed(Code code, Value x) {
            this.code = code;
            this.x = x;
            kind = kind(x);
            start = emission.of(x);
            pointer = code.local(I32);
            base = code.local(I32);
            number = code.local(V128);
            code.set(pointer, start).set(base, start);
            if (kind == Kind.SINGLE) {
                code.load(V128_LOAD32_SPLAT, pointer, 0).set(number);
            }
        }

        Local load() {
            return switch (kind) {
                case SINGLE, EACH_ONE -> number;
                case WHOLE, SAME, EACH -> {
                    code.load(V128_LOAD, pointer, 0).set(number);
                    flush(code, updates() && x.role() == Value.Role.GRADIENT, number, FADED_GRADIENT);
                    yield number;
                }
            };
        }

        void advance() {
            if (kind == Kind.WHOLE || kind == Kind.SAME || kind == Kind.EACH) {
                code.add(pointer, 16);
            }
        }

        /** A vector that covered the end of the segment went too far; at the end of its numbers an input starts again. */
        void endSegment(int over) {
            if (kind == Kind.WHOLE) {
                code.add(pointer, over);
            } else if (kind == Kind.SAME || kind == Kind.EACH) {
                code.add(pointer, over);
                code.get(base).get(pointer);
                code.get(pointer)
                        .get(base)
                        .plus(4 * x.size())
                        .op(I32_EQ)
                        .select()
                        .set(pointer);
            }
        }

        void beginSample() {
            if (kind == Kind.EACH_ONE) {
                code.load(V128_LOAD32_SPLAT, base, 0).set(number);
            }
        }

        void endSample() {
            if (kind == Kind.EACH_ONE || kind == Kind.EACH) {
                code.add(base, 4 * x.size()).set(pointer, base);
            }
        }
    }
}
