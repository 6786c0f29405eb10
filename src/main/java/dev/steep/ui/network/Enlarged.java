package dev.steep.ui.network;

import dev.steep.protocol.Moment;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.GridPanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** A picture of a card, large, with its numbers. Live. */
public final class Enlarged implements Lab.Listener {
    private final PictureFeed watching;
    private final HTMLElement moment = Html.of("p", "enlarged-moment").element();
    private final GridPanel grid = new GridPanel();
    private final Dialog dialog = new Dialog("enlarged", "");
    private Optional<Subject> subject = Optional.empty();

    public Enlarged(Lab lab) {
        watching = new PictureFeed(
                lab, "enlarged", () -> subject.map(Subject::look).stream().toList(), this::draw);
        dialog.add(moment, grid.element());
        dialog.closed(() -> {
            subject = Optional.empty();
            watching.stop();
        });
        lab.listen(this);
        Theme.onChange(dialog.element(), watching::redraw);
    }

    public HTMLElement element() {
        return dialog.element();
    }

    /** Shows a picture, from its first tile on. */
    void open(Subject other) {
        subject = Optional.of(other);
        dialog.title(other.title());
        Html.shows(grid.body(), "numbers", other.look());
        moment.textContent = "";
        grid.open(other.grid());
        watching.start();
        dialog.open();
    }

    /** Another experiment: if it has no such numbers, the table says so. */
    @Override
    public void opened(Report.Opened opened) {
        if (subject.isPresent()) {
            watching.start();
        }
    }

    private void draw(Report.Picture picture) {
        subject.ifPresent(of -> draw(of, picture.numbers().get(0), picture.moment()));
    }

    private void draw(Subject of, float[] numbers, Moment when) {
        if (numbers.length == of.grid().count()) {
            moment.textContent =
                    "epoch " + when.epoch() + ", step " + when.step() + (of.ofSample() ? ", " + when.subject() : "");
            grid.draw(numbers, of.colours().of(numbers, Theme.dark()));
        } else {
            moment.textContent = "These numbers do not exist now.";
            grid.clear();
        }
    }
}
