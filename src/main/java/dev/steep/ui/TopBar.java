package dev.steep.ui;

import dev.steep.data.BuiltIn;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;

/** The bar at the top: which data, and the few buttons that make it train. */
final class TopBar implements Lab.Listener {
    private final Lab lab;
    private final HTMLSelectElement data = (HTMLSelectElement) Html.of("select", "form-select form-select-sm data-pick")
            .attribute("aria-label", "Data set")
            .element();
    private final Html train;
    private final Html step;
    private final Html epoch;
    private final Html reset;
    private final HTMLElement counter = Html.of("span", "counter").element();
    private final HTMLElement speed = Html.of("span", "speed text-secondary").element();
    private final HTMLElement heard = Html.of("div", "visually-hidden")
            .attribute("role", "status")
            .attribute("aria-live", "polite")
            .element();
    private final HTMLElement progress = Html.of("div", "progress-now").element();
    private final HTMLElement element;

    TopBar(Lab lab) {
        this.lab = lab;
        train = Html.button("btn btn-primary btn-sm train", "Train", this::train);
        step = Html.button("btn btn-outline-secondary btn-sm", "Step", () -> lab.ask(new Request.Train(1, 0, 0)));
        epoch = Html.button("btn btn-outline-secondary btn-sm", "Epoch", () -> lab.ask(new Request.Train(0, 1, 0)));
        reset = Html.button("btn btn-outline-secondary btn-sm", "Reset", () -> lab.ask(new Request.Reset()));
        for (BuiltIn set : BuiltIn.values()) {
            data.appendChild(Html.of("option", "")
                    .attribute("value", set.kind().name())
                    .text(set.kind().title())
                    .element());
        }
        data.addEventListener("change", event -> pick());
        element = Html.of("header", "top-bar")
                .add(
                        Html.of("a", "brand").attribute("href", ".").text("Steep"),
                        Html.of("div", "").add(data))
                .add(Html.of("div", "controls").add(train, step, epoch, reset))
                .add(counter, speed, heard, progress)
                .element();
        lab.listen(this);
        changed(lab.recipe());
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        HTMLElement own = (HTMLElement) data.querySelector("option[value=file]");
        if (own != null) {
            own.remove();
        }
        if (recipe.data().is(Settings.FILE)) {
            data.appendChild(Html.of("option", "")
                    .attribute("value", "file")
                    .text(recipe.data().get(Settings.FILE_NAME))
                    .element());
        }
        data.value = recipe.data().kind().name();
    }

    @Override
    public void progressed(Report.Progress now) {
        boolean training = now.state() == Report.Progress.State.TRAINING;
        boolean stuck = now.state() == Report.Progress.State.BLOCKED || now.state() == Report.Progress.State.DIVERGED;
        train.text(training ? "Pause" : "Train").asButton().disabled = stuck;
        step.asButton().disabled = training || stuck;
        epoch.asButton().disabled = training || stuck;
        counter.textContent = "Epoch " + now.epoch() + " of " + now.epochs();
        speed.textContent = now.samplesPerSecond() > 0 ? Words.count(now.samplesPerSecond()) + " samples/s" : "";
        double part = now.stepsPerEpoch() == 0 ? 0 : (double) now.stepOfEpoch() / now.stepsPerEpoch();
        progress.style.setProperty("width", Math.rint(part * 1000) / 10 + "%");
        for (EpochLog log : now.log()) {
            heard.textContent = Words.summary(log);
        }
    }

    /** Starts or pauses; a finished run goes on for as many epochs as the recipe asks for. */
    void train() {
        if (lab.training()) {
            lab.ask(new Request.Pause());
            return;
        }
        boolean finished = lab.progress()
                .map(now -> now.state() == Report.Progress.State.FINISHED)
                .orElse(false);
        lab.ask(new Request.Train(0, finished ? lab.recipe().fit().get(Settings.EPOCHS) : 0, 0));
    }

    private void pick() {
        for (BuiltIn set : BuiltIn.values()) {
            if (set.kind().name().equals(data.value)) {
                lab.change(Presets.opening(set));
            }
        }
    }
}
