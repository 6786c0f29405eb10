package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.picture.ClassColours;
import dev.steep.picture.Range;
import dev.steep.picture.SeriesPlot;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.ClassCountsLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MeansLook;
import dev.steep.protocol.look.SampleTable;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.List;

/** How many samples of each class are in each part; of images and series also the mean of each class, and how it is spread. */
public final class ClassesView extends DataPage {
    public static final View VIEW = View.of(
                    "classes",
                    "Classes",
                    "How many samples of each class are in each part; the mean image of each class, and its spread.",
                    ClassesView::new)
            .in("Data")
            .onlyFor("data that are there", data -> data.size() > 0)
            .savedAs(".classes-main");

    private static final List<String> PARTS = List.of("training", "validation", "test", "removed");

    /** Mean pictures at the most. */
    private static final int MEANS = 40;

    private static final int PIXELS = 84;

    private final HTMLElement counts = Html.of("div", "classes-counts")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "Samples of each class")
            .element();
    private final HTMLElement means = Html.of("div", "classes-means").element();
    private final HTMLElement element = Html.of("div", "classes")
            .add(Html.of("div", "classes-main").add(counts, means))
            .element();

    ClassesView(Lab lab) {
        super(lab, "classes");
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void arrange(Report.Opened opened) {
        means.hidden = !SamplePicture.suits(data());
    }

    @Override
    void announce() {
        Html.shows(counts, "class-counts", new ClassCountsLook());
    }

    private static MeansLook look() {
        return new MeansLook(SampleTable.ANY, MEANS);
    }

    @Override
    List<Look> looks() {
        return data().size() == 0
                ? List.of()
                : SamplePicture.suits(data()) ? List.of(new ClassCountsLook(), look()) : List.of(new ClassCountsLook());
    }

    @Override
    void draw(Report.Picture picture) {
        counts(picture.numbers().get(0));
        Html.clear(means);
        if (picture.numbers().size() > 1) {
            Html.shows(means, "means", look());
            means(picture.numbers().get(1));
        }
    }

    private String name(int group) {
        return group < data().classes().size() ? data().classes().get(group) : "all samples";
    }

    private void counts(float[] numbers) {
        Html.clear(counts);
        int groups = numbers.length / ClassCountsLook.FIELDS;
        float[] total = new float[ClassCountsLook.FIELDS];
        float most = 0;
        for (int at = 0; at < numbers.length; at++) {
            total[at % ClassCountsLook.FIELDS] += numbers[at];
        }
        for (int group = 0; group < groups; group++) {
            most = Math.max(most, all(numbers, group));
        }
        Html head = Html.of("tr", "")
                .add(Html.of("th", "").attribute("scope", "col").text("class"));
        for (int part = 0; part < PARTS.size(); part++) {
            if (total[part] != 0) {
                head.add(Html.of("th", "").attribute("scope", "col").text(PARTS.get(part)));
            }
        }
        head.add(Html.of("th", "").attribute("scope", "col").text("together"));
        head.add(Html.of("td", ""));
        Html body = Html.of("tbody", "");
        for (int group = 0; group < groups; group++) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").text(name(group)));
            for (int part = 0; part < PARTS.size(); part++) {
                float count = numbers[ClassCountsLook.FIELDS * group + part];
                if (total[part] != 0) {
                    row.add(Html.of("td", "").text(count < 0 ? "closed" : Numbers.grouped((long) count)));
                }
            }
            float all = all(numbers, group);
            HTMLElement bar = Html.of("i", "").element();
            bar.style.setProperty("width", most > 0 ? 100 * all / most + "%" : "0");
            bar.style.setProperty(
                    "background", data().classes().isEmpty() ? "var(--steep-accent)" : ClassColours.css(group));
            body.add(row.add(Html.of("td", "").text(Numbers.grouped((long) all)))
                    .add(Html.of("td", "classes-bar")
                            .attribute("aria-hidden", "true")
                            .add(bar)));
        }
        if (groups > 0) {
            counts.appendChild(Html.of("table", "samples-table")
                    .add(Html.of("caption", "visually-hidden").text("Samples by class and part"))
                    .add(Html.of("thead", "").add(head), body)
                    .element());
        }
    }

    /** Samples of a class in the parts that are used and open. */
    private static float all(float[] numbers, int group) {
        float all = 0;
        for (int part = 0; part < SampleTable.REMOVED; part++) {
            all += Math.max(0, numbers[ClassCountsLook.FIELDS * group + part]);
        }
        return all;
    }

    private void means(float[] numbers) {
        int size = data().size();
        int groups = numbers.length == 0 ? 0 : (int) numbers[0];
        double widest = 0;
        for (int group = 0; group < groups; group++) {
            int at = 1 + group * (1 + 2 * size) + 1 + size;
            widest = Math.max(
                    widest, Range.of(Arrays.copyOfRange(numbers, at, at + size)).high());
        }
        for (int group = 0; group < groups; group++) {
            int at = 1 + group * (1 + 2 * size);
            float[] mean = Arrays.copyOfRange(numbers, at + 1, at + 1 + size);
            float[] spread = Arrays.copyOfRange(numbers, at + 1 + size, at + 1 + 2 * size);
            Html figure = Html.of("figure", "").add(Html.of("figcaption", "").text(name(group)));
            if (numbers[at] == 0) {
                figure.add(Html.of("span", "").text("no sample"));
            } else if (data().image()) {
                figure.add(Html.of("div", "classes-pair")
                        .add(image(mean, data().ranges()[0], data().ranges()[1], "mean of " + name(group)))
                        .add(image(spread, 0, widest, "standard deviation of " + name(group))));
            } else {
                figure.add(series(mean, spread, name(group)));
            }
            means.appendChild(figure.element());
        }
        if (groups > 0) {
            means.appendChild(Html.of("p", "confusion-note")
                    .text(
                            data().image()
                                    ? "Left the mean of each class, right the standard deviation of its pixels: light where samples differ."
                                    : "The mean of each class, between lines one standard deviation above and below.")
                    .element());
        }
    }

    private HTMLElement image(float[] values, double low, double high, String about) {
        PixelCanvas canvas = SampleCanvas.draw(SampleCanvas.blank(data(), PIXELS), data(), values, low, high);
        canvas.element().classList.remove("ink");
        canvas.element().setAttribute("aria-label", about);
        canvas.element().title = about;
        return canvas.element();
    }

    /** Mean, and mean ± deviation of the first channel. */
    private HTMLElement series(float[] mean, float[] spread, String name) {
        int channels = data().shape()[1];
        float[] lines = new float[mean.length / channels * 3];
        for (int i = 0; i < mean.length / channels; i++) {
            lines[3 * i] = mean[i * channels];
            lines[3 * i + 1] = mean[i * channels] + spread[i * channels];
            lines[3 * i + 2] = mean[i * channels] - spread[i * channels];
        }
        HTMLElement place = Html.of("span", "series-mean").element();
        place.innerHTML = SeriesPlot.svg(lines, 3, 3 * PIXELS, PIXELS, Range.of(lines), "mean of " + name);
        return place;
    }
}
