package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.picture.ClassColours;
import dev.steep.picture.ClassHistogram;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.SampleTable;
import dev.steep.protocol.look.SpreadLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;

/** How the numbers of one column are spread, for each class; of images and series, all of their numbers. */
public final class DistributionView extends DataPage {
    public static final View VIEW = View.of(
                    "distribution",
                    "Distribution",
                    "A histogram of a column for each class, with means and deviations; of images, of their pixels.",
                    DistributionView::new)
            .in("Data")
            .onlyFor("data that are there", data -> data.size() > 0)
            .savedAs(".distribution-plots");

    private static final int BINS = 32;
    private static final int WIDTH = 240;
    private static final int HEIGHT = 96;

    /** Classes that have a histogram of their own. */
    private static final int CLASSES = 40;

    private static final List<String> PARTS = List.of("all", "training", "validation");

    private final HTMLSelectElement column = DataColumns.menu("Column");
    private final Segments parts = new Segments(PARTS, word -> word, this::partChosen);
    private final HTMLElement plots = Html.of("div", "distribution-plots").element();
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final HTMLElement rows = Html.of("tbody", "").element();
    private final HTMLElement element;
    private List<String> names = List.of();
    private int part = SampleTable.ANY;

    DistributionView(Lab lab) {
        super(lab, "distribution");
        column.addEventListener("change", event -> again());
        parts.element().setAttribute("aria-label", "Part");
        parts.show(PARTS.get(0));
        Html head = Html.of("tr", "");
        for (String name : List.of("class", "numbers", "mean", "standard deviation", "lowest", "highest")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(name));
        }
        element = Html.of("div", "distribution")
                .add(Html.of("div", "roc-head").add(column, parts.element()))
                .add(plots, said)
                .add(Html.of("div", "roc-tables")
                        .attribute("role", "group")
                        .attribute("aria-label", "Means and deviations")
                        .attribute("tabindex", "0")
                        .add(Html.of("table", "distribution-table")
                                .add(Html.of("caption", "visually-hidden").text("Numbers of the column by class"))
                                .add(Html.of("thead", "").add(head))
                                .add(rows)))
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void arrange(Report.Opened opened) {
        DataFacts data = data();
        List<String> now = DataColumns.suits(data)
                ? DataColumns.names(data)
                : List.of(data.image() ? "all pixels" : "all numbers");
        if (!now.equals(names)) {
            names = now;
            DataColumns.fill(column, names, 0);
        }
        parts.element().hidden = data.parts()[1] == 0;
        if (parts.element().hidden) {
            part = SampleTable.ANY;
        }
    }

    private void partChosen(String word) {
        part = PARTS.indexOf(word) - 1;
        again();
    }

    private SpreadLook look() {
        int which = DataColumns.suits(data()) ? Math.max(0, column.selectedIndex) : SampleTable.ANY;
        return new SpreadLook(which, part, BINS);
    }

    @Override
    List<Look> looks() {
        return data().size() == 0 ? List.of() : List.of(look());
    }

    @Override
    void announce() {
        Html.shows(plots, "spread", look());
    }

    @Override
    void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        Html.clear(plots);
        Html.clear(rows);
        if (numbers.length < SpreadLook.HEAD) {
            said.textContent = "There are no finite numbers to count.";
            return;
        }
        int bins = (int) numbers[2];
        int groups = (int) numbers[3];
        List<float[]> counts = new ArrayList<>();
        double most = 0;
        for (int group = 0; group < groups; group++) {
            int at = SpreadLook.HEAD + group * (SpreadLook.FIELDS + bins);
            float[] mine = new float[bins];
            System.arraycopy(numbers, at + SpreadLook.FIELDS, mine, 0, bins);
            for (float each : mine) {
                most = Math.max(most, each);
            }
            counts.add(mine);
            row(group, numbers, at);
        }
        ClassHistogram plot = new ClassHistogram(
                WIDTH, HEIGHT, new Range(numbers[0], numbers[1]), most, number -> Figures.of(number));
        for (int group = 0; group < Math.min(CLASSES, groups); group++) {
            int at = SpreadLook.HEAD + group * (SpreadLook.FIELDS + bins);
            String words = name(group) + ": " + Numbers.count((int) numbers[at], "number") + ", mean "
                    + Figures.of(numbers[at + 1]) + ", deviation " + Figures.of(numbers[at + 2]);
            HTMLElement box = Html.of("span", "").element();
            box.innerHTML = plot.svg(counts.get(group), colour(group), words);
            plots.appendChild(Html.of("figure", "")
                    .add(Html.of("figcaption", "").text(name(group)))
                    .add(box)
                    .element());
        }
        said.textContent = "The highest bar holds " + Numbers.grouped((long) most) + "; each plot has "
                + Numbers.count(bins, "bin") + " of the same width."
                + (numbers[4] > 0 ? " " + Numbers.count((int) numbers[4], "number") + " not finite, left out." : "")
                + (groups > CLASSES ? " The first " + CLASSES + " classes of " + groups + "." : "");
    }

    private String name(int group) {
        return group < data().classes().size()
                ? data().classes().get(group)
                : names.get(Math.max(0, column.selectedIndex));
    }

    private String colour(int group) {
        return data().classes().isEmpty() ? "var(--picture-line)" : ClassColours.css(group);
    }

    private void row(int group, float[] numbers, int at) {
        Html row = Html.of("tr", "")
                .add(Html.of("th", "").attribute("scope", "row").text(name(group)));
        row.add(Html.of("td", "").text(Numbers.grouped((long) numbers[at])));
        for (int i = 1; i < SpreadLook.FIELDS; i++) {
            row.add(Html.of("td", "").text(Float.isNaN(numbers[at + i]) ? "–" : Figures.of(numbers[at + i])));
        }
        rows.appendChild(row.element());
    }
}
