package dev.steep.ui.view;

import dev.steep.ui.state.PictureFeed;

/** A view of numbers that change as the network trains: a {@link PictureFeed} keeps them up to date while the view can be seen. */
public interface WatchingView extends ResultView {
    /** What asks for its numbers. */
    PictureFeed watching();

    @Override
    default void blank() {
        watching().forget();
    }

    @Override
    default void show() {
        watching().start();
    }

    @Override
    default void hide() {
        watching().stop();
    }
}
