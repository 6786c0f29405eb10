package dev.steep.ui.network;

import elemental2.dom.HTMLElement;

/** Another view of the network, in place of the cards. */
public interface OtherView {
    HTMLElement element();

    /** It can be seen from now on. */
    void show();

    /** It asks for nothing from now on. */
    void hide();
}
