package dev.steep.ui.descent;

import dev.steep.catalog.Numbers;
import dev.steep.descent.RateTrio;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Too small, right, too large: three small pictures of the same start, each a button that takes its rate. */
final class ThreeRates {
    private static final List<String> TITLES = List.of("Too small", "Right", "Too large");

    private final List<SurfaceCanvas> pictures = new ArrayList<>();
    private final List<HTMLElement> words = new ArrayList<>();
    private final List<HTMLElement> buttons = new ArrayList<>();
    private final HTMLElement element;
    private double[] rates = new double[TITLES.size()];

    /** @param pick takes the rate of a picture that is pressed */
    ThreeRates(DoubleConsumer pick) {
        Html row = Html.of("div", "descent-three")
                .attribute("role", "group")
                .attribute("aria-label", "Three learning rates");
        for (int i = 0; i < TITLES.size(); i++) {
            int which = i;
            SurfaceCanvas picture = new SurfaceCanvas();
            HTMLElement text = Html.of("span", "descent-rate").element();
            HTMLElement button = Html.of("button", "descent-trial")
                    .attribute("type", "button")
                    .on("click", event -> pick.accept(rates[which]))
                    .add(Html.of("b", "").text(TITLES.get(i)))
                    .add(picture.element(), text)
                    .element();
            pictures.add(picture);
            words.add(text);
            buttons.add(button);
            row.add(button);
        }
        element = row.element();
    }

    HTMLElement element() {
        return element;
    }

    /** Shows a surface. */
    void surface(Surface surface, Slope slope) {
        pictures.forEach(each -> each.show(surface, slope));
    }

    /** Shows what was found. */
    void show(RateTrio found) {
        List<RateTrio.Trial> trials = List.of(found.small(), found.right(), found.large());
        for (int i = 0; i < trials.size(); i++) {
            RateTrio.Trial trial = trials.get(i);
            rates[i] = trial.rate();
            pictures.get(i).paths(List.of(new SurfaceCanvas.Line(trial.path(), "now")));
            words.get(i).textContent =
                    Numbers.write(trial.rate()) + " " + trial.outcome().kind().word();
            buttons.get(i).title = "Use a learning rate of " + Numbers.write(trial.rate());
        }
    }

    /** Marks the one that is in use, if one is. */
    void mark(double rate) {
        for (int i = 0; i < rates.length; i++) {
            buttons.get(i).setAttribute("aria-pressed", "" + (rates[i] == rate));
        }
    }
}
