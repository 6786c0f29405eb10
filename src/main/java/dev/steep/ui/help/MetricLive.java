package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.network.loss.Task;
import dev.steep.network.metric.Metric;
import dev.steep.network.metric.Tally;
import dev.steep.picture.ClassColours;
import dev.steep.picture.ClassHistogram;
import dev.steep.picture.Range;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/**
 * A metric of two classes over made-up scores: how well they tell the classes apart, how rare one class is, and from which score on a
 * sample is taken for it. The metric is the true one, as training measures it.
 */
final class MetricLive {
    private static final int SAMPLES = 400;
    private static final int BINS = 25;
    private static final Knob<Double> APART = Knob.real(
                    "apart", 1.5, 0, 4, "How far the two classes lie apart, in standard deviations.")
            .whileTraining();
    private static final Knob<Double> SHARE = Knob.real(
                    "positives", 0.3, 0.01, 0.99, "The share of samples that are of the class.")
            .whileTraining();
    private static final Knob<Double> THRESHOLD = Knob.real(
                    "threshold", 0.5, 0, 1, "A score above it counts as the class, in the four counts.")
            .whileTraining();

    private final LiveFrame frame;
    private Choice choice;
    private double apart = APART.preset();
    private double share = SHARE.preset();
    private double threshold = THRESHOLD.preset();

    private MetricLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        frame.slider(APART, value -> {
            apart = value;
            show();
        });
        frame.slider(SHARE, value -> {
            share = value;
            show();
        });
        if (own().isEmpty()) {
            frame.slider(THRESHOLD, value -> {
                threshold = value;
                show();
            });
        }
        frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        show();
    }

    /** Metrics of numbers, and of more than two classes, have plots of their own. */
    static HTMLElement of(Kind kind) {
        Metric metric = Metric.of(kind.choice());
        return metric.suits(new Task.Regression(1), 1)
                ? NumberMetricLive.of(kind)
                : metric.suits(new Task.Classification(List.of("0", "1")), 1)
                        ? new MetricLive(kind).frame.element()
                        : RankLive.of(kind);
    }

    /** The metric's own threshold, if it has one. */
    private Optional<Double> own() {
        return choice.kind().knobs().stream()
                .filter(knob -> knob.name().startsWith("threshold") && choice.get(knob) instanceof Double)
                .findFirst()
                .map(knob -> (Double) choice.get(knob));
    }

    /** What training itself adds up is the share of right answers. */
    private double value(float[] scores, double[] truths, int[] cells) {
        Metric metric = Metric.of(choice);
        if (!metric.looks()) {
            return (cells[0] + cells[3]) / (double) SAMPLES;
        }
        Tally tally = metric.tally(choice);
        tally.predictions(scores, truths, SAMPLES, 1);
        return tally.value();
    }

    private void show() {
        double cut = own().orElse(threshold);
        Random random = new Random(11);
        float[] scores = new float[SAMPLES];
        double[] truths = new double[SAMPLES];
        float[][] counts = new float[2][BINS];
        int[] cells = new int[4];
        int positives = (int) Math.rint(share * SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            int truth = i < positives ? 1 : 0;
            double evidence = random.normal() + (truth == 1 ? apart : -apart) / 2;
            scores[i] = (float) (1 / (1 + Elementary.exp(-evidence)));
            truths[i] = truth;
            counts[truth][Math.min(BINS - 1, (int) (scores[i] * BINS))]++;
            cells[2 * truth + (scores[i] > cut ? 1 : 0)]++;
        }
        String words = choice.kind().name() + " " + Figures.fixed(value(scores, truths, cells), 4) + ". Above "
                + Figures.fixed(cut, 2)
                + ": " + cells[3] + " true positives, " + cells[1] + " false positives; below: " + cells[2]
                + " false negatives, " + cells[0] + " true negatives.";
        float most = 1;
        for (float[] each : counts) {
            for (float count : each) {
                most = Math.max(most, count);
            }
        }
        ClassHistogram plot = new ClassHistogram(240, 76, new Range(0, 1), most, value -> Figures.fixed(value, 2));
        frame.draw(plot.svg(counts[1], ClassColours.css(0), "Scores of samples of the class", Optional.of(cut))
                + plot.svg(counts[0], ClassColours.css(3), "Scores of the others", Optional.of(cut)));
        frame.say(words);
    }
}
