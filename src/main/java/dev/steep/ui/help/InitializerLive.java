package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.weight.Initializer;
import dev.steep.picture.BarsPlot;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** The weights of a dense layer as an initializer draws them: how they are spread. */
final class InitializerLive {
    private static final int LARGEST = 256;

    private final LiveFrame frame;
    private Choice choice;
    private int inputs = 64;
    private int units = 32;
    private int seed = 1;

    InitializerLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        side("inputs", inputs, "How many numbers each unit reads.", value -> inputs = value);
        side("units", units, "How many units the layer has: its outputs.", value -> units = value);
        frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        frame.control(Html.button("btn bar-button", "Draw again", () -> {
                    seed++;
                    show();
                })
                .element());
        show();
    }

    HTMLElement element() {
        return frame.element();
    }

    /** Takes a number of inputs or units. */
    private interface Side {
        void is(int value);
    }

    private void side(String name, int preset, String about, Side side) {
        frame.slider(Knob.whole(name, preset, 1, LARGEST, about).whileTraining(), value -> {
            side.is(value);
            show();
        });
    }

    private void show() {
        float[] weights = Initializer.draw(choice, Shape.of(inputs, units), new Random(seed));
        double sum = 0;
        double squares = 0;
        double least = weights[0];
        double most = weights[0];
        for (float weight : weights) {
            sum += weight;
            squares += (double) weight * weight;
            least = Math.min(least, weight);
            most = Math.max(most, weight);
        }
        double mean = sum / weights.length;
        double deviation = Math.sqrt(Math.max(0, squares / weights.length - mean * mean));
        double end = Math.max(Math.max(-least, most), 1e-3) * 1.05;
        String words = Numbers.grouped(weights.length) + " weights from " + Figures.of(least) + " to "
                + Figures.of(most) + ", mean " + Figures.of(mean) + ", standard deviation " + Figures.of(deviation);
        String[] names = {Figures.of(-end), "0", Figures.of(end)};
        frame.draw(BarsPlot.histogram(weights, -end, end, names, words));
        frame.say(words);
    }
}
