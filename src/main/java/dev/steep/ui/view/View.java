package dev.steep.ui.view;

import dev.steep.protocol.DataFacts;
import dev.steep.ui.state.Lab;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A view of the results, declared: the tabs, {@code ?view=} in an address, {@code steep.views()} and the help are made of it.
 *
 * @param id names it in addresses and scripts
 * @param tab the tab that it is a page of
 * @param title of the page
 * @param about one sentence: what there is to see
 * @param needs what data it is for, to be said where it does not suit them
 * @param suits whether it has something to show for such data
 * @param phone whether it is of use on a narrow screen
 * @param figure selects what of the panel is saved as a picture; empty where charts save themselves, or there is nothing to save
 * @param make makes the panel
 */
public record View(
        String id,
        String tab,
        String title,
        String about,
        String needs,
        Predicate<DataFacts> suits,
        boolean phone,
        String figure,
        Function<Lab, ResultView> make) {
    /** A view that is a tab of its own, suits any data, and any screen. */
    public static View of(String id, String title, String about, Function<Lab, ResultView> make) {
        return new View(id, title, title, about, "any data", data -> true, true, "", make);
    }

    /** The same as a page of a tab. */
    public View in(String other) {
        return new View(id, other, title, about, needs, suits, phone, figure, make);
    }

    /** The same for some data only. */
    public View onlyFor(String what, Predicate<DataFacts> test) {
        return new View(id, tab, title, about, what, test, phone, figure, make);
    }

    /** The same, but not on narrow screens. */
    View wideOnly() {
        return new View(id, tab, title, about, needs, suits, false, figure, make);
    }

    /** The same, of which a part is saved as a picture. */
    public View savedAs(String selector) {
        return new View(id, tab, title, about, needs, suits, phone, selector, make);
    }
}
