package dev.steep.worker;

import dev.steep.engine.Backend;
import dev.steep.engine.Budget;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.engine.TooLarge;
import dev.steep.engine.Work;
import dev.steep.tape.Program;
import java.util.List;

/** A fast back end, with another to fall back on for what the fast one cannot run: slower is better than not at all, unless it is too large. */
public final class FallbackBackend implements Backend {
    private final Backend fast;
    private final Backend sure;
    private List<String> remarks = List.of();

    public FallbackBackend(Backend fast, Backend sure) {
        this.fast = fast;
        this.sure = sure;
    }

    @Override
    public String name() {
        return fast.name();
    }

    @Override
    public long bytes(Program program, Supply supply, int batch) {
        return fast.bytes(program, supply, batch);
    }

    @Override
    public double speed() {
        return fast.speed();
    }

    @Override
    public Machine open(Program program, Supply supply, int batch) {
        remarks = List.of();
        try {
            return fast.open(program, supply, batch);
        } catch (RuntimeException problem) {
            boolean much = sure.bytes(program, supply, batch) > Budget.BYTES
                    || Work.of(program.training(), batch) / sure.speed() > Budget.STEP;
            if (much) {
                throw new TooLarge(sure, problem);
            }
            remarks = List.of("This network trains slowly here, by the " + sure.name() + " back end, because the "
                    + fast.name() + " back end failed: " + problem.getMessage());
            return sure.open(program, supply, batch);
        }
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }
}
