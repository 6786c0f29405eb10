package dev.steep.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;

/** Several {@link DataJob}s of a kind, one after the other; each is made when the one before is done. */
final class JobsInTurn<T> implements DataJob<List<T>> {
    private final int count;
    private final IntFunction<DataJob<T>> jobs;
    private final List<T> results = new ArrayList<>();
    private Optional<DataJob<T>> present = Optional.empty();

    JobsInTurn(int count, IntFunction<DataJob<T>> jobs) {
        this.count = count;
        this.jobs = jobs;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (results.size() < count) {
            DataJob<T> job = present.orElseGet(() -> jobs.apply(results.size()));
            present = Optional.of(job);
            if (!job.advance(clock, until)) {
                return false;
            }
            results.add(job.result());
            present = Optional.empty();
            if (results.size() < count && clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean waits() {
        return present.filter(DataJob::waits).isPresent();
    }

    @Override
    public DataProgress progress() {
        return present.map(DataJob::progress)
                .orElseGet(() -> new DataProgress("Preparing", results.size(), count, "feature"));
    }

    @Override
    public List<T> result() {
        return results;
    }
}
