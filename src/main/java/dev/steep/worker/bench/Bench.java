package dev.steep.worker.bench;

import dev.steep.kernels.host.Peak;
import dev.steep.worker.experiment.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Measures how fast a back end gets through a workload, in slices: a slice of work, then some of the machine's peak, so that
 * whatever else the machine does meets both alike. Samples per second are the median over the slices; the share of the peak
 * compares the fastest slice of either, which other programs have disturbed least.
 */
public final class Bench {
    /** The optimizing compiler has taken over by then. */
    private static final double WARM_UP = 300;

    private static final double SLICE = 5;

    /** How long to go on where no slice of the peak has been left in peace yet, as one of the work has. */
    private static final double PATIENCE = 10_000;

    private final Workload workload;
    private final BenchLoad exertion;
    private final Optional<Gauge> gauge;
    private final DoubleSupplier clock;
    private final double milliseconds;
    private final List<Double> samplesPerMs = new ArrayList<>();
    private double fastest;
    private final double begin;

    /**
     * A bench with everything ready.
     *
     * @param exertion the workload on a back end
     * @param peak of this machine; nothing where vectors are not known
     * @param clock gives milliseconds
     * @param milliseconds how long to measure, after warming up
     */
    public Bench(
            Workload workload, BenchLoad exertion, Optional<Peak> peak, DoubleSupplier clock, double milliseconds) {
        this.workload = workload;
        this.gauge = peak.map(each -> new Gauge(each, clock));
        this.clock = clock;
        this.milliseconds = milliseconds;
        this.exertion = exertion;
        begin = clock.getAsDouble();
    }

    /** Goes on for two slices of work and as many of the peak, at last of the peak alone; returns whether it is done. */
    public boolean advance() {
        double end = begin + WARM_UP + milliseconds;
        if (clock.getAsDouble() < end || samplesPerMs.isEmpty()) {
            slice();
            slice();
        }
        gauge.ifPresent(Gauge::advance);
        double left = end - clock.getAsDouble();
        return left <= 0 && !samplesPerMs.isEmpty() && (gauge.isEmpty() || peak().isPresent() || left <= -PATIENCE);
    }

    private void slice() {
        double start = clock.getAsDouble();
        double samples = exertion.samples();
        exertion.advance(SLICE);
        double rate = (exertion.samples() - samples) / (clock.getAsDouble() - start);
        if (start - begin >= WARM_UP) {
            samplesPerMs.add(rate);
            fastest = Math.max(fastest, rate);
        }
    }

    /** The peak in operations per millisecond, unless the work was seen to be faster: then the gauge was never left in peace. */
    private Optional<Double> peak() {
        return gauge.map(Gauge::flopsPerMs).filter(known -> known >= fastest * exertion.flopsPerSample());
    }

    /** What it came to, as JSON; where the peak is not known there is no share of it. */
    public String result() {
        double flops = 1000 * fastest * exertion.flopsPerSample();
        double peakFlops = peak().map(known -> 1000 * known).orElse(Double.NaN);
        return new Json()
                .with("workload", workload.id())
                .with("backend", exertion.backend())
                .with("samplesPerSecond", 1000 * median(samplesPerMs))
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
