package dev.steep.kernels;

import dev.steep.kernels.host.Host;

/** The kernels on the JVM, by GraalWasm. */
class KernelsContractTest implements KernelsContract {
    private static final Host HOST = new GraalHost();

    @Override
    public Host host() {
        return HOST;
    }
}
