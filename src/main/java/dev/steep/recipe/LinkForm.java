package dev.steep.recipe;

import dev.steep.catalog.Phrase;
import java.util.List;

/** How a part of a recipe stands in a link. */
enum LinkForm {
    /** {@code loss=huber} */
    NAMED {
        @Override
        List<String> write(String name, Phrase value) {
            return List.of(name + "=" + value);
        }
    },
    /** {@code fit(32,20)}: the value's own word says which part it is. */
    BARE {
        @Override
        List<String> write(String name, Phrase value) {
            return List.of(value.toString());
        }
    },
    /** {@code Flatten/Dense(10)}: each item of a list is a part of the link. */
    ROW {
        @Override
        List<String> write(String name, Phrase value) {
            return dev.steep.catalog.Domain.Many.items(value).stream()
                    .map(item -> item.value().toString())
                    .toList();
        }
    };

    /** The parts of the link that say this value. */
    abstract List<String> write(String name, Phrase value);
}
