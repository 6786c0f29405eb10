package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.network.callback.Callback;
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
        String monitor = Callback.monitor(choice);
        double[] curve = curve(monitor);
        Watch watch = Callback.watch(choice);
        double rate = RATE;
        double[] rates = new double[EPOCHS];
        List<Integer> marks = new ArrayList<>();
        String said = "";
        int went = 0;
        while (went < EPOCHS && said.isEmpty()) {
            int place = went++;
            rates[place] = rate;
            Watch.Outcome outcome = watch.after(new EpochEnd(went, rate, name -> curve[place]));
            watch = outcome.next();
            if (outcome.verdict() instanceof Verdict.Stop stop) {
                said = "Stops after epoch " + went + ": " + stop.reason() + ".";
            } else if (outcome.verdict() instanceof Verdict.SetRate other) {
                rate = other.rate();
                marks.add(went);
            }
        }
        Arrays.fill(rates, went, EPOCHS, rate);
        boolean stops = !Callback.setsRate(choice);
        if (stops && !said.isEmpty()) {
            marks.add(went);
        }
        int best = watch.best().orElse(0);
        if (best > 0) {
            marks.add(best);
        }
        String words = stops
                ? (said.isEmpty() ? "Does not stop within " + EPOCHS + " epochs." : said)
                        + (best > 0 ? " The weights are those of epoch " + best + "." : "")
                : (marks.isEmpty()
                                ? "Never lowers the rate."
                                : "Lowers the rate after epochs " + marks(marks) + ", to ")
                        + (marks.isEmpty() ? "" : Figures.of(rate) + ".");
        String upper = WatchedCurve.svg(
                curve, went, marks.stream().mapToInt(each -> each).toArray(), monitor + " over epochs. " + words);
        frame.draw(stops ? upper : upper + RatePlot.svg(rates, EPOCHS, "The learning rate over epochs"));
        frame.say(monitor + ": " + words);
    }

    private static String marks(List<Integer> epochs) {
        List<String> words = epochs.stream().map(each -> "" + each).toList();
        return String.join(", ", words);
    }
}
