package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What callbacks have kept of a run: a mark for each on the way of the {@link EpochSlider}, and a button that goes there. */
final class CheckpointMarks {
    private final IntConsumer go;
    private final HTMLElement marks =
            Html.of("div", "epoch-marks").attribute("aria-hidden", "true").element();
    private final HTMLElement words = Html.of("div", "epoch-checkpoints").element();
    private final List<HTMLButtonElement> buttons = new ArrayList<>();
    private List<Report.Kept.Checkpoint> shown = List.of();

    /** @param go shows an epoch */
    CheckpointMarks(IntConsumer go) {
        this.go = go;
        words.hidden = true;
    }

    /** What lies over the slider. */
    HTMLElement marks() {
        return marks;
    }

    /** The buttons. */
    HTMLElement words() {
        return words;
    }

    /** @param places the epochs that the slider goes through; its last place is the present */
    void show(Report.Kept kept, int[] places) {
        shown = kept.checkpoints();
        while (buttons.size() < shown.size()) {
            add();
        }
        while (buttons.size() > shown.size()) {
            int last = buttons.size() - 1;
            words.removeChild(buttons.remove(last));
            marks.removeChild(marks.lastChild);
        }
        words.hidden = shown.isEmpty();
        for (int i = 0; i < shown.size(); i++) {
            Report.Kept.Checkpoint each = shown.get(i);
            HTMLButtonElement button = buttons.get(i);
            String text = words(each);
            if (!text.equals(button.textContent)) {
                button.textContent = text;
            }
            button.setAttribute("aria-pressed", "" + (kept.shown() == each.epoch()));
            ((HTMLElement) marks.childNodes.item(i)).style.setProperty("--at", "" + share(each.epoch(), places));
        }
    }

    /** {@code checkpoint: epoch 7, val_loss 0.31} */
    private static String words(Report.Kept.Checkpoint each) {
        return "checkpoint: epoch " + each.epoch()
                + (Double.isNaN(each.value()) ? "" : ", " + each.monitor() + " " + Figures.of(each.value()));
    }

    /** How far on the way it is, from 0 to 1. */
    private static double share(int epoch, int[] places) {
        int at = places.length - 1;
        for (int i = 0; i < places.length; i++) {
            at = places[i] == epoch ? i : at;
        }
        return places.length < 2 ? 1 : (double) at / (places.length - 1);
    }

    private void add() {
        int place = buttons.size();
        HTMLButtonElement button = Html.button(
                        "btn bar-button epoch-checkpoint",
                        "",
                        () -> go.accept(shown.get(place).epoch()))
                .attribute("title", "Kept by ModelCheckpoint: shows this epoch in every view")
                .asButton();
        buttons.add(button);
        words.appendChild(button);
        marks.appendChild(Html.of("span", "epoch-mark").element());
    }
}
