package dev.steep.data;

import java.util.function.DoubleSupplier;

/** A {@link DataJob} of many unlike steps, of which nobody is told how far each is. */
record PlainProgress<T>(DataJob<T> job, String what) implements DataJob<T> {
    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        return job.advance(clock, until);
    }

    @Override
    public boolean waits() {
        return job.waits();
    }

    @Override
    public DataProgress progress() {
        return new DataProgress(what, 0, 1, "step");
    }

    @Override
    public T result() {
        return job.result();
    }
}
