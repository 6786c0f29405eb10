package dev.steep.worker.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.RecipeText;
import dev.steep.reference.Reference;
import dev.steep.worker.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTest {
    @ParameterizedTest
    @EnumSource(names = "GEMM", mode = EnumSource.Mode.EXCLUDE)
    void everyWorkloadIsARecipeWithoutAnythingToComplainOf(Workload workload) {
        Talk talk = new Talk();
        Report.Opened opened = talk.ask(
                Report.Opened.class,
                new Request.Open(workload.recipe().orElseThrow().toString()));
        assertTrue(opened.problems().isEmpty(), opened.problems().toString());
        assertTrue(opened.notices().isEmpty(), opened.notices().toString());
        assertEquals(
                workload.recipe().orElseThrow(),
                RecipeText.read(workload.recipe().orElseThrow().toString()).recipe());
    }

    /** By hand: forward and dW take every weight once, dX all but those of the first layer. */
    @Test
    void operationsAreCounted() {
        long products = 2 * 8 + 8 * 8 + 8;
        assertEquals(2.0 * (2 * products + products - 2 * 8), flops(Workload.W1));
        assertEquals(2.0 * 8 * 128 * 784, flops(Workload.GEMM));
    }

    private static double flops(Workload workload) {
        return workload.on(new Reference(), () -> 0).flopsPerSample();
    }

    /** The median says how fast it usually is, the fastest slice what is compared with the peak. */
    @Test
    void theFastestSliceIsNoSlowerThanTheMedian() {
        JsonObject result = bench(new Talk(), "w1", "");
        double usual = result.getDouble("samplesPerSecond", 0) * flops(Workload.W1) / 1e9;
        assertTrue(result.getDouble("gflops", 0) >= usual * (1 - 1e-12), result.toString());
    }

    @Test
    void aMeasurementSaysWhatWasMeasured() {
        JsonObject result = bench(new Talk(), "w1", "reference");
        assertEquals("w1", result.getString("workload", ""));
        assertEquals("reference", result.getString("backend", ""));
        assertTrue(result.getDouble("samplesPerSecond", 0) > 0);
        assertEquals(null, result.get("share"), "without a measure of the peak there is no share of it");
    }

    @Test
    void whatIsNotThereIsSaid() {
        Talk talk = new Talk();
        assertTrue(refused(talk, new Inquiry.Bench("w9", "", 10)).contains("w2-adam"));
        assertTrue(refused(talk, new Inquiry.Bench("w1", "abacus", 10)).contains("reference"));
        assertTrue(refused(talk, new Inquiry.Bench("w1", "", Double.NaN)).contains("milliseconds"));
        assertFalse(talk.lab.turn());
    }

    private static String refused(Talk talk, Inquiry inquiry) {
        return talk.ask(Report.Refused.class, inquiry).sentence();
    }

    private static JsonObject bench(Talk talk, String workload, String backend) {
        return Json.parse(talk.ask(Report.Text.class, new Inquiry.Bench(workload, backend, 20))
                        .text())
                .asObject();
    }

    @Test
    void measurementsThatCannotHaveTheirTurnSoonAreRefused() {
        Talk talk = new Talk();
        int last = 0;
        for (int i = 0; i < 51; i++) {
            last = talk.send(new Inquiry.Bench("w1", "", 1));
        }
        assertTrue(((Report.Refused) talk.answer(last)).sentence().contains("50 measurements"));
        talk.rest();
        for (int id = 1; id < last; id++) {
            assertEquals(Report.Text.class, talk.answer(id).getClass());
        }
    }
}
