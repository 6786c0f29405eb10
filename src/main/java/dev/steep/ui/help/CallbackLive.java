package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Single;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import dev.steep.network.callback.EpochEnd;
import dev.steep.network.callback.Verdict;
import dev.steep.network.callback.Watch;
import dev.steep.picture.RatePlot;
import dev.steep.picture.WatchedCurve;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A callback in a run that is made up: a loss that falls, wavers, and rises again by overfitting. The verdicts are the true callback's. */
final class CallbackLive {
    private static final int EPOCHS = 60;
    private static final double RATE = 0.01;
    private static final Knob<Double> WAVER = Knob.real(
                    "wavering", 0.02, 0, 0.1, "How much the curve wavers from epoch to epoch.")
            .whileTraining();

    private final LiveFrame frame;
    private Choice choice;
    private double waver = WAVER.preset();

    CallbackLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        frame.slider(WAVER, value -> {
            waver = value;
            show();
        });
        frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        show();
    }

    HTMLElement element() {
        return frame.element();
    }

    /** What is measured: losses fall, and those of validation rise again; accuracies the other way round. */
    private double[] curve(String monitor) {
        Random random = new Random(7);
        boolean checked = monitor.startsWith("val_");
        double[] curve = new double[EPOCHS];
        for (int i = 0; i < EPOCHS; i++) {
            double overfit = checked ? 0.006 * Math.max(0, i - 22) : 0;
            double loss = 0.25 + 0.75 * Elementary.exp(-i / 8.0) + overfit + waver * random.normal();
            curve[i] = monitor.endsWith("accuracy") ? Math.max(0, Math.min(1, 1.15 - loss)) : Math.max(0, loss);
        }
        return curve;
    }

    private void show() {
        String monitor = Callback.monitor(choice).orElse("val_loss");
        double[] curve = curve(monitor);
        Watch watch = Callback.watch(choice);
        double rate = RATE;
        double[] rates = new double[EPOCHS];
        List<Integer> lowered = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        String stop = "";
        int went = 0;
        while (went < EPOCHS && stop.isEmpty()) {
            int place = went++;
            rates[place] = rate;
            Watch.Outcome outcome = watch.after(new EpochEnd(went, rate, name -> curve[place]));
            watch = outcome.next();
            int last = went;
            watch.checkpoint().filter(each -> each.epoch() == last).ifPresent(each -> kept.add(last));
            if (outcome.verdict() instanceof Verdict.Stop because) {
                stop = because.reason();
            } else if (outcome.verdict() instanceof Verdict.SetRate other) {
                rate = other.rate();
                lowered.add(went);
            }
        }
        Arrays.fill(rates, went, EPOCHS, rate);
        Optional<Integer> best = watch.best();
        Callback.Effect effect = Callback.effect(choice);
        List<Integer> marks = new ArrayList<>(lowered);
        if (!stop.isEmpty()) {
            marks.add(went);
        }
        best.ifPresent(marks::add);
        marks.addAll(kept);
        String words =
                switch (effect) {
                    case STOPS -> stopped(went, stop, best);
                    case SETS_RATE -> lowered(lowered, rate);
                    case KEEPS -> kept(kept);
                    case WRITES -> written(curve);
                };
        String upper = WatchedCurve.svg(
                curve, went, marks.stream().mapToInt(each -> each).toArray(), monitor + " over epochs. " + words);
        frame.draw(
                effect == Callback.Effect.SETS_RATE
                        ? upper + RatePlot.svg(rates, EPOCHS, "The learning rate over epochs")
                        : upper);
        frame.say(monitor + ": " + words);
    }

    private static String stopped(int went, String reason, Optional<Integer> best) {
        return (reason.isEmpty()
                        ? "Does not stop within " + EPOCHS + " epochs."
                        : "Stops after epoch " + went + ": " + reason + ".")
                + best.map(epoch -> " The weights are those of epoch " + epoch + ".")
                        .orElse("");
    }

    private static String lowered(List<Integer> epochs, double rate) {
        return epochs.isEmpty()
                ? "Never lowers the rate."
                : "Lowers the rate after epochs " + marks(epochs) + ", to " + Figures.of(rate) + ".";
    }

    private static String kept(List<Integer> epochs) {
        if (epochs.isEmpty()) {
            return "Keeps each epoch in place of the one before.";
        }
        int last = epochs.get(epochs.size() - 1);
        return "Keeps " + epochs.size() + " of " + EPOCHS
                + " epochs in turn, each in place of the one before; in the end epoch " + last + ".";
    }

    private String written(double[] curve) {
        String separator = choice.get(CallbackKnobs.SEPARATOR);
        return "Writes a row for each of the " + EPOCHS + " epochs, counted from 0: “0" + separator
                + Python.printed(Single.of(curve[0])) + "”, “1" + separator + Python.printed(Single.of(curve[1]))
                + "” and so on.";
    }

    private static String marks(List<Integer> epochs) {
        List<String> words = epochs.stream().map(each -> "" + each).toList();
        return String.join(", ", words);
    }
}
