package dev.steep.ui.inside;

import dev.steep.catalog.Numbers;
import dev.steep.picture.ClassColours;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.PcaLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.prediction.ConfusionView;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.PartChoice;
import dev.steep.ui.view.PointCloud;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A layer's activations of many samples as points, in the two directions in which they differ most: what the layer tells apart lies apart. */
public final class PcaView implements WatchingView {
    public static final View VIEW = View.of(
                    "pca",
                    "PCA",
                    "A layer's activations of many samples as points, coloured by class: what it tells apart lies apart.",
                    PcaView::new)
            .in("Inside")
            .savedAs(".pca-main");

    private static final String INPUT = "input";
    private static final String NOTHING =
            "There is nothing to project yet: a layer of this name, with finite numbers, is needed.";

    private final Lab lab;
    private final HTMLSelectElement layers = (HTMLSelectElement) Html.of("select", "form-select roc-class")
            .attribute("id", "pca-layer")
            .element();
    private final PartChoice parts = new PartChoice("Which samples are projected", this::restart);
    private final PointCloud cloud;
    private final HTMLElement legend = Html.of("div", "pca-legend").element();
    private final HTMLElement across = Html.of("p", "pca-axis").element();
    private final HTMLElement pointed =
            Html.of("p", "pca-pointed").attribute("aria-live", "polite").element();
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final HTMLElement rows = Html.of("tbody", "").element();
    private final HTMLElement table = Html.of("div", "roc-tables")
            .attribute("role", "group")
            .attribute("aria-label", "Points as a table")
            .attribute("tabindex", "0")
            .add(Html.of("table", "")
                    .add(Html.of("caption", "").text("Samples by their two components"))
                    .add(Html.of("thead", "")
                            .add(Html.of("tr", "")
                                    .add(
                                            column("sample"),
                                            column("true"),
                                            column("component 1"),
                                            column("component 2"))))
                    .add(rows))
            .element();
    private final HTMLElement button = Html.button("chart-log", "table", this::turnTable)
            .attribute("aria-pressed", "false")
            .attribute("title", "The points as a table")
            .element();
    private final HTMLElement element;
    private final PictureFeed watching;
    private final SteadySigns signs = new SteadySigns();
    private List<LayerFacts> known = List.of();
    private DataFacts data = DataFacts.NONE;
    private String tensor = "";
    private float[] numbers = new float[0];
    private double[] turned = {1, 1};

    PcaView(Lab lab) {
        this.lab = lab;
        cloud = new PointCloud(this::point, dot -> lab.choose(dot.row()));
        watching = new PictureFeed(lab, "pca", () -> List.of(look()), this::draw);
        layers.addEventListener("change", event -> restart());
        table.hidden = true;
        cloud.element().setAttribute("aria-label", NOTHING);
        element = Html.of("div", "pca")
                .add(Html.of("div", "roc-head")
                        .add(Html.of("label", "").attribute("for", "pca-layer").text("Layer"))
                        .add(layers, parts.element(), button))
                .add(Html.of("div", "pca-main")
                        .add(Html.of("div", "").add(cloud.element(), across))
                        .add(Html.of("div", "pca-side").add(legend, pointed)))
                .add(said, table)
                .element();
    }

    private static Html column(String name) {
        return Html.of("th", "").attribute("scope", "col").text(name);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public PictureFeed watching() {
        return watching;
    }

    private PcaLook look() {
        return new PcaLook(tensor, parts.part());
    }

    @Override
    public void opened(Report.Opened opened) {
        boolean asked = data.reconstructs() == opened.data().reconstructs();
        data = opened.data();
        parts.opened(data);
        known = opened.layers().stream()
                .filter(each -> !each.output().isEmpty())
                .toList();
        String before = layers.value;
        Html.clear(layers);
        option(INPUT);
        known.forEach(each -> option(each.name()));
        boolean there = before.equals(INPUT)
                || known.stream().anyMatch(each -> each.name().equals(before));
        layers.value = there && asked && !before.isEmpty() ? before : usual();
        tensor = tensor();
        signs.forget();
        legend();
        Html.shows(cloud.element(), "pca", look());
    }

    /** The last layer before the answer: what the answer is made from. Of an autoencoder the narrowest: its code. */
    private String usual() {
        if (data.reconstructs()) {
            return known.stream()
                    .min(Comparator.comparingInt(PcaView::size))
                    .map(LayerFacts::name)
                    .orElse(INPUT);
        }
        return known.isEmpty()
                ? INPUT
                : known.get(Math.max(0, known.size() - 2)).name();
    }

    private static int size(LayerFacts layer) {
        int size = 1;
        for (int length : layer.shape()) {
            size *= length;
        }
        return size;
    }

    private void option(String name) {
        layers.appendChild(Html.option(name, name).element());
    }

    private String tensor() {
        return known.stream()
                .filter(each -> each.name().equals(layers.value))
                .findFirst()
                .map(LayerFacts::output)
                .orElse(INPUT);
    }

    private void legend() {
        Html.clear(legend);
        for (int i = 0; i < data.classes().size(); i++) {
            HTMLElement swatch = Html.of("i", "").element();
            swatch.style.setProperty("background", ClassColours.css(i));
            legend.appendChild(Html.of("span", "")
                    .add(swatch)
                    .add(Html.of("span", "").text(data.classes().get(i)))
                    .element());
        }
    }

    private void restart() {
        tensor = tensor();
        signs.forget();
        Html.shows(cloud.element(), "pca", look());
        watching.start();
    }

    private void turnTable() {
        table.hidden = !table.hidden;
        button.setAttribute("aria-pressed", "" + !table.hidden);
        fill();
    }

    private void draw(Report.Picture picture) {
        numbers = picture.numbers().get(0);
        turned = signs.of(numbers);
        boolean there = numbers.length > PcaLook.HEAD;
        cloud.show(dots(), picture.moment().sample());
        int count = (numbers.length - PcaLook.HEAD) / PcaLook.FIELDS;
        String words = there
                ? words(
                        numbers,
                        Numbers.count(
                                count, parts.part() == DataPart.VALIDATION ? "validation sample" : "training sample"))
                : "";
        across.textContent = words;
        said.textContent = there ? ConfusionView.sentence(picture.moment()) : NOTHING;
        cloud.element().setAttribute("aria-label", there ? layers.value + ": " + words : NOTHING);
        fill();
    }

    /** {@code Across: 41.2 % of the variance of 80 validation samples; up: 18.0 %.} */
    static String words(float[] numbers, String samples) {
        return "Across: component 1, " + percent(numbers[0]) + " of the variance among " + samples
                + ". Up: component 2, " + percent(numbers[1]) + ".";
    }

    private static String percent(double share) {
        return Figures.fixed(100 * share, 1) + " %";
    }

    private List<PointCloud.Dot> dots() {
        List<PointCloud.Dot> dots = new ArrayList<>();
        boolean classes = !data.classes().isEmpty();
        int count = Math.max(0, (numbers.length - PcaLook.HEAD) / PcaLook.FIELDS);
        float[] truths = new float[count];
        for (int i = 0; i < count; i++) {
            truths[i] = numbers[PcaLook.HEAD + PcaLook.FIELDS * i + 1];
        }
        Range range = Range.of(truths);
        Scale colours = new Scale(Ramp.MAGNITUDE, range.low(), range.high());
        if (!classes) {
            legend.textContent = count == 0
                    ? ""
                    : "darkest: " + AnswerText.of(data, range.low()) + ", brightest: "
                            + AnswerText.of(data, range.high());
        }
        for (int i = 0; i < count; i++) {
            int at = PcaLook.HEAD + PcaLook.FIELDS * i;
            String colour = classes
                    ? ClassColours.css((int) truths[i])
                    : "#"
                            + Integer.toHexString(0x1000000 | colours.colour(truths[i]))
                                    .substring(1);
            dots.add(new PointCloud.Dot(
                    (int) numbers[at], turned[0] * numbers[at + 2], turned[1] * numbers[at + 3], colour));
        }
        return dots;
    }

    private void point(Optional<PointCloud.Dot> dot) {
        pointed.textContent = dot.map(each -> "sample " + each.row() + ": " + truth(each.row()) + ". Press to show it.")
                .orElse("");
    }

    private String truth(int row) {
        for (int at = PcaLook.HEAD; at + PcaLook.FIELDS <= numbers.length; at += PcaLook.FIELDS) {
            if ((int) numbers[at] == row) {
                return AnswerText.of(data, numbers[at + 1]);
            }
        }
        return "";
    }

    private void fill() {
        if (table.hidden) {
            return;
        }
        Html.clear(rows);
        for (int at = PcaLook.HEAD; at + PcaLook.FIELDS <= numbers.length; at += PcaLook.FIELDS) {
            Html row = Html.of("tr", "");
            for (String text : List.of(
                    "" + (int) numbers[at],
                    AnswerText.of(data, numbers[at + 1]),
                    Figures.of(turned[0] * numbers[at + 2]),
                    Figures.of(turned[1] * numbers[at + 3]))) {
                row.add(Html.of("td", "").text(text));
            }
            rows.appendChild(row.element());
        }
    }
}
