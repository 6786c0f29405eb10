package dev.steep.ui.results;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.state.RunLog;
import elemental2.dom.HTMLElement;

/** One of the tabs under the network. */
interface ResultView {
    String title();

    HTMLElement element();

    /** Whether it has something to show for such data. */
    default boolean suits(DataFacts data) {
        return true;
    }

    /** Another experiment is open. */
    default void opened(Report.Opened opened) {}

    /** Training went on. */
    default void progressed(RunLog run) {}

    /** It can be seen from now on. */
    default void show() {}

    /** It cannot be seen any more, so it should ask for nothing. */
    default void hide() {}
}
