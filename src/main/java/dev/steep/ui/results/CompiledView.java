package dev.steep.ui.results;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * What the network was compiled to: the pieces of code of a training step in the order that they run, each with the formulas
 * that it came from, and the WebAssembly of the chosen one.
 */
final class CompiledView implements ResultView {
    static final View VIEW = View.of(
                    "compiled", "Compiled", "What the network was compiled to, piece by piece.", CompiledView::new)
            .in("Code");

    private final Lab lab;
    private final HTMLElement about = Html.of("p", "code-about")
            .text("Every training step runs these pieces in order, forward, backward, update. With each comes"
                    + " the WebAssembly that it became; f32x4 works on four numbers at once.")
            .element();
    private final HTMLElement pieces = Html.of("ol", "code-pieces")
            .attribute("aria-label", "Pieces of code of a training step")
            .element();
    private final HTMLElement listing = Html.of("pre", "code-listing")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "WebAssembly of the chosen piece")
            .element();
    private final HTMLElement empty = Html.of("p", "code-empty").element();
    private final HTMLElement element = Html.of("div", "code-view")
            .add(
                    about,
                    empty,
                    pieces,
                    listing,
                    Html.of("a", "code-bench")
                            .attribute("href", "bench.html")
                            .attribute("target", "_blank")
                            .text("How fast is it on this machine?")
                            .element())
            .element();
    private final List<HTMLElement> buttons = new ArrayList<>();
    private int chosen;
    private boolean seen;
    private Recipe shown;
    private boolean stale = true;
    private boolean broken;

    CompiledView(Lab lab) {
        this.lab = lab;
        shown = lab.recipe();
        say("The network is compiled when it is opened.");
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        Recipe now = lab.recipe();
        stale |= opened.anew() || !now.differsOnlyLive(shown);
        shown = now;
        broken = !opened.problems().isEmpty();
        if (seen && stale) {
            ask();
        }
    }

    @Override
    public void show() {
        seen = true;
        if (stale) {
            ask();
        }
    }

    @Override
    public void hide() {
        seen = false;
    }

    private void ask() {
        stale = false;
        lab.ask(new Inquiry.Pieces(), report -> {
            if (report instanceof Report.Text text) {
                show(Js.uncheckedCast(Global.JSON.parse(text.text())));
            } else {
                say("There is nothing compiled to show here.");
            }
        });
    }

    private void say(String sentence) {
        empty.textContent = sentence;
        empty.hidden = false;
        about.hidden = true;
        pieces.hidden = true;
        listing.hidden = true;
    }

    private void show(JsArray<Object> list) {
        if (list.length == 0) {
            say(
                    broken
                            ? "The network is compiled as soon as its problem is solved."
                            : "This network runs in plain Java here: nothing was compiled for it.");
            return;
        }
        empty.hidden = true;
        about.hidden = false;
        pieces.hidden = false;
        listing.hidden = false;
        Html.clear(pieces);
        buttons.clear();
        for (int i = 0; i < list.length; i++) {
            JsPropertyMap<Object> piece = Js.uncheckedCast(list.getAt(i));
            JsArray<Object> steps = Js.uncheckedCast(piece.get("steps"));
            int place = i;
            Html button = Html.button("code-piece", "", () -> choose(place));
            for (int k = 0; k < steps.length; k++) {
                button.add(Html.of("span", "").text(Js.asString(steps.getAt(k))));
            }
            buttons.add(button.element());
            pieces.appendChild(Html.of("li", "").add(button).element());
        }
        choose(Math.min(chosen, buttons.size() - 1));
    }

    /** Functions that a piece calls are listed before it; it is what one wants to see. */
    private static String calledFirst(String functions) {
        int last = functions.lastIndexOf("\n(func ") + 1;
        return functions.substring(last) + (last == 0 ? "" : "\n\n" + functions.substring(0, last));
    }

    private void choose(int place) {
        chosen = place;
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setAttribute("aria-pressed", "" + (i == place));
        }
        lab.ask(new Inquiry.Listing(place), report -> {
            if (place == chosen && report instanceof Report.Text text) {
                listing.textContent = calledFirst(Js.asString(Global.JSON.parse(text.text())));
                listing.scrollTop = 0;
            }
        });
    }
}
