package dev.steep.ui.prediction;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.Moment;
import dev.steep.ui.data.SampleCells;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Validation samples by their true and predicted class, the worst first, found anew while training: all mistakes, or one cell of the
 * confusion matrix; where numbers are predicted, those of the largest error.
 */
final class MistakesGrid {
    /** Samples that are shown at once. */
    static final int MOST = 60;

    private record Answer(int place, int row, double truth, double said, double sure, double loss) {}

    private final Lab lab;
    private final HTMLElement note = Html.of("p", "mistakes-note").element();
    private final HTMLElement grid = Html.of("div", "predictions-grid").element();
    private final ChosenBar bar;
    private final Roving roving = new Roving(grid, ".prediction");
    private final HTMLElement element = Html.of("div", "mistakes").element();
    private final PictureFeed feed;
    private final Map<Integer, float[]> samples = new HashMap<>();
    private final List<AnswerTile> tiles = new ArrayList<>();
    private Optional<MistakesLook> look = Optional.empty();
    private DataFacts data = DataFacts.NONE;
    private int rows;
    private int round;

    /** @param panel names it to the worker */
    MistakesGrid(Lab lab, String panel) {
        this.lab = lab;
        feed = new PictureFeed(lab, panel, () -> look.<List<Look>>map(List::of).orElse(List.of()), this::draw);
        bar = new ChosenBar(lab);
        element.appendChild(
                Html.of("div", "mistakes-head").add(note, bar.element()).element());
        element.appendChild(grid);
        element.hidden = true;
    }

    HTMLElement element() {
        return element;
    }

    boolean isShown() {
        return look.isPresent();
    }

    /** Shows these from now on. */
    void show(MistakesLook wanted) {
        look = Optional.of(wanted);
        Html.shows(grid, "mistakes", wanted);
        clear();
        element.hidden = false;
        feed.start();
    }

    /** Goes on with what was to be shown, if anything was. */
    void resume() {
        if (isShown()) {
            feed.start();
        }
    }

    void pause() {
        feed.stop();
    }

    void close() {
        look = Optional.empty();
        element.hidden = true;
        feed.stop();
        clear();
    }

    /** What is shown is of something that is past. */
    void blank() {
        feed.forget();
    }

    void opened(Report.Opened opened) {
        data = opened.data();
        bar.opened(data);
        if (opened.rows() != rows) {
            rows = opened.rows();
            samples.clear();
            clear();
        }
    }

    private void clear() {
        round++;
        tiles.clear();
        bar.hide();
        grid.textContent = "";
        note.textContent = "Not predicted yet.";
    }

    private void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        if (numbers.length == 0) {
            clear();
            return;
        }
        int mine = ++round;
        List<Answer> answers = new ArrayList<>();
        for (int at = 1; at + MistakesLook.FIELDS <= numbers.length; at += MistakesLook.FIELDS) {
            answers.add(new Answer(
                    (int) numbers[at],
                    (int) numbers[at + 1],
                    numbers[at + 2],
                    numbers[at + 3],
                    numbers[at + 4],
                    numbers[at + 5]));
        }
        String sentence = sentence((int) numbers[0], answers.size(), picture.moment());
        List<Integer> missing = answers.stream()
                .map(Answer::place)
                .filter(place -> !samples.containsKey(place))
                .toList();
        if (missing.isEmpty()) {
            fill(answers, sentence);
        }
        int of = rows;
        for (int place : missing) {
            lab.ask(new Inquiry.Gallery(DataPart.VALIDATION, place, 1), report -> {
                if (of == rows && report instanceof Report.Samples found && found.rows().length == 1) {
                    samples.put(place, found.x());
                    if (mine == round && answers.stream().allMatch(each -> samples.containsKey(each.place()))) {
                        fill(answers, sentence);
                    }
                }
            });
        }
    }

    /** Tiles of the same samples stay, and with them the focus. */
    private void fill(List<Answer> answers, String sentence) {
        if (!tiles.stream()
                .map(AnswerTile::row)
                .toList()
                .equals(answers.stream().map(Answer::row).toList())) {
            tiles.clear();
            grid.textContent = "";
            grid.classList.toggle("words", !data.image());
            for (Answer answer : answers) {
                AnswerTile tile = new AnswerTile(
                        lab,
                        data,
                        answer.row(),
                        answer.truth(),
                        Objects.requireNonNull(samples.get(answer.place())),
                        bar);
                tiles.add(tile);
                grid.appendChild(tile.element());
            }
            roving.refresh();
            List<AnswerTile> shown = List.copyOf(tiles);
            int[] of = answers.stream().mapToInt(Answer::row).toArray();
            SampleCells.ask(lab, data, of, cells -> cells.ifPresent(all -> AnswerTile.fill(shown, all)));
        }
        for (int i = 0; i < tiles.size(); i++) {
            Answer answer = answers.get(i);
            tiles.get(i).said(answer.said());
            tiles.get(i)
                    .details(
                            data.classes().isEmpty()
                                    ? "off by " + AnswerText.number(data, 0, answer.loss())
                                    : "sure " + Figures.probability(answer.sure()) + " · loss "
                                            + Figures.fixed(answer.loss(), 2));
        }
        note.textContent = sentence;
    }

    private String sentence(int total, int shown, Moment moment) {
        MistakesLook of = look.orElseThrow();
        int validated = data.parts()[1];
        String which = data.classes().isEmpty()
                ? Numbers.count(total, "sample")
                : of.truth() == MistakesLook.ANY
                        ? Numbers.grouped(total) + " of " + Numbers.grouped(validated) + " wrong"
                        : Numbers.count(total, "sample") + " of true class "
                                + data.classes().get(of.truth()) + ", predicted "
                                + data.classes().get(of.said());
        String worst = data.classes().isEmpty() ? "the largest error" : "the largest loss";
        String order =
                shown < total ? ", the " + shown + " of " + worst + " first" : shown > 1 ? ", " + worst + " first" : "";
        return which + order + ". " + ConfusionView.sentence(moment);
    }
}
