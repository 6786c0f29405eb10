package dev.steep.kernels;

import dev.steep.engine.Backend;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.kernels.host.Host;
import dev.steep.tape.Program;

/** The back end that compiles a program to WebAssembly. */
public final class Kernels implements Backend {
    static final String NAME = "kernels";

    /** Operations a second on a slow computer; a laptop with 3 GHz does 40 billion. */
    static final double SPEED = 10e9;

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
    public long bytes(Program program, Supply supply, int batch) {
        return new Placement(program, supply, batch).bytes();
    }

    @Override
    public double speed() {
        return SPEED;
    }

    @Override
    public Machine open(Program program, Supply supply, int batch) {
        return new KernelsMachine(host, new Compiler(program, supply, batch));
    }
}
