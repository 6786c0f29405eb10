package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.picture.ClassColours;
import dev.steep.picture.PointsPlot;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.SeriesPlot;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The samples of a built-in data set, made by the worker with the settings beside them: images, curves, or points between two axes. */
final class DataLive {
    /** The seed of an experiment that names none. */
    private static final int SEED = 42;

    private static final int POINTS = 1000;
    private static final int PICTURES = 12;
    private static final int SERIES = 4;

    /** About how wide an image is on the page. */
    private static final int WIDE = 72;

    private final Lab lab;
    private final LiveFrame frame;
    private final HTMLElement picture = Html.of("div", "live-parts").element();
    private Choice choice;
    private int seed = SEED;
    private boolean busy;
    private boolean again;

    private DataLive(Kind kind, Lab lab) {
        this.lab = lab;
        choice = kind.choice();
        frame = new LiveFrame(kind.title() + ", live");
        frame.picture(picture);
        frame.control(Html.button("btn bar-button live-again", "Draw again", () -> {
                    seed++;
                    ask();
                })
                .element());
        List<Knob<?>> knobs = kind.knobs().stream()
                .filter(knob -> !(knob.domain() instanceof Domain.Text))
                .toList();
        if (!knobs.isEmpty()) {
            frame.control(new ChoiceForm(
                            kind,
                            knobs,
                            knobs.size(),
                            knob -> Caption.of(knob).goingOn(),
                            () -> choice,
                            (changed, continuing) -> {
                                choice = changed;
                                ask();
                            })
                    .element());
        }
        ask();
    }

    static HTMLElement of(Kind kind, Lab lab) {
        return new DataLive(kind, lab).frame.element();
    }

    /** One at a time: a slider asks for more than can be made. */
    private void ask() {
        again = busy;
        if (busy) {
            return;
        }
        busy = true;
        lab.ask(new Inquiry.TryData(choice.phrase().toString(), seed, POINTS), report -> {
            busy = false;
            if (again) {
                ask();
            } else if (report instanceof Report.Tried tried) {
                show(tried);
            } else if (report instanceof Report.Refused refused) {
                frame.say(refused.sentence());
            }
        });
    }

    private void show(Report.Tried tried) {
        DataFacts data = tried.data();
        Html.clear(picture);
        if (data.image()) {
            samples(tried, PICTURES, sample -> SampleCanvas.of(data, sample, WIDE));
        } else if (data.series()) {
            samples(tried, SERIES, sample -> curve(data, sample));
        } else {
            points(tried);
        }
        String shape = data.shape().length == 1
                ? Numbers.count(data.size(), "number")
                : Figures.shape(data.shape()) + " numbers";
        frame.say(Numbers.count(data.parts()[0], "sample") + " of " + shape + ". " + answers(data));
    }

    private static String answers(DataFacts data) {
        return data.classes().isEmpty()
                ? "To predict: " + String.join(", ", data.targets()) + "."
                : data.classes().size() + " classes: " + String.join(", ", data.classes()) + ".";
    }

    /** Makes a picture of a sample. */
    private interface Shown {
        HTMLElement of(float[] sample);
    }

    private void samples(Report.Tried tried, int most, Shown shown) {
        int size = tried.data().size();
        for (int i = 0; i < Math.min(most, tried.y().length); i++) {
            picture.appendChild(Html.of("figure", "live-part")
                    .add(shown.of(Arrays.copyOfRange(tried.x(), i * size, (i + 1) * size)))
                    .add(Html.of("figcaption", "").text(AnswerText.of(tried.data(), tried.y()[i])))
                    .element());
        }
    }

    private static HTMLElement curve(DataFacts data, float[] sample) {
        HTMLElement line = Html.of("div", "live-line").element();
        line.innerHTML = SeriesPlot.svg(sample, data.shape()[1]);
        return line;
    }

    /** By two columns, or by one and the number to predict. */
    private void points(Report.Tried tried) {
        DataFacts data = tried.data();
        int size = data.size();
        boolean classes = !data.classes().isEmpty();
        boolean pair = size > 1 && (classes || size == 2);
        double[] x = new double[tried.y().length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = tried.x()[i * size];
            y[i] = pair ? tried.x()[i * size + 1] : tried.y()[i];
        }
        Range range = Range.of(tried.y());
        Scale scale = new Scale(Ramp.MAGNITUDE, range.low(), range.high());
        IntFunction<String> colour = classes
                ? i -> ClassColours.css((int) tried.y()[i])
                : pair
                        ? i -> "#"
                                + Integer.toHexString(0x1000000 | scale.colour(tried.y()[i]))
                                        .substring(1)
                        : i -> "var(--picture-line)";
        String[] names = {
            name(data, 0),
            pair
                    ? name(data, 1)
                    : data.targets().isEmpty() ? "class" : data.targets().get(0)
        };
        PointsPlot plot = new PointsPlot(PointsPlot.around(x), PointsPlot.around(y), names, Figures::of);
        HTMLElement whole = Html.of("div", "live-points").element();
        whole.innerHTML = plot.svg(x, y, colour, false, names[1] + " against " + names[0]);
        picture.appendChild(whole);
        if (classes) {
            picture.appendChild(legend(data));
        }
    }

    private static HTMLElement legend(DataFacts data) {
        Html legend = Html.of("div", "live-legend");
        for (int i = 0; i < data.classes().size(); i++) {
            HTMLElement dot = Html.of("span", "").text("●").element();
            dot.style.setProperty("color", ClassColours.css(i));
            legend.add(Html.of("span", "")
                    .add(
                            dot,
                            Html.of("span", "")
                                    .text(" " + data.classes().get(i))
                                    .element()));
        }
        return legend.element();
    }

    private static String name(DataFacts data, int column) {
        return column < data.features().size() ? data.features().get(column) : "number " + (column + 1);
    }
}
