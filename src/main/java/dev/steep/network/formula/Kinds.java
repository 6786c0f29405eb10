package dev.steep.network.formula;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import java.util.function.Function;

/** From a pick back to what declares it. */
public final class Kinds {
    private Kinds() {}

    public static <T> T find(T[] all, Function<T, Kind> kind, Choice choice) {
        for (T each : all) {
            if (choice.is(kind.apply(each))) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "Nothing here is called " + choice.kind().name());
    }
}
