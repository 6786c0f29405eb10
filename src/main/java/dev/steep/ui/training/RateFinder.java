package dev.steep.ui.training;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.picture.Range;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PartByPart;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a learning rate for the student's own network: a dialog with the loss over growing rates, a rate with its reason, and a button
 * that uses it. The training that is under way is not touched.
 */
final class RateFinder {
    private static final Range RATES = new Range(1e-6, 10);

    private final Lab lab;
    private final Dialog dialog = new Dialog("rate-finder", "Find a learning rate");
    private final Chart chart = new Chart(
                    "Loss", "of each batch, and their running mean", List.of(Chart.Look.FAINT, Chart.Look.SOLID))
            .across("learning rate")
            .acrossDecades();
    private final HTMLElement words =
            Html.of("p", "rate-finder-words").attribute("role", "status").element();
    private final HTMLButtonElement use =
            Html.button("btn btn-primary", "Use it", this::use).asButton();
    private final HTMLButtonElement again =
            Html.button("btn bar-button", "Again", this::begin).asButton();
    private Optional<PartByPart> finding = Optional.empty();
    private double suggested;

    RateFinder(Lab lab) {
        this.lab = lab;
        dialog.add(
                Html.of("p", "rate-finder-about")
                        .text(
                                "On a copy of this run the learning rate grows from step to step. Where the loss falls, the"
                                        + " rate is good; where it rises, too large. Your own training stays as it is.")
                        .element(),
                chart.element(),
                words,
                Html.of("div", "rate-finder-tools").add(use, again).element());
        dialog.closed(this::stop);
    }

    HTMLElement element() {
        return dialog.element();
    }

    /** Opens, and looks for a rate. */
    void open() {
        dialog.open();
        begin();
    }

    private void stop() {
        finding.ifPresent(PartByPart::stop);
        finding = Optional.empty();
    }

    private void begin() {
        stop();
        suggested = 0;
        use.hidden = true;
        again.hidden = true;
        words.textContent = "Making a copy of the run…";
        chart.show(
                new double[][] {{RATES.low(), RATES.high()}, gaps(2), gaps(2)},
                RATES,
                new Range(0, 1),
                Optional.empty());
        PartByPart next = PartByPart.findRate(lab, this::part, this::end);
        finding = Optional.of(next);
        next.begin();
    }

    private void part(Report report) {
        if (report instanceof Report.Rates rates) {
            words.textContent = "Trying rates: " + Figures.fixed(100 * rates.share(), 0) + " %";
            draw(rates);
        }
    }

    private void end(Report report) {
        finding = Optional.empty();
        again.hidden = false;
        if (report instanceof Report.Rates rates) {
            draw(rates);
            words.textContent = rates.reason();
            suggested = rates.suggested();
            use.hidden = suggested == 0;
            use.textContent = "Use " + Numbers.write(suggested);
        } else if (report instanceof Report.Refused refused) {
            words.textContent = refused.sentence();
        }
    }

    private void draw(Report.Rates rates) {
        double[] smoothed = rates.smoothed();
        int count = smoothed.length;
        double low = Double.POSITIVE_INFINITY;
        double first = count > 0 ? smoothed[0] : 1;
        for (double each : smoothed) {
            low = Math.min(low, each);
        }
        double high = Math.max(first, low) * 1.5;
        double[] losses = rates.losses().clone();
        double[] means = smoothed.clone();
        for (int i = 0; i < count; i++) {
            losses[i] = Double.isFinite(losses[i]) ? losses[i] : Double.NaN;
            means[i] = Double.isFinite(means[i]) ? means[i] : Double.NaN;
        }
        Optional<Chart.Mark> mark = rates.suggested() > 0
                ? Optional.of(new Chart.Mark(rates.suggested(), Numbers.write(rates.suggested()), true))
                : Optional.empty();
        chart.show(new double[][] {rates.rates(), losses, means}, RATES, new Range(0, Range.round(high)), mark);
        chart.reads(x -> {
            int nearest = 0;
            for (int i = 1; i < count; i++) {
                nearest = Math.abs(rates.rates()[i] - x) < Math.abs(rates.rates()[nearest] - x) ? i : nearest;
            }
            return count == 0
                    ? Optional.empty()
                    : Optional.of(
                            "rate " + Figures.of(rates.rates()[nearest]) + ": mean " + Figures.of(smoothed[nearest]));
        });
        chart.says("Loss over the learning rate: at first " + Figures.of(first) + ", lowest " + Figures.of(low) + ". "
                + rates.reason());
    }

    private static double[] gaps(int count) {
        double[] gaps = new double[count];
        Arrays.fill(gaps, Double.NaN);
        return gaps;
    }

    private void use() {
        Choice optimizer = lab.recipe().optimizer();
        lab.change(lab.recipe().withOptimizer(optimizer.with(OptimizerKnobs.LEARNING_RATE, suggested)));
        dialog.close();
    }
}
