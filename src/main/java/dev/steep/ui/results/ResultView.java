package dev.steep.ui.results;

import dev.steep.protocol.Report;
import dev.steep.ui.state.RunLog;
import elemental2.dom.HTMLElement;

/** What a {@link View} shows under the network. */
public interface ResultView {
    HTMLElement element();

    /** Another experiment is open. */
    default void opened(Report.Opened opened) {}

    /** Training went on. */
    default void progressed(RunLog run) {}

    /** What it shows belongs to an earlier run, network or moment: nothing of it may stay. */
    default void forget() {}

    /** It can be seen from now on. */
    default void show() {}

    /** It cannot be seen any more, so it should ask for nothing. */
    default void hide() {}
}
