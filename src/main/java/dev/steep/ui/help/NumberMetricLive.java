package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Random;
import dev.steep.network.metric.Metric;
import dev.steep.network.metric.Tally;
import dev.steep.picture.PointsPlot;
import dev.steep.picture.Range;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;

/** A metric of predicted numbers over made-up ones: how much they scatter, how far all are off, and one that is far off. */
final class NumberMetricLive {
    private static final int SAMPLES = 80;
    private static final Knob<Double> NOISE = Knob.real(
                    "scatter", 0.5, 0, 2, "How far predictions scatter around what is true.")
            .whileTraining();
    private static final Knob<Double> SHIFT =
            Knob.real("shift", 0, -2, 2, "What is added to every prediction.").whileTraining();
    private static final Knob<Double> OUTLIER =
            Knob.real("outlier", 0, 0, 8, "How far a single prediction is off.").whileTraining();

    private final LiveFrame frame;
    private final Choice choice;
    private double noise = NOISE.preset();
    private double shift = SHIFT.preset();
    private double outlier = OUTLIER.preset();

    private NumberMetricLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        frame.slider(NOISE, value -> {
            noise = value;
            show();
        });
        frame.slider(SHIFT, value -> {
            shift = value;
            show();
        });
        frame.slider(OUTLIER, value -> {
            outlier = value;
            show();
        });
        show();
    }

    static HTMLElement of(Kind kind) {
        return new NumberMetricLive(kind).frame.element();
    }

    private void show() {
        Random random = new Random(11);
        float[] said = new float[SAMPLES];
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = -2 + 4.0 * i / (SAMPLES - 1);
            y[i] = x[i] + noise * random.normal() + shift + (i == SAMPLES / 2 ? outlier : 0);
            said[i] = (float) y[i];
        }
        Tally tally = Metric.of(choice).tally(choice);
        tally.predictions(said, x, SAMPLES, 1);
        String value = choice.kind().name() + " " + Figures.fixed(tally.value(), 4);
        PointsPlot plot = new PointsPlot(
                new Range(-2.2, 2.2), new Range(-6, 10), new String[] {"true", "predicted"}, Figures::of);
        frame.draw(plot.svg(x, y, i -> "var(--picture-line)", true, "Predictions against what is true; " + value));
        frame.say(value + " over " + SAMPLES + " samples. On the line, predictions are right.");
    }
}
