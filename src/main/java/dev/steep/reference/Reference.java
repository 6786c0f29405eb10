package dev.steep.reference;

import dev.steep.engine.Backend;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;

/** Back end 1, the definition: plain Java in double precision. */
public final class Reference implements Backend {
    static final String NAME = "reference";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ReferenceMachine open(Program program, Supply supply, int batch) {
        return new ReferenceMachine(program, supply, batch);
    }
}
