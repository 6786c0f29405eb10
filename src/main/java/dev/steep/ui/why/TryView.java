package dev.steep.ui.why;

import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.ImageTrial.Kind;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.TrialLook;
import dev.steep.ui.data.SampleFrame;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chosen sample with noise, shifted and turned: how long the network keeps its answer. */
public final class TryView implements WatchingView {
    public static final View VIEW = View.of(
                    "try",
                    "Try it",
                    "Add noise to the chosen sample, shift and turn it, and see how sure the network stays.",
                    TryView::new)
            .in("Predictions")
            .onlyFor("images of classes", WhyView.VIEW.suits());

    private static final int PIXELS = 168;
    private static final String NOTHING =
            "Nothing can be tried: there is no network, or it or its images are too large.";

    private final Lab lab;
    private final Map<Kind, HTMLInputElement> sliders = new EnumMap<>(Kind.class);
    private final Map<Kind, HTMLElement> figures = new EnumMap<>(Kind.class);
    private final HTMLElement controls = Html.of("div", "try-controls").element();
    private final HTMLElement subject = Html.of("b", "").element();
    private final SampleFrame sample = new SampleFrame("why-picture", PIXELS);
    private final HTMLElement note = Html.of("p", "confusion-note").element();
    private final ProbabilityBars bars = new ProbabilityBars();
    private final HTMLElement title = Html.of("b", "").text("Confidence").element();
    private final Chart curve = new Chart(
                    "Confidence", "probability of the first answer", List.of(Chart.Look.SOLID, Chart.Look.NOW))
            .named(title);
    private final PictureFeed watching;
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;
    private Kind vary = Kind.DEGREES;
    private float[] changed = new float[0];

    TryView(Lab lab) {
        this.lab = lab;
        watching = new PictureFeed(lab, "try", () -> List.of(look()), this::draw);
        slider(Kind.NOISE, "Noise", 0, 1, 0.01);
        slider(Kind.DEGREES, "Turned", -180, 180, 5);
        slider(Kind.RIGHT, "Right", -10, 10, 1);
        slider(Kind.DOWN, "Down", -10, 10, 1);
        element = Html.of("div", "pad")
                .add(Html.of("div", "")
                        .add(subject, sample.element(), controls)
                        .add(Html.of("div", "pad-buttons")
                                .add(
                                        Html.button("btn bar-button", "As it was", this::reset),
                                        Html.button("btn bar-button", "Choose it as the sample", this::choose))))
                .add(Html.of("div", "try-said").add(bars.element(), curve.element()))
                .add(note)
                .element();
    }

    private void slider(Kind kind, String name, double low, double high, double step) {
        String id = "try-" + kind.ordinal();
        HTMLInputElement slider = (HTMLInputElement) Html.of("input", "form-range knob-slider")
                .attribute("type", "range")
                .attribute("id", id)
                .attribute("min", "" + low)
                .attribute("max", "" + high)
                .attribute("step", "" + step)
                .attribute("value", "0")
                .element();
        HTMLElement figure = Html.of("output", "").attribute("for", id).element();
        slider.addEventListener("input", event -> {
            vary = kind;
            told();
            watching.start();
        });
        sliders.put(kind, slider);
        figures.put(kind, figure);
        controls.append(Html.of("label", "").attribute("for", id).text(name).element(), slider, figure);
    }

    private double number(Kind kind) {
        HTMLInputElement slider = sliders.get(kind);
        return slider == null ? 0 : Double.parseDouble(slider.value);
    }

    /** What the numbers of a slider are multiplied by: noise is a share of the range of the data. */
    private double unit(Kind kind) {
        return kind == Kind.NOISE && data.ranges().length > 1 ? data.ranges()[1] - data.ranges()[0] : 1;
    }

    private void told() {
        sample.shows("trial", look());
        for (Kind kind : Kind.values()) {
            HTMLElement figure = figures.get(kind);
            if (figure != null) {
                figure.textContent = words(kind);
            }
        }
        curve.across(
                switch (vary) {
                    case NOISE -> "standard deviation, as a share of the data's range";
                    case DOWN -> "pixels down";
                    case RIGHT -> "pixels to the right";
                    case DEGREES -> "degrees counterclockwise";
                    case SCALE -> "times as large";
                });
    }

    private String words(Kind kind) {
        double number = number(kind);
        return switch (kind) {
            case NOISE -> Figures.fixed(number, 2);
            case DOWN, RIGHT -> Figures.fixed(number, 0) + " px";
            case DEGREES -> Figures.fixed(number, 0) + "°";
            case SCALE -> Figures.fixed(number, 2) + " ×";
        };
    }

    private TrialLook look() {
        ImageTrial trial = new ImageTrial(
                number(Kind.NOISE) * unit(Kind.NOISE), number(Kind.DOWN), number(Kind.RIGHT), number(Kind.DEGREES));
        HTMLInputElement slider = sliders.get(vary);
        double low = slider == null ? 0 : Double.parseDouble(slider.min);
        double high = slider == null ? 1 : Double.parseDouble(slider.max);
        return new TrialLook(trial, vary, low * unit(vary), high * unit(vary));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public PictureFeed watching() {
        return watching;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        if (!VIEW.suits().test(data)) {
            return;
        }
        sample.opened(data);
        bars.opened(data);
        told();
    }

    @Override
    public void show() {
        if (VIEW.suits().test(data)) {
            watching.start();
        }
    }

    private void reset() {
        sliders.values().forEach(slider -> slider.value = "0");
        told();
        watching.start();
    }

    /** The whole page then shows it; changes begin anew from there. */
    private void choose() {
        if (changed.length > 0) {
            lab.draw(changed, this::reset);
        }
    }

    private void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        Moment moment = picture.moment();
        int size = data.size();
        int width = numbers.length - 1 - size - TrialLook.STRENGTHS;
        boolean there = width > 0;
        changed = there ? Arrays.copyOfRange(numbers, 1, 1 + size) : new float[0];
        subject.textContent = moment.subject();
        sample.drawRaw(changed);
        bars.show(there ? Arrays.copyOfRange(numbers, 1 + size, 1 + size + width) : new float[0]);
        note.textContent = there ? WhyView.seen(moment) : NOTHING;
        draw(there, numbers, 1 + size, width);
    }

    private void draw(boolean there, float[] numbers, int answer, int width) {
        TrialLook look = look();
        double unit = unit(vary);
        double[][] columns = new double[3][there ? TrialLook.STRENGTHS : 0];
        for (int i = 0; i < columns[0].length; i++) {
            columns[0][i] = look.strength(i) / unit;
            columns[1][i] = numbers[answer + width + i];
            columns[2][i] = Double.NaN;
        }
        String name = there ? AnswerText.of(data, numbers[0]) : "";
        title.textContent = there ? "Confidence in " + name : "Confidence";
        curve.says(
                there
                        ? "Probability of " + name
                                + ", the answer to the sample as it is, over the strength of the change"
                        : "Confidence: nothing yet");
        double now = number(vary);
        curve.show(
                columns,
                new Range(look.low() / unit, look.high() / unit),
                new Range(0, 1),
                there ? Optional.of(new Chart.Mark(now, words(vary), false)) : Optional.empty());
    }
}
