package dev.steep.kernels;

import dev.steep.engine.Backend;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;

/** The back end that compiles a program to WebAssembly. */
public final class Kernels implements Backend {
    static final String NAME = "kernels";

    private final Host host;

    /** Runs what it compiles by this host. */
    public Kernels(Host host) {
        this.host = host;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Machine open(Program program, Supply supply, int batch) {
        return new KernelsMachine(host, new Compiler(program, supply, batch));
    }
}
