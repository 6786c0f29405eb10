package dev.steep.ui.training;

import dev.steep.catalog.Choice;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.network.optimizer.Schedule;
import dev.steep.picture.RatePlot;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/**
 * The learning rate where it is not what its slider says: a schedule's over the whole planned run, with a mark where training is
 * now; and in words, also what a callback has made of it.
 */
final class RateView implements Lab.Listener {
    private static final int POINTS = 225;

    private final Lab lab;
    private final HTMLElement picture = Html.of("div", "").element();
    private final HTMLElement now = Html.of("div", "rate-now").element();
    private final HTMLElement plot =
            Html.of("div", "curve-plot rate-plot").add(picture, now).element();
    private final HTMLElement words = Html.of("p", "rate-words").element();
    private final HTMLElement element =
            Html.of("div", "curve rate").add(plot, words).element();
    private Optional<Drawn> drawn = Optional.empty();
    private int stepsPerEpoch;

    private record Drawn(Choice schedule, int epochs, int stepsPerEpoch) {
        double steps() {
            return (double) epochs * stepsPerEpoch;
        }
    }

    RateView(Lab lab) {
        this.lab = lab;
        show();
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        show();
    }

    @Override
    public void progressed(Report.Progress progress) {
        stepsPerEpoch = progress.stepsPerEpoch() > 0 ? progress.stepsPerEpoch() : stepsPerEpoch;
        show();
    }

    private void show() {
        Choice optimizer = lab.recipe().optimizer();
        Optional<Choice> schedule = optimizer.get(OptimizerKnobs.SCHEDULE);
        Optional<Report.Progress> progress = lab.progress().filter(each -> each.rate() > 0);
        double knob = optimizer.get(OptimizerKnobs.LEARNING_RATE);
        boolean reduced = schedule.isEmpty()
                && progress.filter(each -> each.rate() < knob * (1 - 1e-6)).isPresent()
                && !lab.recipe().callbacks().isEmpty();
        element.hidden = schedule.isEmpty() && !reduced;
        plot.hidden = schedule.isEmpty() || stepsPerEpoch == 0;
        if (schedule.isPresent() && stepsPerEpoch > 0) {
            int epochs = Math.max(
                    lab.recipe().fit().get(Settings.EPOCHS),
                    progress.map(each -> each.epoch() + (each.stepOfEpoch() > 0 ? 1 : 0))
                            .orElse(0));
            draw(new Drawn(schedule.get(), epochs, stepsPerEpoch));
            double done = progress.map(Report.Progress::step).orElse(0) / drawn.orElseThrow().steps();
            now.style.setProperty("left", Math.min(100, 100 * done) + "%");
        }
        words.textContent = progress.map(each -> reduced
                        ? "Now " + Figures.of(each.rate()) + ": reduced by a callback. Moving the slider sets it anew."
                        : "Now " + Figures.of(each.rate()) + ", for step " + (each.step() + 1) + ".")
                .orElse("");
    }

    private void draw(Drawn wanted) {
        if (drawn.equals(Optional.of(wanted))) {
            return;
        }
        drawn = Optional.of(wanted);
        double[] rates = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            rates[i] = Schedule.rate(wanted.schedule, (int) Math.rint((wanted.steps() - 1) * i / (POINTS - 1)));
        }
        picture.innerHTML = RatePlot.svg(
                rates,
                wanted.epochs,
                "Learning rate over " + wanted.epochs + " epochs: at first " + Figures.of(rates[0]) + ", in the middle "
                        + Figures.of(rates[POINTS / 2]) + ", at the end " + Figures.of(rates[POINTS - 1]) + ".");
    }
}
