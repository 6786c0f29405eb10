package dev.steep.contract;

import dev.steep.engine.Backend;
import dev.steep.reference.Reference;

/** The reference keeps the contract to the rounding of its results to float32. */
public interface ReferenceContract extends BackendContract {
    @Override
    default Backend backend() {
        return new Reference();
    }

    @Override
    default double tolerance() {
        return 1e-7;
    }
}
