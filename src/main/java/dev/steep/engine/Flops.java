package dev.steep.engine;

import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;

/** How much arithmetic a training step asks for: what its steps say of themselves ({@link Step#flops}). */
public final class Flops {
    private Flops() {}

    /** Operations of one training step with so many samples. */
    public static double perStep(Program program, int samples) {
        double sum = 0;
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : program.training().steps(phase)) {
                sum += step.flops(samples);
            }
        }
        return sum;
    }
}
