package dev.steep.data;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** A {@link DataJob} after another. */
final class Chain<A, T> implements DataJob<T> {
    private Optional<DataJob<A>> first; // until it is done: what it held is free then
    private final Function<A, DataJob<T>> next;
    private Optional<DataJob<T>> second = Optional.empty();

    Chain(DataJob<A> first, Function<A, DataJob<T>> next) {
        this.first = Optional.of(first);
        this.next = next;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        if (second.isEmpty()) {
            if (!first.orElseThrow().advance(clock, until)) {
                return false;
            }
            A result = first.orElseThrow().result();
            first = Optional.empty();
            second = Optional.of(next.apply(result));
            if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return second.get().advance(clock, until);
    }

    @Override
    public boolean waits() {
        return second.map(DataJob::waits).orElseGet(() -> first.orElseThrow().waits());
    }

    @Override
    public DataProgress progress() {
        return second.map(DataJob::progress).orElseGet(() -> first.orElseThrow().progress());
    }

    @Override
    public T result() {
        return second.orElseThrow().result();
    }
}
