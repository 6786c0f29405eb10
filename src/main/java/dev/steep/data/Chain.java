package dev.steep.data;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** A {@link DataJob} after another. */
final class Chain<A, T> implements DataJob<T> {
    private final DataJob<A> first;
    private final Function<A, DataJob<T>> next;
    private Optional<DataJob<T>> second = Optional.empty();

    Chain(DataJob<A> first, Function<A, DataJob<T>> next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        if (second.isEmpty()) {
            if (!first.advance(clock, until)) {
                return false;
            }
            second = Optional.of(next.apply(first.result()));
            if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return second.get().advance(clock, until);
    }

    @Override
    public boolean waits() {
        return second.map(DataJob::waits).orElseGet(first::waits);
    }

    @Override
    public DataProgress progress() {
        return second.map(DataJob::progress).orElseGet(first::progress);
    }

    @Override
    public T result() {
        return second.orElseThrow().result();
    }
}
