package dev.steep.ui.element;

import dev.steep.catalog.Term;
import elemental2.dom.DOMRect;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.Node;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * Words with an explanation: dotted underlines that show their sentence by mouse, by touch and by keyboard. What they mean is
 * declared in {@link Term}.
 */
public final class Glossary {
    private static final String TIP = "term-tip";
    private static final double MARGIN = 8;

    private static Optional<HTMLElement> shown = Optional.empty();

    private Glossary() {}

    /** Fills an element with a text, in which every word that has an explanation shows it. */
    public static HTMLElement text(HTMLElement element, String text) {
        Html.clear(element);
        for (Term.Piece piece : Term.in(text)) {
            element.appendChild(piece.term()
                    .<Node>map(term -> word(term, piece.text()))
                    .orElseGet(() -> DomGlobal.document.createTextNode(piece.text())));
        }
        return element;
    }

    /** A word with its explanation, as it is written there. */
    public static HTMLElement word(Term term, String written) {
        HTMLElement word = Html.of("button", "term")
                .attribute("type", "button")
                .text(written)
                .element();
        explain(word, term);
        word.addEventListener("click", event -> {
            event.stopPropagation();
            show(word, term); // browsers on Macs and phones do not give a pressed button the focus
        });
        return word;
    }

    /** Has a button that does something else show what its word means, while it is pointed at, touched or has the focus. */
    static void explain(HTMLElement word, Term term) {
        word.addEventListener("mouseenter", event -> show(word, term));
        word.addEventListener("focus", event -> show(word, term));
        word.addEventListener("mouseleave", event -> leave(word));
        word.addEventListener("blur", event -> hide());
        word.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals("Escape") && shown.isPresent()) {
                event.preventDefault();
                event.stopPropagation();
                hide();
            }
        });
    }

    private static void leave(HTMLElement word) {
        if (DomGlobal.document.activeElement != word) {
            hide();
        }
    }

    private static void hide() {
        shown.ifPresent(tip -> {
            tip.remove();
            Element word = DomGlobal.document.querySelector("[aria-describedby=" + TIP + "]");
            if (word != null) {
                word.removeAttribute("aria-describedby");
            }
        });
        shown = Optional.empty();
    }

    /** Below the word, or above it where there is no room; within the dialog that the word is in, since that is on top. */
    private static void show(HTMLElement word, Term term) {
        hide();
        HTMLElement tip = Html.of("p", "term-tip")
                .attribute("role", "tooltip")
                .attribute("id", TIP)
                .add(Html.of("b", "").text(term.word()), Html.of("span", "").text(" " + term.sentence()))
                .element();
        Element dialog = word.closest("dialog");
        (dialog == null ? DomGlobal.document.body : dialog).appendChild(tip);
        shown = Optional.of(tip);
        word.setAttribute("aria-describedby", TIP);
        DOMRect at = word.getBoundingClientRect();
        double left = Math.min(at.left, DomGlobal.document.documentElement.clientWidth - tip.offsetWidth - MARGIN);
        boolean below = at.bottom + tip.offsetHeight + MARGIN < DomGlobal.window.innerHeight;
        double top = below ? at.bottom + MARGIN / 2 : at.top - tip.offsetHeight - MARGIN / 2;
        tip.style.setProperty("left", Math.max(MARGIN, left) + "px");
        tip.style.setProperty("top", Math.max(MARGIN, top) + "px");
    }
}
