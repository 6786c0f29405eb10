package dev.steep.reference;

import dev.steep.tape.Concat;
import dev.steep.tape.Value;

/** Copies runs of numbers between one tensor and the part of another that stands for it. */
final class ConcatenateTask implements StepTask {
    private final double[] from;
    private final double[] to;
    private final int rounds;
    private final int width;
    private final int fromStep;
    private final int fromStart;
    private final int toStep;
    private final int toStart;

    private ConcatenateTask(double[] from, double[] to, int rounds, int width, int[] read, int[] written) {
        this.from = from;
        this.to = to;
        this.rounds = rounds;
        this.width = width;
        fromStart = read[0];
        fromStep = read[1];
        toStart = written[0];
        toStep = written[1];
    }

    static StepTask forward(Concat step, ValueArrays memory) {
        StepTask[] copies = new StepTask[step.inputs().size()];
        int all = step.output().size() / step.rounds();
        int start = 0;
        for (int i = 0; i < copies.length; i++) {
            Value x = step.inputs().get(i);
            int width = x.size() / step.rounds();
            copies[i] = new ConcatenateTask(
                    memory.of(x), memory.of(step.output()), step.rounds(), width, new int[] {0, width}, new int[] {
                        start, all
                    });
            start += width;
        }
        return samples -> {
            for (StepTask copy : copies) {
                copy.run(samples);
            }
        };
    }

    static StepTask part(Concat.Part step, ValueArrays memory) {
        int width = step.output().size() / step.rounds();
        int all = step.y().size() / step.rounds();
        return new ConcatenateTask(
                memory.of(step.y()),
                memory.of(step.output()),
                step.rounds(),
                width,
                new int[] {step.from(), all},
                new int[] {0, width});
    }

    @Override
    public void run(int samples) {
        for (int i = 0; i < samples * rounds; i++) {
            System.arraycopy(from, fromStart + i * fromStep, to, toStart + i * toStep, width);
        }
    }
}
