package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Range;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.PointsLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.CloudFrame;
import dev.steep.ui.view.PointCloud;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples by two of their columns, coloured by class or by the number to predict; or up to six columns, each against each other. */
public final class ScatterView extends DataPage implements Lab.Listener {
    public static final View VIEW = View.of(
                    "scatter",
                    "Scatter",
                    "Any two columns of the data against each other, or up to six by pairs, coloured by class.",
                    ScatterView::new)
            .in("Data")
            .onlyFor("data of at least two columns", DataColumns::several)
            .savedAs(".scatter-main");

    private static final String PLOT = "two columns";
    private static final String PAIRS = "all pairs";

    /** Points of a plot: more hide each other. */
    private static final int MOST = 3000;

    private static final int OF_A_PAIR = 400;
    private static final int COLUMNS = 6;

    private final Lab lab;
    private final HTMLSelectElement across = DataColumns.menu("Column from left to right");
    private final HTMLSelectElement up = DataColumns.menu("Column from bottom to top");
    private final HTMLElement against = Html.of("span", "").text("against").element();
    private final Segments kinds = new Segments(List.of(PLOT, PAIRS), word -> word, this::kindChosen);
    private final PointCloud cloud;
    private final ScatterMatrix matrix = new ScatterMatrix(this::open);
    private final HTMLElement legend = Html.of("div", "pca-legend").element();
    private final HTMLElement shapes = Html.of("p", "scatter-shapes").element();
    private final HTMLElement pointed =
            Html.of("p", "pca-pointed").attribute("aria-live", "polite").element();
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final ScatterTable table = new ScatterTable();
    private final HTMLElement plot;
    private final HTMLElement main;
    private final HTMLElement element;
    private List<String> names = List.of();
    private boolean pairs;
    private int chosen = Moment.DRAWN;
    private float[] numbers = new float[0];

    ScatterView(Lab lab) {
        super(lab, "scatter");
        this.lab = lab;
        cloud = new PointCloud(this::point, dot -> lab.choose(dot.row()));
        cloud.element().setAttribute("aria-label", "No samples yet.");
        across.addEventListener("change", event -> again());
        up.addEventListener("change", event -> again());
        kinds.element().setAttribute("aria-label", "How many columns");
        kinds.show(PLOT);
        plot = Html.of("div", "scatter-plot").add(cloud.element(), pointed).element();
        main = Html.of("div", "scatter-main")
                .add(plot, matrix.element())
                .add(Html.of("div", "pca-side").add(legend, shapes))
                .element();
        matrix.element().hidden = true;
        element = Html.of("div", "scatter")
                .add(Html.of("div", "roc-head")
                        .add(kinds.element(), up, against, across)
                        .add(table.button()))
                .add(main, said, table.element())
                .element();
        lab.listen(this);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void arrange(Report.Opened opened) {
        chosen = opened.chosen();
        List<String> now = DataColumns.several(data()) ? DataColumns.names(data()) : List.of();
        if (!now.equals(names)) {
            names = now;
            if (!names.isEmpty()) { // what was chosen before data without columns is chosen again after them
                List<Integer> first = DataColumns.numbersFirst(data());
                DataColumns.fill(across, names, first.get(0));
                DataColumns.fill(up, names, data().targets().isEmpty() ? first.get(1) : data().size());
            }
        }
    }

    @Override
    boolean suits() {
        return !names.isEmpty();
    }

    @Override
    public void chosen(int row) {
        chosen = row;
        cloud.mark(row);
    }

    private void kindChosen(String word) {
        pairs = word.equals(PAIRS);
        plot.hidden = pairs;
        matrix.element().hidden = !pairs;
        across.hidden = pairs;
        against.textContent = pairs ? "and those after it" : "against";
        again();
    }

    @Override
    public void paired(int upColumn, int acrossColumn) {
        open(upColumn, acrossColumn);
        lab.view(VIEW.id());
    }

    /** A pair that was pressed. */
    private void open(int upColumn, int acrossColumn) {
        up.selectedIndex = upColumn;
        across.selectedIndex = acrossColumn;
        kinds.show(PLOT);
        kindChosen(PLOT);
    }

    /** The columns that are shown, those of the matrix from the chosen one on. */
    private int[] columns() {
        if (!pairs) {
            return new int[] {Math.max(0, across.selectedIndex), Math.max(0, up.selectedIndex)};
        }
        int count = Math.min(COLUMNS, names.size());
        int first = names.size() <= COLUMNS ? 0 : Math.max(0, Math.min(up.selectedIndex, names.size() - count));
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            columns[i] = first + i;
        }
        return columns;
    }

    private PointsLook look() {
        return new PointsLook(columns(), pairs ? OF_A_PAIR : MOST);
    }

    @Override
    List<Look> looks() {
        return names.isEmpty() ? List.of() : List.of(look());
    }

    @Override
    void announce() {
        Html.shows(main, "points", look());
    }

    @Override
    void again() {
        up.hidden = pairs && names.size() <= COLUMNS;
        against.hidden = up.hidden;
        super.again();
    }

    @Override
    void draw(Report.Picture picture) {
        numbers = picture.numbers().get(0);
        int[] columns = columns();
        int width = PointsLook.FIELDS + columns.length;
        int count = Math.max(0, (numbers.length - 1) / width);
        float[] truths = new float[count];
        int[] parts = new int[3];
        for (int i = 0; i < count; i++) {
            truths[i] = numbers[1 + i * width + 2];
            parts[(int) numbers[1 + i * width + 1]]++;
        }
        SampleColours colours = new SampleColours(data(), truths);
        colours.legend(legend, data());
        shapes.textContent = "● training" + (parts[1] > 0 ? "   ○ validation" : "") + (parts[2] > 0 ? "   □ test" : "");
        if (pairs) {
            matrix.show(numbers, columns, names, colours);
        } else {
            plot(count, columns, colours);
        }
        int all = numbers.length == 0 ? 0 : (int) numbers[0];
        said.textContent = count == 0
                ? ""
                : count < all
                        ? Numbers.grouped(count) + " of " + Numbers.count(all, "sample") + ", drawn evenly."
                        : Numbers.count(all, "sample") + ".";
        table.show(data(), numbers, columns, names);
    }

    private void plot(int count, int[] columns, SampleColours colours) {
        List<PointCloud.Dot> dots = new ArrayList<>();
        float[][] values = new float[2][count];
        int missing = 0;
        for (int i = 0; i < count; i++) {
            int at = 1 + i * (PointsLook.FIELDS + 2);
            values[0][i] = numbers[at + PointsLook.FIELDS];
            values[1][i] = numbers[at + PointsLook.FIELDS + 1];
            if (Float.isFinite(values[0][i]) && Float.isFinite(values[1][i])) {
                dots.add(new PointCloud.Dot(
                        (int) numbers[at], values[0][i], values[1][i], colours.css(numbers[at + 2]), (int)
                                numbers[at + 1]));
            } else {
                missing++;
            }
        }
        String acrossName = name(columns[0]);
        String upName = name(columns[1]);
        cloud.show(dots, chosen, CloudFrame.around(Range.of(values[0]), Range.of(values[1]), acrossName, upName));
        cloud.element()
                .setAttribute(
                        "aria-label",
                        count == 0
                                ? "Nothing to show yet."
                                : upName + " against " + acrossName + ", " + Numbers.count(dots.size(), "sample")
                                        + (missing > 0 ? ", " + missing + " without a number" : "")
                                        + ". Arrow keys go from sample to sample.");
        point(Optional.empty());
    }

    private String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    private void point(Optional<PointCloud.Dot> dot) {
        pointed.textContent = dot.map(each -> "sample " + each.row() + ": " + truth(each.row()) + " · "
                        + name(columns()[0]) + " " + Figures.of(each.x()) + ", " + name(columns()[1]) + " "
                        + Figures.of(each.y()) + ". Press to show it.")
                .orElse("");
    }

    private String truth(int row) {
        for (int at = 1; at < numbers.length; at += PointsLook.FIELDS + columns().length) {
            if ((int) numbers[at] == row) {
                return AnswerText.of(data(), numbers[at + 2]);
            }
        }
        return "";
    }
}
