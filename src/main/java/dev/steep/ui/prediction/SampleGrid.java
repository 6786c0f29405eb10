package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.ResultView;
import elemental2.dom.HTMLElement;
import elemental2.dom.ResizeObserver;
import java.util.List;

/**
 * Samples with what the network makes of them, as tiles under a head that says which and in which order. It is a page of its own, or a
 * few stand beside the curves, which the style sheet hides where there is no room; it watches only while it can be seen.
 */
abstract class SampleGrid implements ResultView {
    final Lab lab;

    /** Says how many there are, or what is known of them. */
    final HTMLElement count = Html.of("span", "chart-note").element();

    final HTMLElement title = Html.of("b", "").element();
    final HTMLElement head;
    final HTMLElement grid = Html.of("div", "predictions-grid").element();
    final Roving roving = new Roving(grid, ".prediction");
    final Segments choice;
    private final HTMLElement element;
    private final PictureFeed feed;
    private final String picture;
    private DataFacts data = DataFacts.NONE;
    private boolean shown;
    private boolean visible;

    /**
     * @param picture names what is drawn; see {@link Html#shows}
     * @param page whether it is a page of its own, on which the order can be chosen
     * @param orders what can be chosen; the first is shown at first
     */
    SampleGrid(Lab lab, String picture, boolean page, List<String> orders) {
        this.lab = lab;
        this.picture = picture;
        feed = new PictureFeed(lab, page ? picture : picture + "-beside", this::looks, this::draw);
        choice = new Segments(orders, word -> word, this::choose);
        choice.element().setAttribute("aria-label", "Which samples are shown");
        choice.element().hidden = !page;
        choice.show(orders.get(0));
        head = Html.of("div", "chart-head").add(title, choice.element(), count).element();
        element = Html.of("div", page ? "predictions" : "predictions few")
                .add(head, grid)
                .element();
        new ResizeObserver((changes, by) -> {
                    boolean now = element.offsetWidth > 0; // anywhere else this would cost a layout of the page
                    if (now != visible) {
                        visible = now;
                        resume();
                    }
                    return null;
                })
                .observe(element);
    }

    /** What it wants to see; nothing where the data are not for it. */
    abstract List<Look> looks();

    abstract void draw(Report.Picture numbers);

    /** Another order was chosen. */
    abstract void choose(String order);

    /** Whether the tiles are to be kept up to date while they can be seen. */
    abstract boolean watches();

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
    }

    final DataFacts data() {
        return data;
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

    /** Whether somebody can see it. */
    final boolean seen() {
        return shown && visible;
    }

    /** Watches if it can be seen. */
    void resume() {
        if (seen() && watches()) {
            announce();
            feed.start();
        } else {
            feed.stop();
        }
    }

    /** Says in the page of which numbers the tiles are. */
    final void announce() {
        looks().forEach(look -> Html.shows(grid, picture, look));
    }
}
