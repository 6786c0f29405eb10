package dev.steep.contract;

import dev.steep.engine.Backend;
import dev.steep.reference.Reference;

/** The reference keeps the contract to the rounding of its results to float32. */
class ReferenceContractTest implements BackendContract {
    @Override
    public Backend backend() {
        return new Reference();
    }

    @Override
    public double tolerance() {
        return 1e-7;
    }
}
