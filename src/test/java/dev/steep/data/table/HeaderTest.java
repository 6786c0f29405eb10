package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names of columns. */
class HeaderTest {
    /** By trying (2), (3), ... anew for each, this took longer than anybody waits. */
    @Test
    void thousandsOfColumnsOfOneNameAreNamedInOnePass() {
        String[] header = Collections.nCopies(50_000, "flux").toArray(new String[0]);
        header[1] = "flux (3)";
        List<String> names = assertTimeout(
                Duration.ofSeconds(10), () -> Header.names(Optional.of(header), header.length, new ArrayList<>()));
        assertEquals(List.of("flux", "flux (3)", "flux (2)", "flux (4)"), names.subList(0, 4));
        assertEquals(header.length, new HashSet<>(names).size());
    }
}
