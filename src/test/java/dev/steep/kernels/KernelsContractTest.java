package dev.steep.kernels;

import dev.steep.kernels.host.Host;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels on the JVM, by GraalWasm. */
class KernelsContractTest implements KernelsContract {
    private static final Host HOST = new GraalHost();

    @Override
    public Host host() {
        return HOST;
    }

    /** One network in four: the browser has all of them, and GraalWasm's interpreter takes seven times as long. */
    @Override
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 12, 16, 20, 24})
    public void everyValueOfATrainingStep(int score) {
        KernelsContract.super.everyValueOfATrainingStep(score);
    }

    /** Some sizes around those of vectors and tiles; the browser has all. */
    @Override
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 16, 17, 41})
    public void everySizeOfEveryDimension(int n) {
        KernelsContract.super.everySizeOfEveryDimension(n);
    }
}
