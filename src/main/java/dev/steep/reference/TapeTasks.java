package dev.steep.reference;

import dev.steep.tape.Concat;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Noise;
import dev.steep.tape.Permutation;
import dev.steep.tape.Pool;
import dev.steep.tape.Resample;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Standardize;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;

/** The tasks of a tape, phase by phase. */
final class TapeTasks {
    private final StepTask[][] tasks = new StepTask[Tape.Phase.values().length][];

    TapeTasks(Tape tape, ValueArrays memory, NoiseTask.Seed seed) {
        Maker maker = new Maker(memory, seed);
        for (Tape.Phase phase : Tape.Phase.values()) {
            tasks[phase.ordinal()] =
                    tape.steps(phase).stream().map(step -> step.on(maker)).toArray(StepTask[]::new);
        }
    }

    /** Runs the phases up to and including the last. */
    void run(Tape.Phase last, int samples) {
        for (int phase = 0; phase <= last.ordinal(); phase++) {
            for (StepTask task : tasks[phase]) {
                task.run(samples);
            }
        }
    }

    /** Which task carries out which step. */
    private record Maker(ValueArrays memory, NoiseTask.Seed seed) implements Step.Visitor<StepTask> {
        @Override
        public StepTask elementwise(Elementwise step) {
            return ElementwiseTask.of(step, memory);
        }

        @Override
        public StepTask sum(Sum step) {
            return SumTask.of(step, memory);
        }

        @Override
        public StepTask reshape(Reshape step) {
            return new ReshapeTask(step, memory);
        }

        @Override
        public StepTask permutation(Permutation step) {
            return new PermutationTask(step, memory);
        }

        @Override
        public StepTask matMul(MatMul step) {
            return MatMulTask.of(step, memory);
        }

        @Override
        public StepTask conv(Conv step) {
            return ConvTask.forward(step, memory);
        }

        @Override
        public StepTask convInputGradient(Conv.InputGradient step) {
            return ConvTask.inputGradient(step, memory);
        }

        @Override
        public StepTask convKernelGradient(Conv.KernelGradient step) {
            return ConvTask.kernelGradient(step, memory);
        }

        @Override
        public StepTask pool(Pool step) {
            return PoolTask.forward(step, memory);
        }

        @Override
        public StepTask poolGradient(Pool.Gradient step) {
            return PoolTask.gradient(step, memory);
        }

        @Override
        public StepTask softmax(Softmax step) {
            return SoftmaxTask.forward(step, memory);
        }

        @Override
        public StepTask standardize(Standardize step) {
            return StandardizeTask.forward(step, memory);
        }

        @Override
        public StepTask standardizeGradient(Standardize.Gradient step) {
            return StandardizeTask.gradient(step, memory);
        }

        @Override
        public StepTask softmaxGradient(Softmax.Gradient step) {
            return SoftmaxTask.gradient(step, memory);
        }

        @Override
        public StepTask crossEntropy(CrossEntropy step) {
            return SoftmaxTask.crossEntropy(step, memory);
        }

        @Override
        public StepTask noise(Noise step) {
            return new NoiseTask(step, memory, seed);
        }

        @Override
        public StepTask resample(Resample step) {
            return ResampleTask.forward(step, memory);
        }

        @Override
        public StepTask resampleGradient(Resample.Gradient step) {
            return ResampleTask.gradient(step, memory);
        }

        @Override
        public StepTask match(Match step) {
            return new MatchTask(step, memory);
        }

        @Override
        public StepTask concatenate(Concat step) {
            return ConcatenateTask.forward(step, memory);
        }

        @Override
        public StepTask concatenatePart(Concat.Part step) {
            return ConcatenateTask.part(step, memory);
        }
    }
}
