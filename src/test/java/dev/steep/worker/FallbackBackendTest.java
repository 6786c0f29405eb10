package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Workload;
import dev.steep.engine.Backend;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.reference.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the fast back end fails, the other one takes over and says so. */
class FallbackBackendTest {
    @Test
    void takesTheFastOneWhereItWorks() {
        Backend quickest = new FallbackBackend(new Kernels(new GraalHost()), new Reference());
        assertEquals("kernels", quickest.name());
        assertEquals("kernels", Workload.of("w1").open(quickest).backend());
        assertEquals(List.of(), quickest.remarks());
    }

    @Test
    void fallsBackWithASentenceWhenTheModuleIsRefused() {
        Backend kernels = new Kernels(module -> {
            throw new IllegalStateException("CompileError: too much");
        });
        Backend quickest = new FallbackBackend(kernels, new Reference());
        assertEquals("reference", Workload.of("w1").open(quickest).backend());
        assertEquals(1, quickest.remarks().size());
        assertTrue(
                quickest.remarks().get(0).endsWith("CompileError: too much"),
                quickest.remarks().get(0));
    }
}
