package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.engine.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training gives the same weights, to the last bit, on the JVM and in every browser and build. */
interface GoldenContract extends Contract {
    @ParameterizedTest
    @EnumSource
    default void trainingGivesTheWeightsThatAreWritten(Golden golden) {
        Backend backend = backend();
        assertEquals(hex(golden.hash(backend.name())), hex(golden.train(backend)));
    }

    private static String hex(int hash) {
        return "0x" + Integer.toHexString(hash);
    }
}
