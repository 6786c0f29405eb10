package dev.steep.reference;

import dev.steep.engine.Backend;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;
import dev.steep.tape.Reshape;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Back end 1, the definition: plain Java in double precision. */
public final class Reference implements Backend {
    static final String NAME = "reference";

    /** Operations a second on a slow computer. */
    static final double SPEED = 1.5e9;

    /** What a value takes next to its numbers, in numbers. */
    private static final double VALUE = 8;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long bytes(Program program, Supply supply, int batch) {
        double numbers = 0;
        Set<Value> seen = new HashSet<>();
        for (Tape tape : List.of(program.training(), program.prediction())) {
            int samples = tape == program.training() ? batch : ReferenceMachine.rows(tape);
            for (Tape.Phase phase : Tape.Phase.values()) {
                for (Step step : tape.steps(phase)) {
                    numbers += TaskScratch.of(step);
                    if (step instanceof Reshape reshape && ValueArrays.shares(reshape)) {
                        seen.add(reshape.output());
                    }
                }
            }
            for (Value value : tape.values()) {
                boolean kept = ReferenceMachine.keepsBefore(value) && tape == program.training();
                numbers += kept ? VALUE + value.count(1) : 0;
                numbers += seen.add(value) ? VALUE + value.count(samples) : 0;
            }
        }
        return (long) (8 * numbers);
    }

    @Override
    public double speed() {
        return SPEED;
    }

    @Override
    public ReferenceMachine open(Program program, Supply supply, int batch) {
        return new ReferenceMachine(program, supply, batch);
    }
}
