package dev.steep.ui.palette;

import java.util.List;

/** A part of the page that can be asked by name. What it offers is asked for anew each time the palette opens. */
@FunctionalInterface
public interface CommandSource {
    /** Everything that it can do now. */
    List<Command> commands();

    /**
     * What it makes of a text as a whole, such as a setting with its value: {@code batch 64}. Best first; nothing if it does not
     * understand all of it.
     */
    default List<Command> typed(String text) {
        return List.of();
    }
}
