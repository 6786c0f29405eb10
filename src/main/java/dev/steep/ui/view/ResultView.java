package dev.steep.ui.view;

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

    /** What it shows belongs to an earlier run or network: nothing of it may stay. */
    default void forget() {
        blank();
    }

    /** It comes into view, and its pictures may be old: nothing of them is shown until those of now are there. */
    default void blank() {}

    /** One number of a tensor is asked for: {@code index} counts within one sample. */
    default void aimAt(String tensor, int index) {}

    /** It can be seen from now on. */
    default void show() {}

    /** It cannot be seen any more, so it should ask for nothing. */
    default void hide() {}
}
