package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.ReconstructionsLook;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.ResizeObserver;
import java.util.ArrayList;
import java.util.List;

/** Samples beside what an autoencoder makes of them, in order or the worst first, live. */
public final class ReconstructionsView implements ResultView {
    public static final View VIEW = View.of(
                    "reconstructions",
                    "Reconstructions",
                    "Validation samples beside what the network makes of them, of a network that answers with its own input.",
                    ReconstructionsView::many)
            .in("Predictions")
            .onlyFor("networks that answer with their own input, as an autoencoder does", DataFacts::reconstructs)
            .savedAs(".predictions-grid");

    private static final int MANY = 40;
    private static final int FEW = 9;
    private static final String ORDER = "in order";
    private static final String WORST = "worst first";
    private static final String NOTHING = "Not reconstructed yet.";

    private final Lab lab;
    private final int most;
    private final HTMLElement title = Html.of("b", "").element();
    private final HTMLElement count = Html.of("span", "chart-note").element();
    private final HTMLElement grid = Html.of("div", "predictions-grid").element();
    private final Roving roving = new Roving(grid, ".prediction");
    private final Segments choice = new Segments(List.of(ORDER, WORST), word -> word, this::choose);
    private final HTMLElement element;
    private final PictureFeed feed;
    private final List<CopyTile> tiles = new ArrayList<>();
    private DataFacts data = DataFacts.NONE;
    private boolean worst;
    private boolean shown;
    private boolean visible;

    private ReconstructionsView(Lab lab, String panel, int most, String classes) {
        this.lab = lab;
        this.most = most;
        feed = new PictureFeed(lab, panel, this::looks, this::draw);
        choice.element().setAttribute("aria-label", "Which samples are shown");
        choice.element().hidden = most < MANY;
        choice.show(ORDER);
        element = Html.of("div", classes)
                .add(Html.of("div", "chart-head").add(title, choice.element(), count))
                .add(grid)
                .element();
        new ResizeObserver((changes, by) -> {
                    if (element.offsetWidth > 0 != visible) {
                        resume();
                    }
                    return null;
                })
                .observe(element);
    }

    /** A page of its own. */
    static ReconstructionsView many(Lab lab) {
        return new ReconstructionsView(lab, "reconstructions", MANY, "predictions");
    }

    /** A few to stand beside the curves; the style sheet hides them where there is no room. */
    public static ReconstructionsView few(Lab lab) {
        return new ReconstructionsView(lab, "reconstructions-beside", FEW, "predictions few");
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        element.hidden = !data.reconstructs();
        title.textContent = part() == DataPart.VALIDATION ? "Validation samples" : "Training samples";
        grid.classList.toggle("copies", data.image() || data.series());
        grid.classList.toggle("words", !data.image() && !data.series());
        clear();
        resume();
    }

    /** Without a validation part, samples of training. */
    private DataPart part() {
        return data.parts()[DataPart.VALIDATION.ordinal()] > 0 ? DataPart.VALIDATION : DataPart.TRAINING;
    }

    @Override
    public void blank() {
        feed.forget();
    }

    @Override
    public void show() {
        shown = true;
        resume();
    }

    @Override
    public void hide() {
        shown = false;
        feed.stop();
    }

    private void choose(String word) {
        worst = word.equals(WORST);
        clear();
        resume();
    }

    private void clear() {
        tiles.clear();
        Html.clear(grid);
        count.textContent = NOTHING;
    }

    private void resume() {
        visible = element.offsetWidth > 0;
        if (shown && visible && data.reconstructs()) {
            looks().forEach(look -> Html.shows(grid, VIEW.id(), look));
            feed.start();
        } else {
            feed.stop();
        }
    }

    private List<Look> looks() {
        return data.reconstructs() ? List.of(new ReconstructionsLook(part(), worst, most)) : List.of();
    }

    private void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        if (numbers.length == 0) {
            clear();
            return;
        }
        int size = (int) numbers[0];
        int fields = ReconstructionsLook.FIELDS + 2 * size;
        int places = (numbers.length - 1) / fields;
        if (tiles.size() != places) {
            clear();
            for (int i = 0; i < places; i++) {
                CopyTile tile = new CopyTile(lab, data);
                tiles.add(tile);
                grid.appendChild(tile.element());
            }
            roving.refresh();
        }
        for (int i = 0; i < places; i++) {
            tiles.get(i).show(numbers, 1 + i * fields, size);
        }
        count.textContent = most < MANY ? "" : ConfusionView.sentence(picture.moment());
    }
}
