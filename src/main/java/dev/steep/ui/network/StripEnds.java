package dev.steep.ui.network;

import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import org.teavm.jso.JSBody;

/** Shows where a row of cards goes on beyond its edge: it fades there, and a button scrolls it. */
final class StripEnds {
    private static final double PAGE = 0.8;

    private final HTMLElement row;
    private final HTMLElement before;
    private final HTMLElement after;

    StripEnds(HTMLElement row) {
        this.row = row;
        before = button("‹", "Earlier layers", "strip-before", -PAGE);
        after = button("›", "Later layers", "strip-after", PAGE);
        row.addEventListener("scroll", event -> measure());
        measure();
    }

    HTMLElement[] elements() {
        return new HTMLElement[] {before, after};
    }

    /** To be called when the row or what is in it has another width. */
    void measure() {
        boolean left = row.scrollLeft > 1;
        boolean right = row.scrollLeft + row.clientWidth < row.scrollWidth - 1;
        row.classList.toggle("goes-on-before", left);
        row.classList.toggle("goes-on-after", right);
        before.hidden = !left;
        after.hidden = !right;
    }

    /** The keyboard needs none of them: the row follows the focus. */
    private HTMLElement button(String sign, String label, String name, double way) {
        return Html.button("strip-end " + name, sign, () -> scroll(row, way * row.clientWidth))
                .attribute("aria-label", label)
                .attribute("title", label)
                .attribute("tabindex", "-1")
                .element();
    }

    @JSBody(
            params = {"row", "by"},
            script =
                    "row.scrollBy({left: by, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});")
    private static native void scroll(HTMLElement row, double by);
}
