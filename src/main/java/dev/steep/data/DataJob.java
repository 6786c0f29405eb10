package dev.steep.data;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Data on its way: drawn, read or decoded a slice at a time, so that whoever waits for it goes on answering, sees how far it is,
 * and may give it up at any moment by not asking for more.
 *
 * @param <T> what it gives
 */
public interface DataJob<T> {
    /** What is done for one of many things. */
    interface Item {
        void at(int place);
    }

    /** Goes on until this time, or a little longer; returns whether it is done. */
    boolean advance(DoubleSupplier clock, double until);

    /** Whether there is nothing to do just now, because something outside works for it and will call. */
    default boolean waits() {
        return false;
    }

    /** How far it is. */
    DataProgress progress();

    /** What it gives; there once it is done. */
    T result();

    /** Something that takes no more than a slice. */
    static <T> DataJob<T> of(Supplier<T> work) {
        return of("Reading", work);
    }

    /** The same, said by this verb. */
    static <T> DataJob<T> of(String what, Supplier<T> work) {
        return new RepeatedJob<>(what, 1, "step", i -> {}, work);
    }

    /**
     * The same for each of many things, then a result.
     *
     * @param what a verb for people: "Drawing"
     * @param noun what the things are, in the singular
     */
    static <T> DataJob<T> of(String what, int count, String noun, Item item, Supplier<T> result) {
        return new RepeatedJob<>(what, count, noun, item, result);
    }

    /** So many jobs of a kind, one after the other; each is made when the one before is done. */
    static <T> DataJob<List<T>> each(int count, IntFunction<DataJob<T>> jobs) {
        return new JobsInTurn<>(count, jobs);
    }

    /** This, and then what follows from it. */
    default <R> DataJob<R> then(Function<T, DataJob<R>> next) {
        return new Chain<>(this, next);
    }

    /** The same, told by this verb alone: its steps are so unlike that no share of them says how long it takes. */
    default DataJob<T> told(String what) {
        return new PlainProgress<>(this, what);
    }

    /** All of it at once. Not for what waits for something outside. */
    default T finish() {
        while (!advance(() -> 0, 1)) {
            if (waits()) {
                throw new IllegalStateException(
                        "This waits for something outside: " + progress().sentence());
            }
        }
        return result();
    }
}
