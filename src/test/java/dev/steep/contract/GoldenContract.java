package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.engine.Backend;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training gives the same numbers, to the last bit, on the JVM and in every browser and build. */
interface GoldenContract extends Contract {
    @ParameterizedTest
    @EnumSource
    default void trainingGivesTheNumbersThatAreWritten(Golden golden) {
        Backend backend = backend();
        assertEquals(hex(golden.hashes(backend.name())), hex(golden.train(backend)));
    }

    private static String hex(List<Integer> hashes) {
        return "weights 0x" + Integer.toHexString(hashes.get(0)) + ", all 0x" + Integer.toHexString(hashes.get(1));
    }
}
