package dev.steep.ui.why;

import dev.steep.network.layer.LayerOptions;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.RobustnessLook;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accuracy on copies of the validation part that are turned, shifted and scaled, as curves. What was measured before stays as a second
 * line, so that a network with augmentation can be seen beside one without.
 */
public final class RobustnessView implements ResultView {
    public static final View VIEW = View.of(
                    "robustness",
                    "Robustness",
                    "How accurate the network stays on turned, shifted and scaled copies of the validation part.",
                    RobustnessView::new)
            .in("Predictions")
            .onlyFor("images of classes", WhyView.VIEW.suits());

    private static final int MOST = 300;

    /** Curves that were measured, and of which network. */
    private record Measured(String words, float[] numbers) {}

    private final Lab lab;
    private final HTMLElement measure;
    private final HTMLElement note =
            Html.of("p", "histogram-about").attribute("aria-live", "polite").element();
    private final List<Chart> charts = new ArrayList<>();
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;
    private String samples = "";
    private int round;
    private boolean measuring;
    private Optional<Measured> now = Optional.empty();
    private Optional<Measured> before = Optional.empty();

    RobustnessView(Lab lab) {
        this.lab = lab;
        measure = Html.button("btn bar-button", "Measure", this::measure).element();
        Html all = Html.of("div", "robustness-charts");
        for (ImageTrial.Kind kind : RobustnessLook.KINDS) {
            Chart chart =
                    new Chart(title(kind), "", List.of(Chart.Look.SOLID, Chart.Look.EARLIER)).across(across(kind));
            chart.names(List.of("now", "before"));
            charts.add(chart);
            all.add(chart.element());
        }
        element = Html.of("div", "robustness")
                .add(Html.of("div", "wall-tools").add(measure).element(), note, all.element())
                .element();
        redraw();
    }

    private static String title(ImageTrial.Kind kind) {
        return switch (kind) {
            case DEGREES -> "Accuracy, turned";
            case RIGHT -> "Accuracy, shifted";
            case SCALE -> "Accuracy, scaled";
            case DOWN -> "Accuracy, shifted down";
            case NOISE -> "Accuracy, noisy";
        };
    }

    private static String across(ImageTrial.Kind kind) {
        return switch (kind) {
            case DEGREES -> "degrees counterclockwise";
            case RIGHT -> "pixels to the right";
            case SCALE -> "times as large";
            case DOWN -> "pixels down";
            case NOISE -> "standard deviation";
        };
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        round++; // whoever opens another experiment gives up what was being measured
        measuring = false;
        String other = lab.recipe().data() + "/" + lab.recipe().split() + "/"
                + lab.recipe().seed();
        if (!other.equals(samples)) { // accuracies of other samples do not compare
            samples = other;
            now = Optional.empty();
            before = Optional.empty();
        }
        redraw();
    }

    private void measure() {
        if (measuring) {
            return;
        }
        measuring = true;
        int mine = ++round;
        String words = words();
        note.textContent = "Measuring …";
        lab.ask(new Inquiry.Once(new RobustnessLook(MOST)), report -> {
            if (mine != round) {
                return;
            }
            measuring = false;
            if (report instanceof Report.Picture picture && picture.numbers().get(0).length > 0) {
                now.filter(each -> !each.words.startsWith(words + ",")).ifPresent(each -> before = Optional.of(each));
                now = Optional.of(new Measured(
                        words + ", epoch " + picture.moment().epoch(),
                        picture.numbers().get(0)));
                redraw();
            } else {
                note.textContent =
                        "It is measured at rest: pause the training first. Very large images, and parts without samples, cannot be measured.";
            }
        });
    }

    /** What augments in the network that is open. */
    private String words() {
        List<String> names = lab.recipe().layers().stream()
                .filter(layer -> layer.kind().name().startsWith("Random"))
                .map(layer -> layer.with(LayerOptions.NAME, "").toString())
                .toList();
        return names.isEmpty() ? "without augmentation" : "with " + String.join(", ", names);
    }

    private void redraw() {
        note.textContent = now.map(each -> "Solid: " + each.words + ". "
                        + before.map(other -> "Dashed: " + other.words + ". ")
                                .orElse(
                                        "Change the network, train and measure again: this curve stays for comparison. ")
                        + "Of " + Figures.fixed(each.numbers[0], 0)
                        + " validation samples; beyond the border images are reflected.")
                .orElse(
                        "Press Measure: every validation sample is turned, shifted and scaled, and the network asked again.");
        for (int k = 0; k < charts.size(); k++) {
            draw(charts.get(k), RobustnessLook.KINDS.get(k), k);
        }
    }

    private void draw(Chart chart, ImageTrial.Kind kind, int place) {
        int width = data.image() ? data.shape()[1] : 0;
        int count = now.isPresent() ? RobustnessLook.STRENGTHS : 0;
        double[][] columns = new double[3][count];
        for (int i = 0; i < count; i++) {
            int at = 1 + place * RobustnessLook.STRENGTHS + i;
            columns[0][i] = RobustnessLook.strength(kind, i, width);
            columns[1][i] = now.orElseThrow().numbers[at];
            columns[2][i] = before.map(each -> (double) each.numbers[at]).orElse(Double.NaN);
        }
        chart.says(count == 0 ? "Nothing is measured yet." : title(kind) + ", over " + across(kind));
        chart.show(
                columns,
                new Range(
                        RobustnessLook.strength(kind, 0, width),
                        RobustnessLook.strength(kind, RobustnessLook.STRENGTHS - 1, width)),
                new Range(0, 1),
                Optional.empty());
    }
}
