package dev.steep.ui.help;

import dev.steep.browser.Address;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.page.Brand;
import dev.steep.ui.page.ThemeSwitch;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Help as a page of its own: its texts are there already; this adds the search, other names of entries, and the live plots. */
public final class LiveHelpPage {
    private final HelpBook book = new HelpBook(DomGlobal.document);
    private final HTMLElement main = (HTMLElement) DomGlobal.document.querySelector(".help-page");
    private final HelpSearch search = new HelpSearch(() -> book, on -> main.classList.toggle("found", on));
    private final String title = DomGlobal.document.title;
    private final Lab lab;

    /** Whether the page was dark before it was printed. */
    private boolean dark;

    private LiveHelpPage(Lab lab) {
        this.lab = lab;
        HTMLElement bar = Html.of("header", "top-bar help-bar")
                .add(Brand.on(Html.of("a", "brand").attribute("href", "./")))
                .add(search.field())
                .add(Html.of("div", "bar-end").add(new ThemeSwitch().element()))
                .element();
        DomGlobal.document.body.insertBefore(bar, DomGlobal.document.body.firstChild);
        main.insertBefore(search.found(), main.firstChild);
        DomGlobal.window.addEventListener("hashchange", event -> {
            search.clear();
            turn(true);
        });
        turn(false);
        DomGlobal.window.addEventListener("beforeprint", event -> print(true));
        DomGlobal.window.addEventListener("afterprint", event -> print(false));
    }

    /** On paper a page is light. */
    private void print(boolean begins) {
        boolean turns = begins ? Theme.dark() : dark;
        dark = begins && turns;
        if (turns) {
            Theme.turn(!begins);
        }
    }

    /** Completes the page. */
    public static void show(Lab lab) {
        new LiveHelpPage(lab);
    }

    /** @param moved whether somebody has gone to another entry, so that the focus goes with them */
    private void turn(boolean moved) {
        main.setAttribute("data-address", DomGlobal.location.href); // paper says where it is from
        String anchor = Address.fragmentOf(DomGlobal.location.hash);
        Optional<Element> article = book.article(anchor);
        if (article.isEmpty() || article.get().id.equals(HelpBook.HOME)) {
            DomGlobal.document.title = title;
            return;
        }
        HTMLElement found = (HTMLElement) article.get();
        if (!found.id.equals(anchor)) { // another name of it
            DomGlobal.location.replace("#" + found.id);
            return;
        }
        DomGlobal.document.title = found.querySelector("h2").textContent + " · Steep help";
        LivePlots.fill(found, lab);
        if (moved) {
            DomGlobal.window.scrollTo(0, 0);
            focus(found);
        }
    }

    private static void focus(HTMLElement element) {
        element.focus();
    }
}
