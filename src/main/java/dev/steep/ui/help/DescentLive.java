package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.descent.Path;
import dev.steep.descent.RateTrio;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.ui.control.PickControl;
import dev.steep.ui.descent.SurfaceCanvas;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.List;

/** The path of an optimizer on a surface, from a start that can be dragged. */
final class DescentLive {
    private static final Knob<Integer> STEPS =
            Knob.whole("steps", 60, 1, 300, "How many steps are made.").whileTraining();

    private final LiveFrame frame;
    private final SurfaceCanvas canvas = new SurfaceCanvas((to, moving) -> move(to));
    private Surface surface;
    private Slope slope;
    private Choice optimizer;
    private double[] start;
    private int steps = STEPS.preset();

    private DescentLive(String about, Surface surface, Choice optimizer) {
        frame = new LiveFrame(about);
        this.surface = surface;
        this.optimizer = optimizer;
        slope = new Slope(surface);
        start = surface.start();
        HTMLElement picture =
                Html.of("div", "descent live-surface").add(canvas.element()).element();
        frame.picture(picture);
        frame.slider(STEPS, value -> {
            steps = value;
            show();
        });
        open(surface);
    }

    /** Of an optimizer, on the surfaces of two weights. */
    static DescentLive of(Kind kind) {
        DescentLive live = new DescentLive(kind.name() + " on a surface, live", Surface.VALLEY, kind.choice());
        List<String> names = Arrays.stream(Surface.values())
                .filter(each -> each.names().size() == 2)
                .map(Surface::name)
                .toList();
        Segments surfaces =
                new Segments(names, name -> Surface.valueOf(name).title(), name -> live.open(Surface.valueOf(name)));
        surfaces.show(live.surface.name());
        surfaces.element().setAttribute("aria-label", "Surface");
        live.frame.control(surfaces.element());
        live.frame.form(kind, () -> live.optimizer, (changed, continuing) -> live.optimize(changed));
        return live;
    }

    /** Of a surface, with any optimizer. */
    static DescentLive of(Surface surface) {
        Choice optimizer = Optimizer.kinds().get(0).choice();
        DescentLive live = new DescentLive(surface.title() + ", live", surface, optimizer);
        PickControl picks = new PickControl(
                Optimizer.kinds(),
                Integer.MAX_VALUE,
                new Caption("Optimizer", "How the weights follow the slope downhill.", true),
                (changed, continuing) -> live.optimize(changed));
        picks.show(live.optimizer);
        live.frame.control(picks.element());
        return live;
    }

    HTMLElement element() {
        return frame.element();
    }

    /** With the rate at which this optimizer comes to rest soonest. */
    private void open(Surface other) {
        surface = other;
        slope = new Slope(other);
        start = other.start();
        canvas.show(other, slope);
        canvas.start(start);
        double rate = RateTrio.of(other, slope, optimizer, start, steps).right().rate();
        optimizer = optimizer.with(OptimizerKnobs.LEARNING_RATE, rate);
        show();
    }

    private void optimize(Choice changed) {
        optimizer = changed;
        show();
    }

    private void move(double[] to) {
        start = to;
        canvas.start(to);
        show();
    }

    private void show() {
        Path path = Path.of(surface, slope, optimizer, start, steps);
        canvas.paths(List.of(new SurfaceCanvas.Line(path, "now")));
        Path.Place end = path.at(steps);
        StringBuilder words = new StringBuilder("After " + path.steps() + " steps at a learning rate of "
                + Figures.of(optimizer.get(OptimizerKnobs.LEARNING_RATE)) + ": ");
        for (int i = 0; i < end.weights().length; i++) {
            words.append(surface.labels().get(i))
                    .append(" = ")
                    .append(Figures.of(end.weights()[i]))
                    .append(", ");
        }
        frame.say(words + "loss " + Figures.of(end.loss()));
    }
}
