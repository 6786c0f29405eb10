package dev.steep.worker;

import dev.steep.engine.Backend;
import dev.steep.kernels.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Measures how fast a back end gets through a workload, in slices: a slice of work, then one of the machine's peak, so that
 * whatever else the machine does meets both alike. Medians over the slices count.
 */
final class Bench {
    /** The optimizing compiler has taken over by then. */
    private static final double WARM_UP = 300;

    private static final double WORK_SLICE = 10;
    private static final double PEAK_SLICE = 10;

    private final Workload workload;
    private final Exertion exertion;
    private final Optional<Peak> peak;
    private final DoubleSupplier clock;
    private final double milliseconds;
    private final List<Double> samplesPerMs = new ArrayList<>();
    private final List<Double> peakFlopsPerMs = new ArrayList<>();
    private final double begin;

    /**
     * A bench with everything ready.
     *
     * @param peak of this machine; nothing where vectors are not known
     * @param clock gives milliseconds
     * @param milliseconds how long to measure, after warming up
     */
    Bench(Workload workload, Backend backend, Optional<Peak> peak, DoubleSupplier clock, double milliseconds) {
        this.workload = workload;
        this.peak = peak;
        this.clock = clock;
        this.milliseconds = milliseconds;
        exertion = workload.on(backend, clock);
        begin = clock.getAsDouble();
    }

    /** Goes on for a slice; returns whether it is done. */
    boolean advance() {
        double start = clock.getAsDouble();
        double samples = exertion.samples();
        exertion.advance(WORK_SLICE);
        double now = clock.getAsDouble();
        double rate = (exertion.samples() - samples) / (now - start);
        double flops = peak.map(this::peakFlopsPerMs).orElse(Double.NaN);
        if (start - begin >= WARM_UP) {
            samplesPerMs.add(rate);
            peakFlopsPerMs.add(flops);
        }
        return now - begin >= WARM_UP + milliseconds && !samplesPerMs.isEmpty();
    }

    private double peakFlopsPerMs(Peak gauge) {
        double start = clock.getAsDouble();
        double now = start;
        double flops = 0;
        while (now - start < PEAK_SLICE) {
            gauge.run();
            flops += Peak.FLOPS;
            now = clock.getAsDouble();
        }
        return flops / (now - start);
    }

    /** What it came to, as JSON; without a peak there is no share of it. */
    String result() {
        double samples = 1000 * median(samplesPerMs);
        double flops = samples * exertion.flopsPerSample();
        double peakFlops = 1000 * median(peakFlopsPerMs);
        return new Json()
                .with("workload", workload.id())
                .with("backend", exertion.backend())
                .with("samplesPerSecond", samples)
                .with("gflops", flops / 1e9)
                .with("peakGflops", peakFlops / 1e9)
                .with("share", flops / peakFlops)
                .text();
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
