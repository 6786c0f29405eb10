package dev.steep.ui.descent;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.descent.Course;
import dev.steep.descent.Path;
import dev.steep.descent.RateTrio;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.math.expr.Typeset;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.picture.Range;
import dev.steep.ui.control.PickControl;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gradient descent by itself: a surface of one or two weights, an optimizer and its learning rate, and the path that comes of them; too
 * small, right and too large rates beside each other; and all optimizers from the same start.
 */
public final class DescentPanel {
    private static final String ONE = "One optimizer";
    private static final String ALL = "All optimizers";
    private static final List<String> STEPS = List.of("20", "50", "100", "200");
    private static final String PLAY = "▶ Play";

    /** From one step to the next, in milliseconds. */
    private static final int BEAT = 120;

    /** What is higher than so many times the first loss is cut off in the chart. */
    private static final double TALL = 2;

    private final HTMLSelectElement surfaces = (HTMLSelectElement)
            Html.of("select", "form-select").attribute("aria-label", "Surface").element();
    private final HTMLElement about = Html.of("p", "descent-about").element();
    private final HTMLElement formula = Html.of("div", "descent-formula").element();
    private final SurfaceCanvas picture = new SurfaceCanvas(this::moved);
    private final PickControl optimizers = new PickControl(
            Optimizer.kinds(),
            1,
            new Caption("Optimizer", "How weights follow their gradients downhill.", true),
            (choice, continuing) -> picked(choice));
    private final ThreeRates three =
            new ThreeRates(rate -> picked(optimizer().with(OptimizerKnobs.LEARNING_RATE, rate)));
    private final RaceTable race = new RaceTable(this::again, this::draw);
    private final DescentNumbers numbers = new DescentNumbers();
    private final Chart chart = new Chart("Loss", "after each step", List.of(Chart.Look.SOLID)).across("step");
    private final HTMLElement words =
            Html.of("p", "descent-words").attribute("role", "status").element();
    private final HTMLElement now = Html.of("p", "descent-now").element();
    private final HTMLElement play =
            Html.button("btn bar-button", PLAY, this::turn).element();
    private final HTMLElement element;
    private Choice optimizer = Optimizer.kinds().get(0).choice();
    private Surface surface = Surface.VALLEY;
    private Slope slope = new Slope(surface);
    private double[] start = surface.start();
    private int steps = 50;
    private boolean all;
    private Path path = Path.of(surface, slope, optimizer, start, 0);
    private int shown;
    private double timer;
    private String found = "";

    public DescentPanel() {
        Arrays.stream(Surface.values())
                .forEach(each -> surfaces.appendChild(
                        Html.option(each.name(), each.title()).element()));
        surfaces.value = surface.name();
        surfaces.addEventListener("change", event -> {
            open(Surface.valueOf(surfaces.value));
            again();
        });
        Segments modes = new Segments(List.of(ONE, ALL), word -> word, word -> {
            all = word.equals(ALL);
            again();
        });
        modes.show(ONE);
        modes.element().setAttribute("aria-label", "One optimizer or all");
        Segments lengths = new Segments(STEPS, word -> word, word -> {
            steps = Integer.parseInt(word);
            again();
        });
        lengths.show("" + steps);
        lengths.element().setAttribute("aria-label", "Steps");
        element = Html.of("div", "descent")
                .add(Html.of("div", "descent-settings")
                        .add(Html.of("div", "descent-surface").add(surfaces, HelpLink.to("gradient", "gradient")))
                        .add(modes.element())
                        .add(Html.of("div", "descent-setting")
                                .add(Html.of("span", "").text("Steps"))
                                .add(lengths.element())))
                .add(about)
                .add(Html.of("div", "descent-parts")
                        .add(Html.of("div", "descent-picture")
                                .add(picture.element())
                                .add(Html.of("div", "descent-tools")
                                        .add(
                                                Html.button("btn bar-button", "To the start", () -> to(0)),
                                                Html.button("btn bar-button", "Step", () -> to(shown + 1)))
                                        .add(play)
                                        .add(Html.button("btn bar-button", "To the end", () -> to(steps)))))
                        .add(Html.of("div", "descent-side")
                                .add(words, now)
                                .add(Html.of("div", "descent-one").add(chart.element(), optimizers.element()))
                                .add(race.element())))
                .add(three.element(), formula, numbers.element())
                .element();
        open(surface);
        again();
    }

    public HTMLElement element() {
        return element;
    }

    /** Nothing moves any more. */
    public void stop() {
        play(false);
    }

    private Choice optimizer() {
        return optimizer;
    }

    private void open(Surface other) {
        surface = other;
        slope = new Slope(other);
        start = other.start();
        about.textContent = other.about();
        Html.clear(formula);
        for (Surface.Equation each : other.written()) {
            HTMLElement line = Html.of("div", "").element();
            line.innerHTML = Typeset.equation(each.name(), each.right());
            formula.appendChild(line);
        }
        picture.show(other, slope);
        three.surface(other, slope);
        double rate = RateTrio.of(other, slope, optimizer, start, steps).right().rate();
        optimizer = optimizer.with(OptimizerKnobs.LEARNING_RATE, rate);
    }

    private void picked(Choice choice) {
        optimizer = choice;
        again();
    }

    private void moved(double[] other, boolean moving) {
        start = other;
        if (moving) {
            play(false);
            picture.start(start);
            path = Path.of(surface, slope, optimizer, start, steps);
            shown = steps;
            picture.paths(List.of(new SurfaceCanvas.Line(path, "now")));
        } else {
            again();
        }
    }

    /** Everything anew, as far as the last step. */
    private void again() {
        play(false);
        element.classList.toggle("racing", all);
        optimizers.show(optimizer);
        picture.start(start);
        path = Path.of(surface, slope, optimizer, start, steps);
        shown = steps;
        if (all) {
            race.run(surface, slope, start, steps);
            words.textContent = "";
        } else {
            words.textContent = OutcomeWords.of(path, Course.of(path, slope), slope);
            findRates();
            numbers.show(path);
        }
        draw();
    }

    private void findRates() {
        String key = surface + " " + RateTrio.at(optimizer, 1) + " " + Arrays.toString(start) + " " + steps;
        if (!key.equals(found)) {
            found = key;
            three.show(RateTrio.of(surface, slope, optimizer, start, steps));
        }
        three.mark(optimizer.get(OptimizerKnobs.LEARNING_RATE));
    }

    private void draw() {
        int last = all ? race.steps() : path.steps();
        int at = Math.min(shown, last);
        if (all) {
            picture.paths(race.lines(at));
            now.textContent = "After step " + at + " of " + steps;
            return;
        }
        picture.paths(List.of(new SurfaceCanvas.Line(path.first(at), "now")));
        Path.Place place = path.at(at);
        StringBuilder text = new StringBuilder("After step " + at + " of " + steps + ": ");
        for (int i = 0; i < start.length; i++) {
            text.append(surface.labels().get(i))
                    .append(" = ")
                    .append(Figures.of(place.weights()[i]))
                    .append(", ");
        }
        now.textContent = text + "loss " + Figures.of(place.loss());
        chart(at);
    }

    private void chart(int at) {
        double[] steps = new double[at + 1];
        double[] losses = new double[at + 1];
        double most = 0;
        for (int i = 0; i <= at; i++) {
            steps[i] = i;
            losses[i] = Double.isFinite(path.at(i).loss()) ? path.at(i).loss() : Double.NaN;
            most = Math.max(most, Double.isNaN(losses[i]) ? Double.POSITIVE_INFINITY : losses[i]);
        }
        double first = Math.max(1e-9, path.at(0).loss());
        double end = Range.round(Math.min(most, TALL * first));
        double top = end > 0 ? end : 1;
        chart.cuts(most > top ? Optional.of("goes up to " + Figures.of(most)) : Optional.empty());
        chart.show(new double[][] {steps, losses}, new Range(0, this.steps), new Range(0, top), Optional.empty());
        chart.reads(x -> {
            int step = (int) Math.rint(x);
            return step < 0 || step > at
                    ? Optional.empty()
                    : Optional.of(
                            "step " + step + ": " + Figures.of(path.at(step).loss()));
        });
        chart.says("Loss after each step: at first " + Figures.of(first) + ", after " + Numbers.count(at, "step") + " "
                + Figures.of(path.at(at).loss()));
    }

    private void to(int step) {
        play(false);
        int last = all ? race.steps() : path.steps();
        shown = Math.min(last, step);
        draw();
    }

    private void turn() {
        play(timer == 0);
    }

    private void play(boolean on) {
        DomGlobal.clearInterval(timer);
        timer = 0;
        int last = all ? race.steps() : path.steps();
        if (on) {
            shown = shown >= last ? 0 : shown;
            timer = DomGlobal.setInterval(
                    arguments -> {
                        shown++;
                        draw();
                        if (shown >= last) {
                            play(false);
                        }
                    },
                    BEAT);
            draw();
        }
        play.textContent = on ? "❚❚ Stop" : PLAY;
    }
}
