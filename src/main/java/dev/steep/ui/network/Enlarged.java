package dev.steep.ui.network;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.GridPanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A picture of a card, large, with its numbers. Live. */
public final class Enlarged implements Lab.Listener {
    private static final String PLAY = "▶ Slide the window";

    /** From one place to the next, in milliseconds. */
    private static final int BEAT = 400;

    private final PictureFeed watching;
    private final HTMLElement moment = Html.of("p", "enlarged-moment").element();
    private final GridPanel grid = new GridPanel();
    private final Lens lens = new Lens();
    private final HTMLElement play =
            Html.button("btn bar-button lens-play", PLAY, this::turn).element();
    private final FilmStrip film;
    private final HTMLElement body;
    private final Dialog dialog = new Dialog("enlarged", "");
    private Optional<Subject> subject = Optional.empty();
    private Optional<Report.Picture> last = Optional.empty();
    private double timer;

    public Enlarged(Lab lab) {
        watching = new PictureFeed(
                lab, "enlarged", () -> subject.map(Enlarged::looks).orElse(List.of()), this::draw);
        play.title = "Goes through the map, place by place";
        body = Html.of("div", "enlarged-body")
                .add(grid.element())
                .add(Html.of("div", "lens-side").add(play, lens.element()))
                .element();
        film = new FilmStrip(lab, this::turnFilm);
        FigureButton save = FigureButton.of(
                () -> subject.map(Subject::title).orElse(""),
                this::about,
                () -> film.shown() ? film.element() : grid.element());
        dialog.add(
                Html.of("div", "enlarged-bar")
                        .add(film.choice(), save.element())
                        .element(),
                moment,
                body,
                film.element());
        dialog.closed(() -> {
            play(false);
            film.close();
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
        play(false);
        subject = Optional.of(other);
        dialog.title(other.title());
        Html.shows(grid.body(), "numbers", other.look());
        moment.textContent = "";
        last = Optional.empty();
        play.hidden = other.lens().isEmpty();
        grid.picks(other.lens().map(facts -> this::picked));
        lens.open(other.lens());
        grid.open(other.grid());
        film.open(other);
        turnFilm();
        watching.start();
        dialog.open();
    }

    /** Of which sample its numbers are. */
    private String about() {
        return subject.filter(Subject::ofSample).isEmpty()
                ? ""
                : last.map(picture -> "For " + picture.moment().subject() + ".").orElse("");
    }

    private void turnFilm() {
        body.hidden = film.shown();
    }

    /** Another experiment: if it has no such numbers, the table says so. */
    @Override
    public void opened(Report.Opened opened) {
        if (subject.isPresent()) {
            watching.start();
        }
    }

    private static List<Look> looks(Subject of) {
        List<Look> looks = new ArrayList<>(List.of(of.look()));
        of.lens().ifPresent(facts -> looks.addAll(facts.looks()));
        return looks;
    }

    private void picked(int tile, int row, int column) {
        lens.at(tile, row, column);
        subject.ifPresent(this::look);
    }

    private void turn() {
        play(timer == 0);
    }

    private void play(boolean on) {
        DomGlobal.clearInterval(timer);
        timer = on ? DomGlobal.setInterval(arguments -> grid.next(), BEAT) : 0;
        play.textContent = on ? "❚❚ Stop" : PLAY;
    }

    private void draw(Report.Picture picture) {
        last = Optional.of(picture);
        subject.ifPresent(of -> {
            draw(of, picture.numbers().get(0), picture.moment());
            look(of);
        });
    }

    private void look(Subject of) {
        last.filter(picture -> picture.numbers().get(0).length == of.grid().count())
                .ifPresent(picture -> lens.draw(
                        picture.numbers().get(0),
                        picture.numbers().subList(1, picture.numbers().size()),
                        of.grid().tiles().length(),
                        of.grid().columns().length()));
    }

    private void draw(Subject of, float[] numbers, Moment when) {
        if (numbers.length == of.grid().count()) {
            moment.textContent = "epoch " + when.epoch() + ", step " + when.step()
                    + (of.ofSample() ? ", " + when.subject() : "")
                    + (of.lens().isPresent() ? ". Press a number to see how it is made." : "");
            grid.draw(numbers, of.colours().of(numbers, Theme.dark()));
        } else {
            moment.textContent = "These numbers do not exist now.";
            grid.clear();
            lens.element().hidden = true;
        }
    }
}
