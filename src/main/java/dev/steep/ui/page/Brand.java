package dev.steep.ui.page;

import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** The cup and the name. */
public final class Brand {
    private static final String CUP =
            "<svg viewBox='0 0 24 24' width='20' height='20' fill='none' stroke='currentColor'"
                    + " stroke-width='2' stroke-linecap='round' stroke-linejoin='round' aria-hidden='true'>"
                    + "<path d='M4 10h13v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM17 11h1.5a2.5 2.5 0 0 1 0 6H17M8 3c1 1-1 3 0 4M13 3c1"
                    + " 1-1 3 0 4'/></svg>";

    private Brand() {}

    /** Puts them on a heading or a link. */
    public static Html on(Html element) {
        HTMLElement cup = Html.of("span", "cup").element();
        cup.innerHTML = CUP;
        return element.add(cup).add(Html.of("span", "").text("Steep"));
    }
}
