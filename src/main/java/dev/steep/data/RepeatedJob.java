package dev.steep.data;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The plainest {@link DataJob}: the same for each of many things. */
final class RepeatedJob<T> implements DataJob<T> {
    private final String what;
    private final int count;
    private final String noun;
    private final Item item;
    private final Supplier<T> last;
    private int done;
    private Optional<T> result = Optional.empty();

    RepeatedJob(String what, int count, String noun, Item item, Supplier<T> last) {
        this.what = what;
        this.count = count;
        this.noun = noun;
        this.item = item;
        this.last = last;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        if (result.isPresent()) {
            return true;
        }
        while (done < count) {
            item.at(done++);
            if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        result = Optional.of(last.get());
        return true;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress(what, done, count, noun);
    }

    @Override
    public T result() {
        return result.orElseThrow();
    }
}
