package dev.steep.ui.prediction;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.Look;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.Html;
import dev.steep.ui.seeing.DataColumns;
import dev.steep.ui.seeing.DataFeed;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;

/** What a simple model says everywhere in the same plane, beside the network; which one is chosen, and none at first. */
final class BoundaryModel {
    private static final int PIXELS = 320;

    private final Lab lab;
    private final HTMLSelectElement choice = DataColumns.menu("Beside it");
    private final HTMLElement element = Html.of("figure", "boundary-model").element();
    private final DataFeed feed;
    private Optional<PlaneCanvas> plane = Optional.empty();

    BoundaryModel(Lab lab) {
        this.lab = lab;
        feed = new DataFeed(
                lab,
                "boundary-model",
                this::looks,
                picture ->
                        plane.ifPresent(each -> each.answers(picture.numbers().get(0))));
        choice.title = "A simple model beside the network, fitted to the same training part";
        choice.addEventListener("change", event -> chosen());
        element.hidden = true;
    }

    HTMLElement element() {
        return element;
    }

    HTMLElement choice() {
        return choice;
    }

    /** Other data. */
    void opened(Report.Opened opened) {
        boolean classes = !opened.data().classes().isEmpty();
        int before = choice.selectedIndex;
        DataColumns.fill(
                choice,
                List.of(
                        "network alone",
                        classes ? "logistic regression" : "straight plane",
                        "polynomial of degree 2",
                        "5 nearest neighbours"),
                0);
        choice.selectedIndex = Math.max(0, before);
        PlaneCanvas canvas = new PlaneCanvas(opened.data(), PIXELS);
        canvas.load(lab);
        plane = Optional.of(canvas);
        chosen();
        feed.opened(opened);
    }

    /** The same data, prepared otherwise perhaps. */
    void prepared(Report.Opened opened) {
        feed.opened(opened);
        feed.blank();
        feed.again();
    }

    void show() {
        feed.show();
    }

    void hide() {
        feed.hide();
    }

    private List<Look> looks() {
        return plane.filter(each -> choice.selectedIndex > 0)
                .map(each -> List.<Look>of(new BaselineLook(choice.selectedIndex, each.look())))
                .orElse(List.of());
    }

    private void chosen() {
        element.hidden = choice.selectedIndex <= 0;
        Html.clear(element);
        plane.ifPresent(each -> {
            each.answers(new float[0]);
            element.append(
                    each.element(), Html.of("figcaption", "").text(choice.value).element());
        });
        feed.blank();
        feed.again();
    }
}
