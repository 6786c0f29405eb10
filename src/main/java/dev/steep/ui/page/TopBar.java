package dev.steep.ui.page;

import dev.steep.browser.Address;
import dev.steep.catalog.Numbers;
import dev.steep.ui.data.DatasetPicker;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.training.TrainControls;
import elemental2.dom.Clipboard;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/** The bar at the top: what is trained, the controls of training, and what concerns the page as a whole. */
public final class TopBar {
    private final Lab lab;
    private final HTMLElement element;

    public TopBar(Lab lab, DatasetPicker data, TrainControls controls, Keys keys) {
        this.lab = lab;
        element = Html.of("header", "top-bar")
                .add(Brand.on(Html.of("h1", "brand")))
                .add(data.element(), controls.element())
                .add(Html.of("div", "bar-end")
                        .add(Html.button("btn bar-button keys-button", "Keys", keys::open)
                                .attribute("title", "What each key does (?)"))
                        .add(Html.button("btn bar-button share", "Share", this::share)
                                .attribute("title", "Copy a link to this experiment"))
                        .add(new ThemeSwitch().element()))
                .add(new ProgressLine(lab).element())
                .element();
    }

    public HTMLElement element() {
        return element;
    }

    private void share() {
        Clipboard clipboard = DomGlobal.navigator.clipboard;
        if (clipboard == null) { // of a page that came without https
            refused();
            return;
        }
        clipboard
                .writeText(Address.link(lab.recipe().toString()))
                .then(
                        done -> {
                            lab.tell(
                                    "The link to this experiment is copied: whoever opens it gets the same network."
                                            + told(lab.testOpened()),
                                    false);
                            return null;
                        },
                        failure -> {
                            refused();
                            return null;
                        });
    }

    /** A score counts for less the more often somebody has looked, and a link cannot say that. */
    private static String told(int opened) {
        return opened == 0
                ? ""
                : " Its test part was opened " + Numbers.count(opened, "time") + " here: say so with its score.";
    }

    private void refused() {
        lab.tell("The browser did not let the link be copied. It is in the address bar.", true);
    }
}
