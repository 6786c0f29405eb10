package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.FormulaChain;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Step;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Formulas over whole tensors. Inputs that repeat cut the output into segments, within which every input either runs on or is
 * one number.
 */
public final class MapKernel {
    private final Emission emission;
    private final StepGroup group;
    private final List<Elementwise> steps = new ArrayList<>();
    private final Value output;
    private final int segment;
    private final boolean each;

    private MapKernel(StepGroup group, Emission emission) {
        this.emission = emission;
        this.group = group;
        output = group.head().output();
        for (Step step : group.steps()) {
            steps.add((Elementwise) step);
        }
        each = FormulaChain.inputs(steps).stream().anyMatch(x -> x.batched() && x.size() < output.size());
        int cut = each ? output.size() : 0;
        for (Value x : FormulaChain.inputs(steps)) {
            if (output.size() % x.size() != 0 || x.batched() && !output.batched()) {
                throw new IllegalArgumentException("Cannot repeat " + x + " over " + output + ".");
            }
            if (x.size() > 1 && kind(x) != Reach.WHOLE) {
                cut = greatestCommonDivisor(cut, x.size());
            }
        }
        segment = cut;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** How an input relates to the output. */
    private enum Reach {
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

    private Reach kind(Value x) {
        if (StepGroup.isWhole(x, output)) {
            return Reach.WHOLE;
        }
        if (x.batched()) {
            return x.size() == 1 ? Reach.EACH_ONE : Reach.EACH;
        }
        return x.size() == 1 ? Reach.SINGLE : Reach.SAME;
    }

    public static Function emit(StepGroup group, Emission emission) {
        MapKernel kernel = new MapKernel(group, emission);
        return emission.step(group.output().name(), code -> kernel.new Writer(code).write());
    }

    private final class Writer {
        private final Code code;
        private final FormulaChain chain;
        private final Map<Value, Feed> feeds = new LinkedHashMap<>();

        /** How far into the outputs, in bytes. */
        private final Local at;

        private final Local left;

        Writer(Code code) {
            this.code = code;
            at = code.local(I32);
            left = code.local(I32);
            code.set(at, 0);
            for (Value x : FormulaChain.inputs(steps)) {
                feeds.put(x, new Feed(x));
            }
            chain = new FormulaChain(code, emission.math, steps);
        }

        void write() {
            Local samples = code.param(0);
            if (segment == 0) {
                Count all = Count.of(output);
                all.push(code, samples).set(left);
                run(all);
            } else if (each) {
                code.repeat(samples, () -> {
                    feeds.values().forEach(Feed::beginSample);
                    code.repeat(output.size() / segment, this::segment);
                    feeds.values().forEach(Feed::endSample);
                });
            } else {
                Local segments = code.local(I32);
                new Count(output.size() / segment, output.batched())
                        .push(code, samples)
                        .set(segments);
                code.repeat(segments, this::segment);
            }
        }

        private void segment() {
            code.set(left, segment);
            run(new Count(segment, false));
            feeds.values().forEach(Feed::endSegment);
        }

        /** So many numbers, of which {@code left} holds the count. */
        private void run(Count count) {
            code.countDown(left, 4, () -> {
                vector(y -> code.store(V128_STORE, at, group.address(y.value), y.vector));
                go(16);
            });
            if (!count.isMultipleOf(4)) {
                boolean known = !count.perSample();
                int lanes = count.times() % 4;
                Runnable rest = () -> {
                    vector(y -> {
                        int base = group.address(y.value);
                        if (known) {
                            TailLanes.store(code, at, base, y.vector, lanes);
                        } else {
                            TailLanes.store(code, at, base, y.vector, left);
                        }
                    });
                    if (known) {
                        go(4 * lanes);
                    }
                };
                if (known) {
                    rest.run();
                } else {
                    code.get(left).when(rest);
                }
            }
        }

        private void go(int bytes) {
            code.add(at, bytes);
            feeds.values().forEach(feed -> feed.go(bytes));
        }

        private record Result(Value value, Local vector) {}

        private void vector(Consumer<Result> store) {
            code.scope(() -> chain.run(this::load).forEach((y, vector) -> {
                if (group.stores(y)) {
                    store.accept(new Result(y, vector));
                }
            }));
        }

        private Local load(Value x) {
            Feed feed = feeds.get(x);
            if (feed == null) {
                throw new IllegalStateException(x + " is no input.");
            }
            return feed.load();
        }

        /** How one input reaches the formulas. */
        private final class Feed {
            private final Value x;
            private final Reach kind;

            /** Of repeated numbers, where they start and where the next ones are. */
            private final Local base;

            private final Local pointer;
            private final Local number;

            Feed(Value x) {
                this.x = x;
                kind = kind(x);
                base = code.local(I32);
                pointer = code.local(I32);
                number = code.local(V128);
                if (kind == Reach.SINGLE) {
                    code.i32(group.address(x)).load(V128_LOAD32_SPLAT, 0).set(number);
                } else if (kind != Reach.WHOLE) {
                    code.set(pointer, group.address(x)).set(base, pointer);
                }
            }

            private boolean runs() {
                return kind == Reach.SAME || kind == Reach.EACH;
            }

            Local load() {
                return switch (kind) {
                    case SINGLE, EACH_ONE -> number;
                    case WHOLE -> {
                        code.load(V128_LOAD, at, group.address(x)).set(number);
                        yield number;
                    }
                    case SAME, EACH -> {
                        code.load(V128_LOAD, pointer, 0).set(number);
                        yield number;
                    }
                };
            }

            void go(int bytes) {
                if (runs()) {
                    code.add(pointer, bytes);
                }
            }

            /** At the end of its numbers an input starts again. */
            void endSegment() {
                if (runs()) {
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
                if (kind == Reach.EACH_ONE) {
                    code.load(V128_LOAD32_SPLAT, base, 0).set(number);
                }
            }

            void endSample() {
                if (kind == Reach.EACH_ONE || kind == Reach.EACH) {
                    code.add(base, 4 * x.size()).set(pointer, base);
                }
            }
        }
    }
}
