package dev.steep.worker.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import dev.steep.kernels.host.Host;
import dev.steep.kernels.host.Peak;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a machine whose clock goes on by what its loops cost, and is disturbed when a test says so. */
class GaugeTest {
    private static final double QUIET = 0.01;
    private static final double DISTURBED = 0.07;

    private double time;
    private int calls;

    /** From which call on a loop takes as long as it should. */
    private int quietFrom;

    private int fastLoop = -1;

    @Test
    void theFastestOfAllLoopsCounts() {
        Peak peak = new Peak(new Machine());
        fastLoop = peak.count() - 2;
        Gauge gauge = new Gauge(peak, () -> time);
        for (int i = 0; i < peak.count(); i++) {
            gauge.advance();
        }
        double flops = peak.run(fastLoop);
        assertEquals(flops / (QUIET / 2), gauge.flopsPerMs(), 0.01 * gauge.flopsPerMs());
    }

    @Test
    void oneQuietSliceIsEnough() {
        quietFrom = 2500;
        Peak peak = new Peak(new Machine());
        Gauge gauge = new Gauge(peak, () -> time);
        while (calls < 2000) {
            gauge.advance();
        }
        double disturbed = gauge.flopsPerMs();
        while (calls < 5000) {
            gauge.advance();
        }
        quietFrom = Integer.MAX_VALUE;
        double quiet = gauge.flopsPerMs();
        gauge.advance();
        assertEquals(DISTURBED / QUIET, quiet / disturbed, 0.1);
        assertEquals(quiet, gauge.flopsPerMs(), "a slice that is disturbed later changes nothing");
    }

    /** For longer than the bench should last, the gauge alone is slowed down: the share would come out above 1. */
    @Test
    void aBenchGoesOnUntilItsGaugeHasBeenLeftInPeace() {
        quietFrom = 50_000;
        Peak peak = new Peak(new Machine());
        fastLoop = 0;
        double flopsPerMs = 0.9 * peak.run(fastLoop) / (QUIET / 2);
        Bench bench = new Bench(Workload.GEMM, new Work(flopsPerMs), Optional.of(peak), () -> time, 1);
        int turns = 0;
        while (!bench.advance()) {
            assertTrue(++turns < 1000, "the bench does not end");
        }
        assertEquals(0.9, Json.parse(bench.result()).asObject().getDouble("share", Double.NaN), 0.001, bench.result());
        assertTrue(calls > quietFrom, calls + " calls");
    }

    @Test
    void aBenchDoesNotGoOnForEver() {
        quietFrom = Integer.MAX_VALUE;
        Peak peak = new Peak(new Machine());
        Bench bench = new Bench(Workload.GEMM, new Work(peak.run(0) / QUIET), Optional.of(peak), () -> time, 1);
        while (!bench.advance()) {
            assertTrue(time < 11_000, "the bench does not end");
        }
        assertEquals(null, Json.parse(bench.result()).asObject().get("share"), "a peak that is none has no share");
    }

    /** Work of one operation for each sample. */
    private final class Work implements BenchLoad {
        private final double flopsPerMs;
        private double samples;

        Work(double flopsPerMs) {
            this.flopsPerMs = flopsPerMs;
        }

        @Override
        public void advance(double milliseconds) {
            time += milliseconds;
            samples += flopsPerMs * milliseconds;
        }

        @Override
        public double samples() {
            return samples;
        }

        @Override
        public double flopsPerSample() {
            return 1;
        }

        @Override
        public String backend() {
            return "none";
        }
    }

    private final class Machine implements Host, Host.Instance {
        @Override
        public Instance instantiate(byte[] module) {
            return this;
        }

        @Override
        public void call(String function, int... arguments) {
            double cost = ++calls < quietFrom ? DISTURBED : QUIET;
            time += function.equals("run " + fastLoop) ? cost / 2 : cost;
        }

        @Override
        public void write(int address, float[] numbers) {}

        @Override
        public void write(int address, int[] numbers) {}

        @Override
        public void write(int address, byte[] bytes) {}

        @Override
        public float[] floats(int address, int count) {
            return new float[count];
        }
    }
}
