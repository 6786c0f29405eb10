package dev.steep.ui.training;

import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Pace;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Problems;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.Optional;

/** Train with its pace, Step, Epoch, Reset, and how far training has come. */
public final class TrainControls implements Lab.Listener {
    private static final String SPEED_TITLE =
            "By the clock, of the last second: with the validation after each epoch, and with what training waits for.";

    private static final String PLAY = "▶\uFE0E";

    private final Lab lab;
    private final Problems problems;
    private final HTMLElement sign =
            Html.of("span", "train-sign").attribute("aria-hidden", "true").element();
    private final HTMLElement word = Html.of("span", "train-word").element();
    private final HTMLElement amount = Html.of("span", "train-more").element();
    private final HTMLSelectElement pace;
    private final HTMLButtonElement train;
    private final HTMLButtonElement step;
    private final HTMLButtonElement epoch;
    private final HTMLButtonElement reset;
    private final HTMLElement count = Html.of("b", "epoch-now").text("0").element();
    private final HTMLElement total = Html.of("span", "epoch-total").element();
    private final HTMLElement speedBefore = Html.of("span", "speed-more").element();
    private final HTMLElement speed = Html.of("span", "").element();
    private final HTMLElement speedAfter = Html.of("span", "speed-more").element();
    private final HTMLElement element;
    private final Runnable drawing;
    private Optional<Report.Progress> latest = Optional.empty();

    /** @param problems where it is said why a diverged run does not go on */
    public TrainControls(Lab lab, Problems problems) {
        this.lab = lab;
        this.problems = problems;
        drawing = lab.frames().small(() -> latest.ifPresent(this::draw));
        train = Html.button("btn btn-primary train", "", this::toggle)
                .add(sign, Html.of("span", "").add(word, amount).element())
                .asButton();
        pace = pace();
        step = button("Step", "M3 3l6 5-6 5zM12 3v10", "One step: one batch of samples (S)", this::step);
        epoch = button("Epoch", "M2 3l6 5-6 5zM8 3l6 5-6 5z", "One epoch: all training samples once (E)", this::epoch);
        reset = button("Reset", "M3 8a5 5 0 1 0 2-4M5 1v3.5h3.5", "Back to the first weights (R)", this::reset);
        element = Html.of("div", "train-controls")
                .attribute("role", "group")
                .attribute("aria-label", "Training")
                .add(train, pace, step, epoch, reset)
                .add(Html.of("div", "train-state")
                        .add(Html.of("span", "epochs")
                                .add(Html.of("span", "").text("Epoch "))
                                .add(count, total))
                        .add(Html.of("span", "speed")
                                .attribute("title", SPEED_TITLE)
                                .add(speedBefore, speed, speedAfter)))
                .element();
        word.textContent = "Train";
        sign.textContent = PLAY;
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
                    .filter(TrainControls::done)
                    .map(Report.Progress::epochs)
                    .orElse(0);
            lab.ask(new Request.Train(0, more, 0, true));
        }
    }

    /** Whether all epochs of the recipe are done. */
    private static boolean done(Report.Progress now) {
        return now.epochs() > 0 && now.epoch() >= now.epochs();
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
            lab.reset(report -> {
                if (report instanceof Report.Refused refused) {
                    lab.tell(refused.sentence(), true);
                }
            });
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
        if (!lab.training()) { // it was measured with another network, or on other data
            forgetSpeed();
        }
        showPace();
    }

    @Override
    public void changed(Recipe recipe) {
        showPace();
    }

    private Shape sample() {
        return Shape.of(lab.facts().map(opened -> opened.data().shape()).orElse(new int[0]));
    }

    private void showPace() {
        pace.value = Pace.of(lab.recipe(), sample()).word();
    }

    private HTMLSelectElement pace() {
        Html menu = Html.of("select", "form-select pace")
                .attribute("aria-label", "Pace")
                .attribute("data-part", "pace")
                .attribute(
                        "title",
                        "How fast Train goes. Slow: what each epoch changes can be watched. No number depends on the pace.");
        for (Pace each : Pace.values()) {
            menu.add(Html.option(each.word(), each.label()));
        }
        menu.on("change", event -> {
            for (Pace each : Pace.values()) {
                if (each.word().equals(pace.value)) {
                    lab.change(each.in(lab.recipe(), sample()));
                }
            }
        });
        return (HTMLSelectElement) menu.element();
    }

    @Override
    public void progressed(Report.Progress progress) {
        latest = Optional.of(progress);
        drawing.run();
    }

    private void draw(Report.Progress progress) {
        show(progress);
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

    /** Samples in a second and the time of an epoch, one from the other; when training has ended, of all of it. */
    private void tellSpeed(Report.Progress progress) {
        if (progress.step() == 0) {
            forgetSpeed();
        } else if (progress.samplesPerSecond() > 0) {
            int samples = lab.facts().map(opened -> opened.data().parts()[0]).orElse(0);
            String epochTime = perEpoch(samples / progress.samplesPerSecond());
            String perSecond = Numbers.grouped(Math.round(progress.samplesPerSecond())) + " samples/s · ";
            speedBefore.textContent = progress.paced() ? "" : perSecond;
            speed.textContent = epochTime;
            speedAfter.textContent = progress.paced() ? " at this pace" : "";
        }
    }

    private void forgetSpeed() {
        speedBefore.textContent = "";
        speed.textContent = "";
        speedAfter.textContent = "";
    }

    private static String perEpoch(double seconds) {
        return seconds < 0.1 ? Figures.of(1000 * seconds) + " ms/epoch" : Figures.of(seconds) + " s/epoch";
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

    /** What the button does: after an end, how many epochs more. */
    private void show(Report.Progress progress) {
        boolean training = progress.state() == Report.Progress.State.TRAINING;
        int more = done(progress) ? progress.epochs() : progress.epochs() - progress.epoch();
        sign.textContent = training ? "❚❚" : PLAY;
        word.textContent = training ? "Pause" : "Train";
        amount.textContent =
                progress.state() == Report.Progress.State.FINISHED ? " " + Numbers.grouped(more) + " more" : "";
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
