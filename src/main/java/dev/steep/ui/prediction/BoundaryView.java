package dev.steep.ui.prediction;

import dev.steep.picture.ClassColours;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** What the network says everywhere in the plane of its two inputs. */
public final class BoundaryView implements ResultView {
    public static final View VIEW = View.of(
                    "boundary",
                    "Boundary",
                    "What the network says everywhere in the plane of its inputs.",
                    BoundaryView::new)
            .onlyFor("samples of two numbers", BoundaryView::suits)
            .savedAs(".boundary");

    private static final int PIXELS = 320;

    private final Lab lab;
    private final HTMLElement element = Html.of("div", "boundary").element();
    private final BoundaryModel model;
    private final PictureFeed watching;
    private Optional<PlaneCanvas> plane = Optional.empty();
    private int rows;

    BoundaryView(Lab lab) {
        this.lab = lab;
        model = new BoundaryModel(lab);
        watching = new PictureFeed(
                lab,
                "boundary",
                () -> plane.map(each -> List.<Look>of(each.look())).orElse(List.of()),
                picture ->
                        plane.ifPresent(each -> each.answers(picture.numbers().get(0))));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    private static boolean suits(DataFacts data) {
        return data.shape().length == 1 && data.size() == 2 && !data.reconstructs();
    }

    @Override
    public void opened(Report.Opened opened) {
        if (opened.rows() == rows) {
            model.prepared(opened);
            return;
        }
        rows = opened.rows();
        element.textContent = "";
        plane = Optional.of(opened.data()).filter(BoundaryView::suits).map(data -> {
            PlaneCanvas canvas = new PlaneCanvas(data, PIXELS);
            canvas.load(lab);
            Html.shows(canvas.element(), "plane", canvas.look());
            build(data, canvas);
            return canvas;
        });
        plane.ifPresent(each -> model.opened(opened));
    }

    @Override
    public void blank() {
        watching.forget();
    }

    @Override
    public void show() {
        watching.start();
        model.show();
    }

    @Override
    public void hide() {
        watching.stop();
        model.hide();
    }

    private void build(DataFacts data, PlaneCanvas canvas) {
        double[] edges = canvas.edges();
        Html up = Html.of("div", "boundary-up")
                .add(end(edges[3]), Html.of("span", "").text(feature(data, 1)), end(edges[2]));
        Html along = Html.of("div", "boundary-along")
                .add(end(edges[0]), Html.of("span", "").text(feature(data, 0)), end(edges[1]));
        Html legend = Html.of("div", "boundary-legend");
        for (int i = 0; i < data.askedClasses().size(); i++) {
            HTMLElement colour = Html.of("i", "").element();
            colour.style.background =
                    ClassColours.css(i); // a style attribute would go against the content security policy
            legend.add(Html.of("span", "")
                    .add(colour)
                    .add(Html.of("span", "").text(data.askedClasses().get(i))));
        }
        legend.add(Html.of("span", "quiet").text("dots: training · rings: validation"));
        legend.add(model.choice());
        element.appendChild(up.element());
        element.appendChild(canvas.element());
        element.appendChild(model.element());
        element.appendChild(legend.element());
        element.appendChild(along.element());
    }

    private static String feature(DataFacts data, int index) {
        return index < data.features().size() ? data.features().get(index) : "x" + (index + 1);
    }

    private static Html end(double value) {
        return Html.of("span", "").text(Figures.of(value));
    }
}
