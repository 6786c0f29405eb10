package dev.steep.kernels;

import dev.steep.contract.BackendContract;
import dev.steep.engine.Backend;

/**
 * The kernels keep the contract of every back end to the rounding of float32 arithmetic, and contracts of their own, on
 * whatever runs their modules.
 */
public interface KernelsContract extends BackendContract, MathFunctionsContract, SizesContract, RandomNetworksContract {
    @Override
    default Backend backend() {
        return new Kernels(host());
    }

    @Override
    default double tolerance() {
        return 1e-5;
    }
}
