package dev.steep.ui;

import dev.steep.browser.Address;
import elemental2.dom.Clipboard;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/** The bar at the top: what is trained, the controls of training, and what concerns the page as a whole. */
final class TopBar {
    private static final String CUP =
            "<svg viewBox='0 0 24 24' width='20' height='20' fill='none' stroke='currentColor'"
                    + " stroke-width='2' stroke-linecap='round' stroke-linejoin='round' aria-hidden='true'>"
                    + "<path d='M4 10h13v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM17 11h1.5a2.5 2.5 0 0 1 0 6H17M8 3c1 1-1 3 0 4M13 3c1"
                    + " 1-1 3 0 4'/></svg>";

    private final Lab lab;
    private final HTMLElement element;

    TopBar(Lab lab, DatasetPicker data, TrainControls controls, Keys keys) {
        this.lab = lab;
        HTMLElement cup = Html.of("span", "cup").element();
        cup.innerHTML = CUP;
        element = Html.of("header", "top-bar")
                .add(Html.of("h1", "brand").add(cup).add(Html.of("span", "").text("Steep")))
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

    HTMLElement element() {
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
                                    "The link to this experiment is copied: whoever opens it gets the same network.",
                                    false);
                            return null;
                        },
                        failure -> {
                            refused();
                            return null;
                        });
    }

    private void refused() {
        lab.tell("The browser did not let the link be copied. It is in the address bar.", true);
    }
}
