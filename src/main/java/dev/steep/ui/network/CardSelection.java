package dev.steep.ui.network;

import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which cards are selected or picked together, by mouse, finger or key, and what keys do with them. */
final class CardSelection {
    private final Lab lab;
    private final CardRow row;
    private final StripFocus focus;
    private final Roving roving;
    private final PickedLayers picked;
    private final LayerMoves moves;
    private Consumer<Boolean> settings = byKeyboard -> {};

    CardSelection(Lab lab, CardRow row, StripFocus focus, Roving roving, PickedLayers picked, LayerMoves moves) {
        this.lab = lab;
        this.row = row;
        this.focus = focus;
        this.roving = roving;
        this.picked = picked;
        this.moves = moves;
    }

    /** What opens a card's settings; it is told whether the keyboard asks for it. */
    void opensSettings(Consumer<Boolean> action) {
        settings = action;
    }

    /** The row has other cards. */
    void replaced() {
        picked.bound(row.layers().size());
    }

    /** Another layer is selected, or none. */
    void show(Optional<Integer> layer) {
        if (layer.isPresent() ? !picked.places().equals(List.of(layer.get())) : !picked.several()) {
            picked.only(layer);
        }
        List<LayerCard> cards = row.layers();
        for (int i = 0; i < cards.size(); i++) {
            boolean is = layer.equals(Optional.of(i));
            HTMLElement card = cards.get(i).element();
            card.classList.toggle("selected", is);
            card.classList.toggle("picked", picked.several() && picked.contains(i));
            card.firstElementChild.setAttribute("aria-pressed", "" + picked.contains(i));
            if (is) {
                Html.scrollIntoView(card);
                roving.stopAt(card.firstElementChild);
            }
        }
    }

    /** Brings the keyboard back to the selected card. */
    void focusSelected() {
        lab.selection().filter(place -> place < row.layers().size()).ifPresent(focus::give);
    }

    /** A card is clicked: with Control it is picked or left out, with Shift all from the last one on are picked. */
    void click(int place, MouseEvent press) {
        if (press.ctrlKey || press.metaKey) {
            moves.toggle(place);
        } else if (press.shiftKey) {
            moves.rangeTo(place);
        } else {
            select(place, press.detail == 0);
        }
    }

    /** A second click on a card gives the selection up; the keyboard goes into its settings. On a phone both lead to them. */
    private void select(int place, boolean byKeyboard) {
        boolean again = lab.selection().equals(Optional.of(place)) && !byKeyboard && !settingsAreAway();
        picked.only(Optional.empty());
        lab.select(again ? Optional.empty() : Optional.of(place));
        if (!again) {
            focus.give(place); // where the keyboard comes back to
            settings.accept(byKeyboard);
        }
    }

    /** Where there is room for settings, they are those of this layer from now on. */
    void showSettings(int place) {
        if (!settingsAreAway()) {
            lab.select(Optional.of(place));
            settings.accept(false);
        }
    }

    private static boolean settingsAreAway() {
        return DomGlobal.window.matchMedia("(max-width: 767px)").matches;
    }

    /** What keys do with the layer whose card has the focus, and with those that are picked together with it. */
    void key(KeyboardEvent press) {
        if (StripFocus.movesThroughPictures(press)) {
            press.preventDefault();
            return;
        }
        Optional<Integer> focused = focus.layer();
        if (focused.isEmpty()) {
            return;
        }
        int place = focused.get();
        int by = press.key.equals("ArrowLeft") ? -1 : press.key.equals("ArrowRight") ? 1 : 0;
        boolean control = press.ctrlKey || press.metaKey;
        if (!picked.contains(place)) {
            picked.only(Optional.of(place));
        }
        if (by != 0 && press.shiftKey && !control && !press.altKey) {
            int to = Math.max(0, Math.min(place + by, row.layers().size() - 1));
            moves.rangeTo(to);
            focus.give(to);
        } else if (by != 0 && press.altKey && !control && !press.shiftKey) {
            moves.step(by);
        } else if (control && !press.altKey && press.key.equals("d")) {
            moves.duplicate();
        } else if (control && !press.altKey && press.key.equals("a")) {
            moves.pickAll();
        } else if (press.key.equals("Escape") && picked.several()) {
            lab.select(Optional.empty());
            picked.only(Optional.empty());
            show(Optional.empty());
        } else if (!control && !press.altKey && (press.key.equals("Delete") || press.key.equals("Backspace"))) {
            moves.remove();
        } else {
            return;
        }
        press.preventDefault();
    }
}
