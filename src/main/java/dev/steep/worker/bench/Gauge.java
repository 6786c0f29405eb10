package dev.steep.worker.bench;

import dev.steep.kernels.host.Peak;
import java.util.function.DoubleSupplier;

/**
 * Measures the peak of the machine's vector units in short slices. The fastest slice of the fastest loop counts: whatever else
 * the machine does can only slow a slice down, so none is faster than the peak, and a single quiet one shows it.
 */
final class Gauge {
    /** As long as a slice of work: longer ones are disturbed more often. */
    private static final double SLICE = 5;

    private final Peak peak;
    private final DoubleSupplier clock;
    private int fastest;
    private int next;
    private double flopsPerMs;

    /** @param clock gives milliseconds */
    Gauge(Peak peak, DoubleSupplier clock) {
        this.peak = peak;
        this.clock = clock;
    }

    /** Measures for two slices: the loop that was fastest so far, and the next one to try. */
    void advance() {
        slice(fastest);
        slice(next);
        next = (next + 1) % peak.count();
    }

    private void slice(int loop) {
        double start = clock.getAsDouble();
        double now = start;
        double flops = 0;
        while (now - start < SLICE) {
            flops += peak.run(loop);
            now = clock.getAsDouble();
        }
        double rate = flops / (now - start);
        if (rate > flopsPerMs) {
            flopsPerMs = rate;
            fastest = loop;
        }
    }

    /** The peak as far as it is known: 0 before the first slice. */
    double flopsPerMs() {
        return flopsPerMs;
    }
}
