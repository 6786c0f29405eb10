package dev.steep.kernels;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.engine.Piece;
import dev.steep.engine.Supply;
import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.image.ConvInputGradient;
import dev.steep.kernels.image.ConvKernel;
import dev.steep.kernels.image.GroupedConv;
import dev.steep.kernels.image.PoolKernel;
import dev.steep.kernels.image.ResampleKernel;
import dev.steep.kernels.plan.Fusion;
import dev.steep.kernels.plan.Liveness;
import dev.steep.kernels.product.Gemm;
import dev.steep.kernels.vector.ConcatenateKernel;
import dev.steep.kernels.vector.MapKernel;
import dev.steep.kernels.vector.MatchKernel;
import dev.steep.kernels.vector.NoiseKernel;
import dev.steep.kernels.vector.PermutationKernel;
import dev.steep.kernels.vector.SoftmaxKernel;
import dev.steep.kernels.vector.StandardizeKernel;
import dev.steep.kernels.vector.SumKernel;
import dev.steep.tape.Concat;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Noise;
import dev.steep.tape.Permutation;
import dev.steep.tape.Pool;
import dev.steep.tape.Program;
import dev.steep.tape.Resample;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Standardize;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A program as a module: what is in it, where its numbers are, and the functions that {@link KernelsMachine} calls. */
final class Compiler {
    static final int ROWS = 0;
    static final int COUNT = 4;
    static final int SEED = 8;
    static final int SCALARS = 12;

    static final int LOSS = 0;
    static final int HITS = 4;

    final Program program;
    final int batch;
    final Placement places;
    final byte[] module;

    /** What a training step consists of. */
    final List<Piece> pieces = new ArrayList<>();

    private final MemoryPlan memory;
    private final Emission emission;

    Compiler(Program program, Supply supply, int batch) {
        this.program = program;
        this.batch = batch;
        places = new Placement(program, supply, batch);
        memory = places.memory;
        emission = new Emission(memory);

        Function gather = places.supply.emit("gather", program.train(), emission);
        Function gatherOther = places.supply.emit("gather other", program.predict(), emission);
        Function forward = phase(program.training(), Tape.Phase.FORWARD, "forward");
        Function backward = phase(program.training(), Tape.Phase.BACKWARD, "backward");
        Function update = phase(program.training(), Tape.Phase.UPDATE, "update");
        phase(program.prediction(), Tape.Phase.FORWARD, "look").export();
        Set<Value> answers = new HashSet<>(answers(program));
        Function predict = whole(program.prediction(), answers, places.predicted, "predict", piece -> {})
                .export();

        Function prepare = prepare("prepare", program.training(), places.trainingScalars, gather);
        Function prepareOther = prepare("prepare other", program.prediction(), places.predictionScalars, gatherOther);
        replay(run(prepare, List.of(forward, backward, update)));
        train(prepare, whole(program.training(), new HashSet<>(outcome(program)), batch, "step", pieces::add));
        emission.module
                .function("evaluate", List.of(I32), List.of(), code -> {
                    Local header = code.param(0);
                    code.get(header)
                            .call(prepareOther)
                            .load(I32_LOAD, header, COUNT)
                            .call(predict);
                })
                .export();
        emission.module
                .function("reserve", List.of(I32), List.of(), code -> code.get(code.param(0))
                        .memoryGrow()
                        .i32(-1)
                        .op(I32_EQ)
                        .when(code::unreachable))
                .export();
        module = emission.module.bytes();
    }

    /** What predicting leaves in memory, for all others read only after a look at each step by itself. */
    static List<Value> answers(Program program) {
        Program.Ends ends = program.predict();
        List<Value> answers =
                new ArrayList<>(List.of(ends.input(), ends.target(), ends.output(), ends.loss(), ends.hits()));
        program.penalty().ifPresent(answers::add);
        return answers;
    }

    /** What a training step leaves in memory, for all others read only after it was replayed. */
    static List<Value> outcome(Program program) {
        Program.Ends ends = program.train();
        return List.of(ends.output(), ends.loss(), ends.hits());
    }

    private Function phase(Tape tape, Tape.Phase phase, String name) {
        return all(Fusion.apart(tape.steps(phase), memory), name, piece -> {});
    }

    /** A tape as one, of which only some values can be read afterwards. */
    private Function whole(Tape tape, Set<Value> kept, int samples, String name, Consumer<Piece> pieces) {
        List<StepGroup> groups = Fusion.together(tape, memory, kept);
        return memory.with(Liveness.of(groups, kept, memory, samples), () -> all(groups, name, pieces));
    }

    private Function all(List<StepGroup> groups, String name, Consumer<Piece> pieces) {
        List<Function> functions = new ArrayList<>();
        for (StepGroup group : groups) {
            emission.used();
            group.head().on(new Maker(group, emission, places.seed)).ifPresent(function -> {
                functions.add(function);
                pieces.accept(piece(group, emission.used()));
            });
        }
        return emission.step(
                name,
                code -> functions.forEach(function -> code.get(code.param(0)).call(function)));
    }

    private static Piece piece(StepGroup group, List<Function> functions) {
        return new Piece(
                group.output().name(),
                group.steps().stream().map(Step::sentence).toList(),
                () -> functions.stream().map(Function::listing).collect(Collectors.joining("\n")));
    }

    /** A function of (header) that sets seed and scalars and gathers the samples. */
    private Function prepare(String name, Tape tape, int scalars, Function gather) {
        return emission.module.function(name, List.of(I32), List.of(), code -> {
            Local header = code.param(0);
            code.i32(places.seed).load(I32_LOAD, header, SEED).store(I32_STORE, 0);
            Local from = code.local(I32);
            code.load(I32_LOAD, header, SCALARS).set(from);
            for (int i = 0; i < tape.scalars().size(); i++) {
                int at = i * MemoryPlan.SCALAR_BYTES;
                code.storeAt(I64_STORE, scalars + at, () -> code.load(I64_LOAD, from, at));
            }
            code.load(I32_LOAD, header, ROWS).load(I32_LOAD, header, COUNT).call(gather);
        });
    }

    /** run(header, last): one batch, up to a phase. */
    private Function run(Function prepare, List<Function> phases) {
        return emission.module
                .function("run", List.of(I32, I32), List.of(), code -> {
                    Local header = code.param(0);
                    code.get(header).call(prepare);
                    for (int i = 0; i < phases.size(); i++) {
                        Function phase = phases.get(i);
                        code.get(code.param(1)).i32(i).op(I32_GE_S).when(() -> code.load(I32_LOAD, header, COUNT)
                                .call(phase));
                    }
                })
                .export();
    }

    /** replay(header): forward and backward of the last step that trained, with the weights that it began with. */
    private void replay(Function run) {
        emission.module
                .function("replay", List.of(I32), List.of(), code -> {
                    Local header = code.param(0);
                    exchangeWeights(code);
                    code.get(header).i32(Tape.Phase.BACKWARD.ordinal()).call(run);
                    exchangeWeights(code);
                })
                .export();
    }

    /** The weights of now and those kept of before change places. */
    private void exchangeWeights(Code code) {
        code.scope(() -> {
            Local at = code.local(I32);
            Local now = code.local(V128);
            code.range(at, 0, (int) places.weightBytes, 16, () -> {
                code.load(V128_LOAD, at, (int) places.weights).set(now);
                code.store(V128_STORE, at, (int) places.weights, () -> code.load(V128_LOAD, at, places.earlier));
                code.store(V128_STORE, at, places.earlier, now);
            });
        });
    }

    /**
     * train(header, batches): all phases of one batch after the other, and what comes of each. Before the last one the weights are
     * kept: once in some ten milliseconds, and a hundredth of what a step does with them.
     */
    private void train(Function prepare, Function step) {
        emission.module
                .function("train", List.of(I32, I32), List.of(), code -> {
                    Local header = code.param(0);
                    Local outcome = code.local(I32);
                    code.set(outcome, places.outcomes).repeat(code.param(1), () -> {
                        code.get(header).call(prepare);
                        code.get(code.param(1)).i32(1).op(I32_EQ).when(() -> code.i32(places.earlier)
                                .i32((int) places.weights)
                                .i32((int) places.weightBytes)
                                .memoryCopy());
                        code.load(I32_LOAD, header, COUNT).call(step);
                        keep(code, outcome, LOSS, program.train().loss());
                        keep(code, outcome, HITS, program.train().hits());
                        code.add(header, Placement.HEADER).add(outcome, Placement.OUTCOME);
                    });
                })
                .export();
    }

    private void keep(Code code, Local outcome, int offset, Value value) {
        code.store(F32_STORE, outcome, offset, () -> code.loadAt(F32_LOAD, emission.of(value)));
    }

    /** Which function carries out which step; none where two values are the same memory. */
    private record Maker(StepGroup group, Emission emission, int seed) implements Step.Visitor<Optional<Function>> {
        @Override
        public Optional<Function> elementwise(Elementwise step) {
            return Optional.of(MapKernel.emit(group, emission));
        }

        @Override
        public Optional<Function> sum(Sum step) {
            return Optional.of(SumKernel.emit(group, emission));
        }

        @Override
        public Optional<Function> reshape(Reshape step) {
            if (MemoryPlan.shares(step)) {
                return Optional.empty();
            }
            return Optional.of(emission.step(step.output().name(), code -> {
                code.i32(emission.of(step.output())).i32(emission.of(step.x()));
                Count.of(step.x()).push(code, code.param(0)).times(4).memoryCopy();
            }));
        }

        @Override
        public Optional<Function> permutation(Permutation step) {
            return Optional.of(PermutationKernel.emit(step, emission));
        }

        @Override
        public Optional<Function> matMul(MatMul step) {
            return Optional.of(Gemm.emit(group, emission));
        }

        @Override
        public Optional<Function> conv(Conv step) {
            return Optional.of(
                    step.groups().whole() ? ConvKernel.forward(group, emission) : GroupedConv.forward(step, emission));
        }

        @Override
        public Optional<Function> convInputGradient(Conv.InputGradient step) {
            return Optional.of(
                    step.groups().whole()
                            ? ConvInputGradient.emit(group, emission)
                            : GroupedConv.inputGradient(step, emission));
        }

        @Override
        public Optional<Function> convKernelGradient(Conv.KernelGradient step) {
            return Optional.of(
                    step.groups().whole()
                            ? ConvKernel.kernelGradient(group, emission)
                            : GroupedConv.kernelGradient(step, emission));
        }

        @Override
        public Optional<Function> pool(Pool step) {
            return Optional.of(PoolKernel.forward(step, emission));
        }

        @Override
        public Optional<Function> poolGradient(Pool.Gradient step) {
            return Optional.of(PoolKernel.gradient(group, emission));
        }

        @Override
        public Optional<Function> softmax(Softmax step) {
            return Optional.of(SoftmaxKernel.forward(step, emission));
        }

        @Override
        public Optional<Function> softmaxGradient(Softmax.Gradient step) {
            return Optional.of(SoftmaxKernel.gradient(step, emission));
        }

        @Override
        public Optional<Function> standardize(Standardize step) {
            return Optional.of(StandardizeKernel.forward(step, emission));
        }

        @Override
        public Optional<Function> standardizeGradient(Standardize.Gradient step) {
            return Optional.of(StandardizeKernel.gradient(step, emission));
        }

        @Override
        public Optional<Function> crossEntropy(CrossEntropy step) {
            return Optional.of(SoftmaxKernel.crossEntropy(step, emission));
        }

        @Override
        public Optional<Function> noise(Noise step) {
            return Optional.of(NoiseKernel.emit(step, emission, seed));
        }

        @Override
        public Optional<Function> resample(Resample step) {
            return Optional.of(ResampleKernel.forward(step, emission));
        }

        @Override
        public Optional<Function> resampleGradient(Resample.Gradient step) {
            return Optional.of(ResampleKernel.gradient(step, emission));
        }

        @Override
        public Optional<Function> match(Match step) {
            return Optional.of(MatchKernel.emit(step, emission));
        }

        @Override
        public Optional<Function> concatenate(Concat step) {
            return Optional.of(ConcatenateKernel.emit(step, emission));
        }

        @Override
        public Optional<Function> concatenatePart(Concat.Part step) {
            return Optional.of(ConcatenateKernel.emit(step, emission));
        }
    }
}
