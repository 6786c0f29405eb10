package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.network.optimizer.Schedule;
import dev.steep.picture.RatePlot;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;

/** A learning rate over the steps of a run. */
final class ScheduleLive {
    private static final int POINTS = 401;
    private static final Knob<Integer> STEPS =
            Knob.whole("steps", 3000, 100, 20_000, "How many steps are shown.").whileTraining();

    private final LiveFrame frame;
    private Choice choice;
    private int steps = STEPS.preset();

    ScheduleLive(Kind kind) {
        choice = kind.choice();
        frame = new LiveFrame(kind.name() + ", live");
        frame.form(kind, () -> choice, (changed, continuing) -> {
            choice = changed;
            show();
        });
        frame.slider(STEPS, value -> {
            steps = value;
            show();
        });
        show();
    }

    HTMLElement element() {
        return frame.element();
    }

    private void show() {
        double[] rates = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            rates[i] = Schedule.rate(choice, (int) Math.rint((double) steps * i / (POINTS - 1)));
        }
        String words = "Step 0: " + Figures.of(rates[0]) + ", step " + Numbers.grouped(steps / 2) + ": "
                + Figures.of(rates[POINTS / 2]) + ", step " + Numbers.grouped(steps) + ": "
                + Figures.of(rates[POINTS - 1]);
        frame.draw(RatePlot.svg(rates, steps, "step", "Learning rate. " + words));
        frame.say(words);
    }
}
