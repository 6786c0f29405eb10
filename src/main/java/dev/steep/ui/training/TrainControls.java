package dev.steep.ui.training;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Problems;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;

/** Train, Step, Epoch, Reset, and how far training has come. */
public final class TrainControls implements Lab.Listener {
    private final Lab lab;
    private final Problems problems;
    private final HTMLElement sign =
            Html.of("span", "train-sign").attribute("aria-hidden", "true").element();
    private final HTMLElement word = Html.of("span", "train-word").element();
    private final HTMLButtonElement train;
    private final HTMLButtonElement step;
    private final HTMLButtonElement epoch;
    private final HTMLButtonElement reset;
    private final HTMLElement count = Html.of("b", "epoch-now").text("0").element();
    private final HTMLElement total = Html.of("span", "epoch-total").element();
    private String epochTime = "";
    private final HTMLElement speed = Html.of("span", "speed").element();
    private final HTMLElement element;

    /** @param problems where it is said why a diverged run does not go on */
    public TrainControls(Lab lab, Problems problems) {
        this.lab = lab;
        this.problems = problems;
        train = Html.button("btn btn-primary train", "", this::toggle)
                .add(sign, word)
                .asButton();
        step = button("Step", "M3 3l6 5-6 5zM12 3v10", "One step: one batch of samples (S)", this::step);
        epoch = button("Epoch", "M2 3l6 5-6 5zM8 3l6 5-6 5z", "One epoch: all training samples once (E)", this::epoch);
        reset = button("Reset", "M3 8a5 5 0 1 0 2-4M5 1v3.5h3.5", "Back to the first weights (R)", this::reset);
        element = Html.of("div", "train-controls")
                .attribute("role", "group")
                .attribute("aria-label", "Training")
                .add(train, step, epoch, reset)
                .add(Html.of("div", "train-state")
                        .add(Html.of("span", "epochs")
                                .add(Html.of("span", "").text("Epoch "))
                                .add(count, total))
                        .add(speed))
                .element();
        show(false);
        reset.disabled = true;
        enable(false); // until the worker has opened an experiment
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    /** Trains, or pauses if it trains. When the recipe's epochs are done, as many again; when a callback stopped before, up to these. */
    public void toggle() {
        if (train.disabled) {
            return;
        }
        if (lab.training()) {
            lab.ask(new Request.Pause());
        } else if (is(Report.Progress.State.DIVERGED)) {
            problems.insist();
        } else {
            int more = lab.progress()
                    .filter(now -> now.epoch() >= now.epochs())
                    .map(Report.Progress::epochs)
                    .orElse(0);
            lab.ask(new Request.Train(0, more, 0));
        }
    }

    private boolean is(Report.Progress.State state) {
        return lab.progress().map(now -> now.state() == state).orElse(false);
    }

    public void step() {
        if (!step.disabled) {
            lab.ask(new Request.Train(1, 0, 0));
        }
    }

    public void epoch() {
        if (!epoch.disabled) {
            lab.ask(new Request.Train(0, 1, 0));
        }
    }

    public void reset() {
        if (!reset.disabled) {
            lab.ask(new Request.Reset());
        }
    }

    @Override
    public void opened(Report.Opened opened) {
        String reason = opened.problems().stream()
                .findFirst()
                .map(ProblemFacts::sentence)
                .orElse("");
        if (lab.progress().isEmpty()) {
            enable(reason.isEmpty());
        }
        train.title = reason.isEmpty() ? "Train or pause (Space)" : reason;
    }

    @Override
    public void progressed(Report.Progress progress) {
        show(progress.state() == Report.Progress.State.TRAINING);
        boolean stuck =
                switch (progress.state()) {
                    case BLOCKED, DIVERGED -> true;
                    case PAUSED, TRAINING, FINISHED -> false;
                };
        train.disabled = progress.state() == Report.Progress.State.BLOCKED;
        step.disabled = stuck || lab.training();
        epoch.disabled = stuck || lab.training();
        reset.disabled = progress.step() == 0;
        count.textContent = "" + progress.epoch();
        total.textContent = " of " + Math.max(progress.epochs(), progress.epoch());
        tellSpeed(progress);
    }

    /** On most hosts the browser's clock has only tenths of a millisecond, in which a small network does several epochs. */
    private static String perEpoch(double seconds) {
        if (seconds == 0) {
            return "under 0.1 ms/epoch";
        }
        return seconds < 1 ? Figures.of(1000 * seconds) + " ms/epoch" : Figures.of(seconds) + " s/epoch";
    }

    /** Speed and time of an epoch, on average since the last report; what they were stays when training pauses. */
    private void tellSpeed(Report.Progress progress) {
        progress.log().stream()
                .mapToDouble(EpochLog::seconds)
                .average()
                .ifPresent(seconds -> epochTime = perEpoch(seconds));
        if (progress.step() == 0) {
            epochTime = "";
            speed.textContent = "";
        } else if (progress.samplesPerSecond() > 0) {
            speed.textContent = Numbers.grouped(Math.round(progress.samplesPerSecond())) + " samples/s"
                    + (epochTime.isEmpty() ? "" : " · " + epochTime);
        }
    }

    @Override
    public void died(String sentence) {
        enable(false);
        reset.disabled = true;
    }

    private void enable(boolean ready) {
        train.disabled = !ready;
        step.disabled = !ready;
        epoch.disabled = !ready;
    }

    private void show(boolean training) {
        sign.textContent = training ? "❚❚" : "▶\uFE0E";
        word.textContent = training ? "Pause" : "Train";
    }

    /** Narrow screens show the sign, drawn by an SVG path in 16 by 16; others the word. */
    private static HTMLButtonElement button(String word, String path, String title, Runnable action) {
        HTMLElement sign = Html.of("span", "control-sign").element();
        sign.innerHTML = "<svg viewBox='0 0 16 16' width='16' height='16' fill='none' stroke='currentColor'"
                + " stroke-width='1.5' stroke-linejoin='round' stroke-linecap='round' aria-hidden='true'><path d='"
                + path + "'/></svg>";
        return Html.button("btn bar-button", "", action)
                .attribute("title", title)
                .attribute("aria-label", word)
                .add(sign, Html.of("span", "control-word").text(word).element())
                .asButton();
    }
}
