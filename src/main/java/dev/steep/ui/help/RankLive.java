package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Random;
import dev.steep.network.metric.Metric;
import dev.steep.network.metric.Tally;
import dev.steep.picture.BarsPlot;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;

/** A metric of many classes over made-up scores: at which rank the right class stands among ten. */
final class RankLive {
    private static final int SAMPLES = 400;
    private static final int CLASSES = 10;
    private static final Knob<Double> APART = Knob.real(
                    "apart", 1, 0, 4, "How far the right class lies above the others, in standard deviations.")
            .whileTraining();

    private final LiveFrame frame;
    private Choice choice;
    private double apart = APART.preset();

    private RankLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        frame.slider(APART, value -> {
            apart = value;
            show();
        });
        frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        show();
    }

    static HTMLElement of(Kind kind) {
        return new RankLive(kind).frame.element();
    }

    private void show() {
        Random random = new Random(11);
        float[] scores = new float[SAMPLES * CLASSES];
        double[] truths = new double[SAMPLES * CLASSES];
        double[] ranks = new double[CLASSES];
        String[] names = new String[CLASSES];
        for (int i = 0; i < SAMPLES; i++) {
            int right = i % CLASSES;
            truths[i * CLASSES + right] = 1;
            int rank = 0;
            for (int c = 0; c < CLASSES; c++) {
                scores[i * CLASSES + c] = (float) (random.normal() + (c == right ? apart : 0));
            }
            for (int c = 0; c < CLASSES; c++) {
                rank += scores[i * CLASSES + c] > scores[i * CLASSES + right] ? 1 : 0;
            }
            ranks[rank]++;
        }
        for (int c = 0; c < CLASSES; c++) {
            names[c] = "" + (c + 1);
        }
        Tally tally = Metric.of(choice).tally(choice);
        tally.predictions(scores, truths, SAMPLES, CLASSES);
        String words = choice.kind().name() + " " + Figures.fixed(tally.value(), 4)
                + ". The bars count at which rank the right one of " + CLASSES + " classes stands, over " + SAMPLES
                + " samples.";
        frame.draw(BarsPlot.svg(ranks, names, words));
        frame.say(words);
    }
}
