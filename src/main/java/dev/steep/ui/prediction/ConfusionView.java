package dev.steep.ui.prediction;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.ConfusionLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.Moment;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** Which classes the network takes for which: validation samples counted by true class (rows) and answer (columns). */
public final class ConfusionView implements ResultView {
    private static final int MOST = 30;
    private static final String UNCOUNTED = "Not counted yet.";

    public static final View VIEW = View.of(
                    "confusion", "Confusion", "Which classes the network takes for which.", ConfusionView::new)
            .onlyFor("data of 2 to " + MOST + " classes with a validation part", ConfusionView::suits)
            .savedAs(".confusion-tables");

    private final HTMLElement element = Html.of("div", "confusion").element();
    private final List<HTMLElement> cells = new ArrayList<>();
    private final List<List<HTMLElement>> rows = new ArrayList<>();
    private final PictureFeed watching;
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final MistakesGrid samples;
    private final Roving roving = new Roving(element, ".confusion-cell");
    private List<String> classes = List.of();

    ConfusionView(Lab lab) {
        Html.shows(element, "confusion", new ConfusionLook());
        samples = new MistakesGrid(lab, "confusion-samples");
        watching = new PictureFeed(lab, "confusion", () -> List.of(new ConfusionLook()), this::draw);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    private static boolean suits(DataFacts data) {
        return data.askedClasses().size() > 1 && data.askedClasses().size() <= MOST && data.parts()[1] > 0;
    }

    @Override
    public void opened(Report.Opened opened) {
        samples.opened(opened);
        if (!opened.data().askedClasses().equals(classes)) {
            classes = opened.data().askedClasses();
            samples.close();
            build();
        }
    }

    @Override
    public void blank() {
        watching.forget();
        samples.blank();
    }

    @Override
    public void show() {
        watching.start();
        samples.resume();
    }

    @Override
    public void hide() {
        watching.stop();
        samples.pause();
    }

    private void build() {
        cells.clear();
        element.textContent = "";
        Html head = Html.of("tr", "").add(Html.of("th", "").text("true class ↓  predicted →"));
        classes.forEach(
                name -> head.add(Html.of("th", "").attribute("scope", "col").text(name)));
        Html body = Html.of("tbody", "");
        for (String name : classes) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").text(name));
            for (int i = 0; i < classes.size(); i++) {
                int place = cells.size();
                Html cell = Html.button("confusion-cell", "", () -> choose(place));
                blank(cell.element());
                cells.add(cell.element());
                row.add(Html.of("td", "").add(cell));
            }
            body.add(row);
        }
        said.textContent = UNCOUNTED;
        element.appendChild(Html.of("div", "confusion-tables")
                .add(
                        Html.of("table", "confusion-matrix")
                                .add(Html.of("caption", "visually-hidden")
                                        .text("Validation samples by true class and predicted class"))
                                .add(Html.of("thead", "").add(head))
                                .add(body),
                        scores())
                .element());
        element.appendChild(said);
        element.appendChild(samples.element());
        roving.refresh();
    }

    /** Precision, recall and F1 of each class. */
    private Html scores() {
        Html head = Html.of("tr", "");
        for (String name : List.of("class", "precision", "recall", "F1", "samples")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(name));
        }
        Html body = Html.of("tbody", "");
        rows.clear();
        for (String name : classes) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").text(name));
            List<HTMLElement> mine = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                mine.add(Html.of("td", "").element());
                row.add(mine.get(i));
            }
            rows.add(mine);
            body.add(row);
        }
        return Html.of("table", "class-scores")
                .add(Html.of("caption", "visually-hidden").text("Scores of each class on the validation samples"))
                .add(Html.of("thead", "").add(head))
                .add(body);
    }

    private void scores(float[] counts) {
        List<ClassScores> scores = counts.length == 0 ? List.of() : ClassScores.of(counts, classes.size());
        for (int i = 0; i < rows.size(); i++) {
            List<HTMLElement> row = rows.get(i);
            if (scores.isEmpty()) {
                row.forEach(cell -> cell.textContent = "");
            } else {
                ClassScores mine = scores.get(i);
                row.get(0).textContent = share(mine.precision());
                row.get(1).textContent = share(mine.recall());
                row.get(2).textContent = share(mine.f1());
                row.get(3).textContent = Numbers.grouped(mine.samples());
            }
        }
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : Figures.fixed(value, 3);
    }

    /** Shows the samples of a cell; pressed again, none. */
    private void choose(int place) {
        boolean pressed = "true".equals(cells.get(place).getAttribute("aria-pressed"));
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setAttribute("aria-pressed", "" + (i == place && !pressed));
        }
        if (pressed) {
            samples.close();
        } else {
            int truth = place / classes.size();
            int answer = place % classes.size();
            samples.show(new MistakesLook(DataPart.VALIDATION, truth, answer, MistakesGrid.MOST));
        }
    }

    /** Which state of the network a view shows: {@code Counted after 12 steps, epoch 3.} */
    public static String sentence(Moment moment) {
        return moment.step() == 0
                ? "Counted before training."
                : "Counted after " + Numbers.count(moment.step(), "step") + ", epoch " + moment.epoch() + ".";
    }

    private static void blank(HTMLElement cell) {
        cell.textContent = "";
        cell.title = "";
        cell.setAttribute("aria-label", "Not counted yet");
        cell.style.removeProperty("background-color");
    }

    private void draw(Report.Picture picture) {
        float[] counts = picture.numbers().get(0);
        int width = classes.size();
        boolean known = counts.length == width * width;
        said.textContent = known ? sentence(picture.moment()) : UNCOUNTED;
        scores(known ? counts : new float[0]);
        if (!known) {
            cells.forEach(ConfusionView::blank);
            return;
        }
        for (int row = 0; row < width; row++) {
            double total = 1e-9;
            for (int column = 0; column < width; column++) {
                total += counts[row * width + column];
            }
            for (int column = 0; column < width; column++) {
                float count = counts[row * width + column];
                HTMLElement cell = cells.get(row * width + column);
                cell.textContent = count == 0 ? "·" : Numbers.grouped((long) count);
                String colour = row == column ? "--picture-line-rgb" : "--picture-wrong-rgb";
                double strength = count == 0 ? 0 : 0.12 + 0.38 * count / total; // figures stay readable on it
                cell.style.setProperty(
                        "background-color", "rgba(var(" + colour + ")," + Figures.fixed(strength, 2) + ")");
                cell.title = Numbers.grouped((long) count) + " of true class " + classes.get(row) + ", predicted "
                        + classes.get(column);
                cell.setAttribute("aria-label", cell.title);
            }
        }
    }
}
