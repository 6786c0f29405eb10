package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Speed is measured, and the code that gives it is shown. */
@Tag("alone")
class BenchIT {
    private static final int ROUNDS = 3;

    /** Less than a third of what it is: compiled code that is not used, or not by vectors, is slower than this. */
    private static final double LEAST = 2;

    private static final List<String> WORKLOADS = List.of("gemm", "w1", "w2-sgd", "w2-adam", "w3");

    @ParameterizedTest
    @EnumSource
    void scriptsMeasure(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            for (String workload : WORKLOADS) {
                compiledIsFaster(lab, build, workload);
            }
        }
    }

    /** By turns, and the middle one of them: on a machine that is busy with other things, a single measurement may mean nothing. */
    private static void compiledIsFaster(LabPage lab, Build build, String workload) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double compiled = speed(lab, workload, "kernels");
            times.add(compiled / speed(lab, workload, "reference"));
        }
        times.sort(null);
        System.out.println(build.name + " " + workload + ": compiled is " + times + " times as fast as plain");
        assertTrue(times.get(ROUNDS / 2) > LEAST, workload + ": compiled is only " + times + " times as fast");
    }

    private static double speed(LabPage lab, String workload, String backend) {
        Map<?, ?> result = (Map<?, ?>) lab.call("bench", workload, Map.of("ms", 25, "backend", backend));
        assertEquals(workload, result.get("workload"));
        assertEquals(backend, result.get("backend"));
        double share =
                ((Number) result.get("gflops")).doubleValue() / ((Number) result.get("peakGflops")).doubleValue();
        assertEquals(share, ((Number) result.get("share")).doubleValue(), 1e-9);
        return ((Number) result.get("samplesPerSecond")).doubleValue();
    }

    @Test
    void thePageMeasures() {
        try (LabPage lab = LabPage.open(Site.shared(), "bench.html?ms=30")) {
            lab.button("Measure").click();
            lab.page().getByRole(AriaRole.PROGRESSBAR).waitFor();
            Locator rows = lab.find(".bench-table tbody tr");
            assertEquals(WORKLOADS.size(), rows.count());
            lab.page().getByText("Done.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertFalse(lab.find(".bench-table tbody").innerText().contains("–\t"));
            assertTrue(lab.find(".bench-status").innerText().contains("GFLOP/s"));
            assertTrue(rows.first().innerText().contains("%"), rows.first().innerText());
        }
    }

    @Test
    void measuringCanBeStopped() {
        try (LabPage lab = LabPage.open(Site.shared(), "bench.html?ms=30")) {
            lab.button("Measure").click();
            lab.waitFor("/%/.test(document.querySelector('.bench-table tbody').innerText)");
            lab.button("Stop").click();
            lab.page().getByText("Stopped after").waitFor();
            lab.button("Measure again").waitFor();
            assertTrue(lab.button("Copy as JSON").isEnabled());
        }
    }

    @Test
    void theCodeOfEachStepIsShownBesideItsFormula() {
        try (LabPage lab = LabPage.open(
                Site.shared(),
                "index.html#1/data=circle/Dense(4,activation=tanh)/Dense(1,sigmoid)/loss=binary_crossentropy")) {
            lab.eval("steep.ready");
            lab.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Code"))
                    .click();
            lab.button("Compiled").click();
            Locator tanh = lab.find(".code-piece")
                    .filter(new Locator.FilterOptions().setHasText("dense/output = tanh("))
                    .first();
            tanh.click();
            lab.waitFor("document.querySelector('.code-listing').innerText.includes('f32x4.mul')");
            lab.eval("steep.load('1/data=sine/Dense(3,relu)/Dense(1)/loss=mean_squared_error')");
            lab.waitFor("!document.querySelector('.code-pieces').innerText.includes('tanh(')");
            assertFalse(lab.find(".code-listing").innerText().isBlank());
        }
    }

    @Test
    void withoutCompiledCodeThePanelSaysSo() {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?backend=reference#1/data=xor/Dense(2,softmax)")) {
            lab.eval("steep.ready");
            lab.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Code"))
                    .click();
            lab.button("Compiled").click();
            lab.page().getByText("nothing was compiled for it").waitFor();
        }
    }
}
