package dev.steep.ui.help;

import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.Document;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import elemental2.dom.XMLHttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * Help beside the lab, never over it; on a phone it is a sheet with a way back. It shows the articles of {@code help.html}, which it
 * fetches when help is wanted for the first time. Every link to that page opens here, unless a key asks for a tab of its own.
 */
public final class HelpPanel {
    private static final String LINKS = "a[href^=\"" + HelpLink.PAGE + "\"]";

    private final Lab lab;
    private final HTMLElement article = Html.of("div", "help-article").element();
    private final HTMLElement note =
            Html.of("p", "help-note").attribute("role", "status").element();
    private final HTMLElement own = Html.of("a", "btn bar-button help-own")
            .attribute("target", "_blank")
            .attribute("rel", "noopener")
            .attribute("title", "In a tab of its own, to keep, to print or to link")
            .attribute("aria-label", "In a tab of its own")
            .text("↗\uFE0E")
            .element();
    private final HTMLButtonElement back = Html.button("btn bar-button help-back", "←", this::back)
            .attribute("aria-label", "Back in help")
            .attribute("title", "The entry before")
            .asButton();
    private final HelpSearch search;
    private final HTMLElement element;
    private final Deque<String> before = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<HelpBook> book = Optional.empty();
    private Optional<HTMLElement> opener = Optional.empty();
    private String shown = "";

    public HelpPanel(Lab lab) {
        this.lab = lab;
        search = new HelpSearch(() -> book.orElseThrow(), on -> article.hidden = on);
        element = Html.of("aside", "help-side")
                .attribute("aria-label", "Help")
                .add(Html.of("div", "help-head")
                        .add(back, search.field(), own)
                        .add(Html.button("btn-close help-close", "", this::close)
                                .attribute("aria-label", "Close help")))
                .add(Html.of("div", "help-page help-body").add(note, search.found(), article))
                .element();
        element.hidden = true;
        element.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals("Escape") && !press.defaultPrevented) {
                press.preventDefault();
                press.stopPropagation();
                close();
            }
        });
        if (!DomGlobal.document.body.classList.contains("embedded")) { // in a frame there is no room beside the lab
            DomGlobal.document.addEventListener("click", event -> follow(Js.uncheckedCast(event)));
        }
    }

    /** A part of the lab's frame. */
    public HTMLElement element() {
        return element;
    }

    private void follow(MouseEvent press) {
        Element target = (Element) press.target;
        Element link = target.closest(LINKS);
        Element inside = element.contains(target) ? target.closest("a[href^=\"#\"]") : null;
        boolean plain = press.button == 0 && !press.ctrlKey && !press.metaKey && !press.shiftKey;
        if (!plain || press.defaultPrevented) {
            return;
        }
        if (inside != null) {
            press.preventDefault();
            open(inside.getAttribute("href").substring(1));
        } else if (link != null && link != own) {
            press.preventDefault();
            closeDialog(link);
            opener = Optional.of((HTMLElement) link);
            open(link.getAttribute("href").substring(HelpLink.PAGE.length()));
        }
    }

    /** What is beside a dialog that is open cannot be read. */
    private static void closeDialog(Element link) {
        Element dialog = link.closest("dialog");
        if (dialog != null) {
            ((HTMLElement) dialog.querySelector("form[method=dialog] button")).click();
        }
    }

    /** Shows an entry, by its anchor or any of its names. */
    public void open(String anchor) {
        if (!shown.isEmpty() && !shown.equals(anchor)) {
            before.push(shown);
        }
        show(anchor);
    }

    private void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    private void show(String anchor) {
        element.hidden = false;
        DomGlobal.document.body.classList.add("helping");
        shown = anchor;
        back.disabled = before.isEmpty();
        own.setAttribute("href", HelpLink.PAGE + anchor);
        load(() -> {
            if (shown.equals(anchor)) {
                put(anchor);
            }
        });
    }

    private void put(String anchor) {
        HelpBook texts = book.orElseThrow();
        search.clear();
        Html.clear(article);
        Optional<Element> found = texts.article(anchor).or(() -> texts.article(HelpBook.HOME));
        found.ifPresent(text -> {
            HTMLElement copy = (HTMLElement) DomGlobal.document.importNode(text, true);
            copy.classList.add("shown");
            copy.removeAttribute("id");
            article.appendChild(copy);
            LivePlots.fill(copy, lab);
            copy.focus();
            article.parentElement.scrollTop = 0;
        });
    }

    private void close() {
        element.hidden = true;
        DomGlobal.document.body.classList.remove("helping");
        Html.clear(article);
        before.clear();
        shown = "";
        opener.ifPresent(HTMLElement::focus);
    }

    /** Once the texts are here; at once, if they are already. */
    private void load(Runnable then) {
        if (book.isPresent()) {
            then.run();
            return;
        }
        waiting.add(then);
        if (waiting.size() > 1) {
            return;
        }
        note.textContent = "Help is being fetched…";
        DomGlobal.document.head.appendChild(Html.of("link", "")
                .attribute("rel", "stylesheet")
                .attribute("href", "help.css")
                .element());
        XMLHttpRequest request = new XMLHttpRequest();
        request.open("GET", "help.html");
        request.responseType = "document";
        request.addEventListener("load", event -> {
            Document texts = request.responseXML;
            if (request.status == 200 && texts != null) {
                arrived(texts);
            } else {
                failed();
            }
        });
        request.addEventListener("error", event -> failed());
        request.send();
    }

    private void arrived(Document texts) {
        book = Optional.of(new HelpBook(texts));
        note.textContent = "";
        List<Runnable> ready = List.copyOf(waiting);
        waiting.clear();
        ready.forEach(Runnable::run);
    }

    private void failed() {
        waiting.clear();
        note.textContent = "Help could not be fetched. Open it again when the connection is back.";
    }
}
