package dev.steep.kernels;

import dev.steep.contract.BackendContract;
import dev.steep.engine.Backend;

/** The kernels keep the contract to the rounding of float32 arithmetic. */
class KernelsContractTest implements BackendContract {
    private static final Host HOST = new GraalHost();

    @Override
    public Backend backend() {
        return new Kernels(HOST);
    }

    @Override
    public double tolerance() {
        return 1e-5;
    }
}
