package dev.steep.ui.palette;

import java.util.List;

/**
 * Something that can be found by its name and done: a layer to add, a view to show, a button to press.
 *
 * @param name what it is called: {@code Conv2D}, {@code learning rate}
 * @param now its present value, if it has one: {@code 0.001}; else empty
 * @param group what sort of thing it is: {@code Layer}, {@code Setting}
 * @param about one sentence: what it does
 * @param names what else it is found by
 * @param key the key that does the same; empty if there is none
 * @param suits whether it can be done now; if not, {@code about} says why, and {@code run} too
 * @param help the anchor of what help says of it; empty if help has nothing
 * @param run does it
 */
public record Command(
        String name,
        String now,
        String group,
        String about,
        List<String> names,
        String key,
        boolean suits,
        String help,
        Runnable run) {
    public Command {
        names = List.copyOf(names);
    }

    /** One that is found by its name only. */
    public static Command of(String name, String group, String about, Runnable run) {
        return new Command(name, "", group, about, List.of(), "", true, "", run);
    }

    /** The same, also found by these. */
    public Command called(List<String> others) {
        return new Command(name, now, group, about, others, key, suits, help, run);
    }

    /** The same, of a thing that has this value. */
    public Command now(String value) {
        return new Command(name, value, group, about, names, key, suits, help, run);
    }

    /** The same, with the key that does it too. */
    public Command byKey(String other) {
        return new Command(name, now, group, about, names, other, suits, help, run);
    }

    /** The same, which help explains under this anchor. */
    public Command explained(String anchor) {
        return new Command(name, now, group, about, names, key, suits, anchor, run);
    }

    /** The same, which cannot be done now. */
    public Command unfit() {
        return new Command(name, now, group, about, names, key, false, help, run);
    }

    /** Tells it from others for as long as the page lives, and in later visits. */
    String id() {
        return group + ": " + name;
    }
}
