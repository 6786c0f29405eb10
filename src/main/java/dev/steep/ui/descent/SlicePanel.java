package dev.steep.ui.descent;

import dev.steep.catalog.Numbers;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.SurfacePlot;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.NumberTable;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** The loss on a plane through the weights, as contours, with the path of the run; and in words. */
public final class SlicePanel {
    private static final String RANDOM = "Random directions";
    private static final String PATH = "Along the path";

    private final SurfacePicture picture = new SurfacePicture();
    private final HTMLElement progress = Html.of("p", "descent-now").element();
    private final HTMLElement words =
            Html.of("p", "descent-words").attribute("role", "status").element();
    private final HTMLElement about = Html.of("p", "descent-about").element();
    private final HTMLElement again;
    private final HTMLElement element;
    private final HTMLElement numbers =
            Html.of("div", "descent-numbers").attribute("tabindex", "0").element();
    private final HTMLElement table;
    private String direction = PATH;
    private Optional<Report.Slice> shown = Optional.empty();

    /** @param begin has it computed anew */
    public SlicePanel(Runnable begin) {
        Segments directions = new Segments(List.of(PATH, RANDOM), word -> word, word -> {
            direction = word;
            begin.run();
        });
        directions.show(direction);
        directions.element().setAttribute("aria-label", "Directions of the plane");
        again = Html.button("btn bar-button", "Compute it for the weights of now", begin)
                .element();
        picture.element().setAttribute("role", "img");
        table = Html.of("details", "descent-more")
                .add(Html.of("summary", "").text("Numbers of the picture"))
                .add(numbers)
                .on("toggle", event -> shown.ifPresent(this::numbers))
                .element();
        element = Html.of("div", "descent slice")
                .add(Html.of("div", "descent-settings").add(directions.element()))
                .add(Html.of("div", "descent-parts")
                        .add(Html.of("div", "descent-picture").add(picture.element(), progress))
                        .add(Html.of("div", "descent-side").add(words, about, again)))
                .add(table)
                .element();
        clear();
    }

    public HTMLElement element() {
        return element;
    }

    /** Whether the plane is to be that in which the run has moved most. */
    public boolean alongPath() {
        return direction.equals(PATH);
    }

    /** Says that the weights are others by now, and that it can be computed anew. */
    public void stale(boolean is) {
        again.hidden = !is;
    }

    /** Nothing is known. */
    public void clear() {
        picture.clear();
        picture.element().setAttribute("aria-label", "The loss around the present weights, not computed yet");
        shown = Optional.empty();
        Html.clear(numbers);
        words.textContent = "";
        about.textContent = "";
        progress.textContent = "";
        again.hidden = true;
    }

    /** Shows what is known so far, or why nothing is. */
    public void show(Report report) {
        if (report instanceof Report.Slice slice) {
            draw(slice);
        } else if (report instanceof Report.Refused refused) {
            clear();
            words.textContent = refused.sentence();
        }
    }

    private void draw(Report.Slice slice) {
        double[] edges = slice.edges();
        picture.show(
                new SurfacePlot(
                        slice.losses(),
                        slice.side(),
                        new double[][] {{edges[0], edges[1]}, {edges[2], edges[3]}},
                        List.of("first direction", "second direction")),
                new double[0][],
                new double[0]);
        int count = slice.epochs().length;
        double[][] places = new double[count][2];
        for (int i = 0; i < count; i++) {
            places[i] = new double[] {slice.path()[2 * i], slice.path()[2 * i + 1]};
        }
        picture.trails(List.of(new SurfacePlot.Trail(places, new double[count], "now")));
        progress.textContent =
                slice.over() ? "" : "Computing: " + Figures.fixed(100 * slice.share(), 0) + " % of the places";
        say(slice);
        numbers(slice);
    }

    /** The losses in a table while it is open, the highest row on top as in the picture. */
    private void numbers(Report.Slice slice) {
        shown = Optional.of(slice);
        Html.clear(numbers);
        if (table.hasAttribute("open") && slice.over()) {
            int side = slice.side();
            float[] losses = new float[side * side];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = (float) slice.losses()[(side - 1 - i / side) * side + i % side];
            }
            NumberTable made =
                    new NumberTable(NumberGrid.maps(side, side, 1), 0, 0, new NumberTable.Part(0, 0, side, side));
            made.draw(losses, Scale.magnitude(Range.of(losses)));
            numbers.appendChild(made.element());
        }
    }

    private void say(Report.Slice slice) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double loss : slice.losses()) {
            if (Double.isFinite(loss)) {
                low = Math.min(low, loss);
                high = Math.max(high, loss);
            }
        }
        int epochs = slice.epochs().length - 1;
        words.textContent = "The large dot is the network after step " + Numbers.grouped(slice.step())
                + (epochs > 0 ? "; the others are the " + Numbers.count(epochs, "epoch") + " that are kept" : "")
                + "."
                + (slice.over()
                        ? " Around it the loss is from " + Figures.of(low) + " to " + Figures.of(high) + ", over "
                                + Numbers.count(slice.samples(), "training sample") + "."
                        : "");
        about.textContent = slice.alongPath()
                ? "The plane lies along the two directions in which the weights have moved most: it holds "
                        + Figures.of(100 * slice.held()) + " % of the squared distances of the path."
                : "The plane has two random directions; each filter and each unit’s weights move by as much as they are long"
                        + " (Li et al., 2018)."
                        + (alongPath()
                                ? " Along the path, as soon as training has gone on for some epochs."
                                : epochs > 1
                                        ? " A path is hardly seen here: it runs at right angles to nearly all of them."
                                        : "");
        picture.element().setAttribute("aria-label", words.textContent);
    }
}
