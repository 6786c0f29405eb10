package dev.steep.ui.element;

import dev.steep.catalog.Term;
import elemental2.dom.DOMRect;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.Node;
import elemental2.dom.PointerEvent;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * Words with an explanation: dotted underlines that show their sentence by mouse, by touch and by keyboard, and lead to their page of
 * help when they are pressed. What they mean is declared in {@link Term}.
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
        HTMLElement word = Html.of("a", "term").text(written).element();
        HelpLink.aim(word, term);
        boolean[] known = {true};
        word.addEventListener("pointerdown", event -> {
            boolean touch = "touch".equals(Js.<PointerEvent>uncheckedCast(event).pointerType);
            known[0] = !touch || word.hasAttribute("aria-describedby");
        });
        explain(word, term);
        word.addEventListener("click", event -> {
            if (!known[0]) { // a finger has not seen the sentence yet; the second time it leads to help
                event.preventDefault();
                show(word, term);
            }
            known[0] = true;
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
                .add(Html.of("span", "term-more").text(word.hasAttribute("href") ? " Press for more." : ""))
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
