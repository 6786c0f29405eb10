package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.picture.BarsPlot;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.control.KnobControl;
import dev.steep.ui.element.Figures;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** An activation that looks at several numbers at once, such as softmax: a slider for each of them, a bar for each result. */
final class VectorLive {
    private static final String LAYER = "Activation";
    private static final float[] START = {1, 2, 0.5f, -1};

    private final Lab lab;
    private final LiveFrame frame;
    private final Choice activation;
    private final float[] numbers = START.clone();
    private int asked;

    VectorLive(Choice activation, Lab lab) {
        this.lab = lab;
        this.activation = activation;
        frame = new LiveFrame(activation.kind().name() + ", live");
        for (int i = 0; i < numbers.length; i++) {
            frame.control(slider(i));
        }
        ask();
    }

    HTMLElement element() {
        return frame.element();
    }

    private HTMLElement slider(int place) {
        Knob<Double> knob = Knob.real("x_" + (place + 1), numbers[place], -5, 5, "One of the numbers that it is given.")
                .whileTraining();
        KnobControl<Double> control = KnobControl.of(knob, (value, continuing) -> {
            numbers[place] = value.floatValue();
            ask();
        });
        control.show((double) numbers[place]);
        return control.element();
    }

    private void ask() {
        int mine = ++asked;
        String layer = LAYER + "(" + activation.phrase() + ")";
        lab.ask(new Inquiry.TryLayer(layer, new int[] {numbers.length}, numbers.clone(), 1, 1), report -> {
            if (mine == asked && report instanceof Report.Numbers answer) {
                show(answer.values());
            }
        });
    }

    private void show(float[] results) {
        double[] heights = new double[results.length];
        String[] names = new String[results.length];
        StringBuilder words = new StringBuilder();
        double sum = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = results[i];
            names[i] = Figures.of(results[i]);
            sum += results[i];
            words.append(i == 0 ? "y = " : ", ").append(names[i]);
        }
        words.append("; sum ").append(Figures.of(sum));
        frame.draw(BarsPlot.svg(heights, names, words.toString()));
        frame.say(words.toString());
    }
}
