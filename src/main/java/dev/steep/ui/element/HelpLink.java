package dev.steep.ui.element;

import dev.steep.catalog.Kind;
import dev.steep.catalog.Term;
import dev.steep.recipe.Family;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/**
 * A quiet link to what help says of something. Where the page has room for help beside it, {@code ui.help.HelpPanel} opens it there;
 * everywhere else it is a link like any other.
 */
public final class HelpLink {
    /** The page of help; the anchor of an entry follows. */
    public static final String PAGE = "help.html#";

    private HelpLink() {}

    /** A question mark that leads to what can be picked. */
    public static HTMLElement to(Kind kind) {
        HTMLElement link = to("", "");
        aim(link, kind);
        return link;
    }

    /** A question mark that leads to a word. */
    public static HTMLElement to(Term term) {
        return to(term.anchor(), term.word());
    }

    /** A question mark that leads to an entry. */
    public static HTMLElement to(String anchor, String name) {
        HTMLElement link = Html.of("a", "help-link").text("?").element();
        aim(link, anchor, name);
        return link;
    }

    /** Has a link lead to another kind. */
    public static void aim(HTMLElement link, Kind kind) {
        aim(link, anchor(kind), kind.name());
    }

    private static void aim(HTMLElement link, String anchor, String name) {
        link.setAttribute("href", PAGE + anchor);
        link.setAttribute("target", "steep-help");
        link.setAttribute("aria-label", "Help: " + name);
        link.setAttribute("title", "What is " + name + "? Opens help");
    }

    /** Where help explains a kind. */
    public static String anchor(Kind kind) {
        return Family.of(kind).map(family -> family.anchor(kind)).orElse("help");
    }

    /** Has a link be that of a word. */
    static void aim(HTMLElement link, Term term) {
        link.setAttribute("href", PAGE + term.anchor());
        link.setAttribute("target", "steep-help");
    }

    /** Opens an entry, as a press of a link does. */
    public static void open(String anchor) {
        HTMLElement link = to(anchor, anchor);
        DomGlobal.document.body.appendChild(link);
        link.click();
        link.remove();
    }
}
