package dev.steep.chromium;

import dev.steep.browser.ModuleLoader;
import dev.steep.catalog.NumbersContract;
import dev.steep.contract.BackendContract;
import dev.steep.contract.ReferenceContract;
import dev.steep.kernels.KernelsContract;

/** Who keeps a contract in the browser: each back end, and how numbers are written, with all tests that it has to pass. */
enum Keeper {
    REFERENCE(ReferenceContract.class, new ReferenceContract() {}),
    KERNELS(KernelsContract.class, (KernelsContract) ModuleLoader::new),
    NUMBERS(NumbersContract.class, new NumbersContract() {});

    private final Class<?> contract;
    private final Object tests;

    Keeper(Class<?> contract, Object tests) {
        this.contract = contract;
        this.tests = tests;
    }

    /** The interface that has, or inherits, the tests. */
    Class<?> contract() {
        return contract;
    }

    /** What the tests run on; only in a browser. */
    Object tests() {
        return tests;
    }

    /** Whether it is a back end, which trains networks. */
    boolean trains() {
        return BackendContract.class.isAssignableFrom(contract);
    }
}
