package dev.steep.ui.descent;

import dev.steep.catalog.Numbers;
import dev.steep.descent.Course;
import dev.steep.descent.Path;
import dev.steep.descent.Race;
import dev.steep.descent.RateTrio;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All optimizers on one surface: who is where, at which rate, after how many steps; each can be left out of the picture. */
final class RaceTable {
    private static final String BEST = "best";
    private static final String PRESET = "preset";
    private static final List<String> RATES = List.of(BEST, PRESET, "0.01", "0.1", "1");

    private final List<Race.Entrant> entrants = Race.entrants();
    private final List<HTMLElement> names = new ArrayList<>();
    private final List<List<HTMLElement>> cells = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();
    private final Segments segments;
    private final HTMLElement element;
    private List<RateTrio.Trial> trials = List.of();
    private String rate = BEST;
    private int shown;

    /**
     * @param again other rates are wanted: {@link #run} is to be called
     * @param redraw other lines are wanted
     */
    RaceTable(Runnable again, Runnable redraw) {
        segments = new Segments(RATES, RaceTable::title, word -> {
            rate = word;
            again.run();
        });
        segments.show(rate);
        segments.element().setAttribute("aria-label", "Learning rates of the race");
        Html body = Html.of("tbody", "");
        for (int i = 0; i < entrants.size(); i++) {
            int which = i;
            hidden.add(false);
            HTMLElement name = Html.button(
                            "race-name entrant-" + i, entrants.get(i).name(), () -> {
                                hidden.set(which, !hidden.get(which));
                                names.get(which).setAttribute("aria-pressed", "" + !hidden.get(which));
                                redraw.run();
                            })
                    .attribute("aria-pressed", "true")
                    .attribute("title", "Show or hide its path")
                    .element();
            names.add(name);
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").add(name));
            List<HTMLElement> line = new ArrayList<>();
            for (int column = 0; column < 3; column++) {
                line.add(Html.of("td", "").element());
                row.add(line.get(column));
            }
            cells.add(line);
            body.add(row);
        }
        Html head = Html.of("tr", "");
        for (String title : List.of("Optimizer", "Rate", "Loss", "At a minimum")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(title));
        }
        element = Html.of("div", "race")
                .add(Html.of("div", "descent-setting")
                        .add(Html.of("span", "").text("Rates"))
                        .add(segments.element()))
                .add(Html.of("table", "race-table").add(Html.of("thead", "").add(head), body))
                .element();
    }

    private static String title(String word) {
        return word.equals(BEST) ? "each its best" : word.equals(PRESET) ? "Keras’ defaults" : "all " + word;
    }

    HTMLElement element() {
        return element;
    }

    /** Has all of them run. */
    void run(Surface surface, Slope slope, double[] start, int steps) {
        trials = entrants.stream()
                .map(each -> Race.run(each, rate(each), surface, slope, start, steps))
                .toList();
        for (int i = 0; i < trials.size(); i++) {
            RateTrio.Trial trial = trials.get(i);
            boolean arrives = trial.outcome().kind() == Course.Kind.CONVERGES;
            cells.get(i).get(0).textContent = Numbers.write(trial.rate());
            cells.get(i).get(2).textContent = !arrives
                    ? trial.outcome().kind().word()
                    : "in " + Numbers.count(trial.outcome().reached(), "step")
                            + (trial.outcome().lowest() ? "" : ", the higher one");
            names.get(i).parentElement.parentElement.classList.toggle("winner", wins(i));
        }
    }

    private boolean wins(int i) {
        Course mine = trials.get(i).outcome();
        boolean arrives = mine.kind() == Course.Kind.CONVERGES;
        return arrives
                && trials.stream()
                        .map(RateTrio.Trial::outcome)
                        .noneMatch(other -> other.kind() == Course.Kind.CONVERGES && other.reached() < mine.reached());
    }

    private Optional<Double> rate(Race.Entrant entrant) {
        return switch (rate) {
            case BEST -> Optional.empty();
            case PRESET -> Optional.of(Race.preset(entrant));
            default -> Optional.of(Numbers.read(rate));
        };
    }

    /** How many steps the longest path has. */
    int steps() {
        return trials.stream().mapToInt(trial -> trial.path().steps()).max().orElse(0);
    }

    /** Shows the losses after so many steps; returns the paths that are to be drawn. */
    List<SurfaceCanvas.Line> lines(int step) {
        List<SurfaceCanvas.Line> lines = new ArrayList<>();
        shown = step;
        for (int i = 0; i < trials.size(); i++) {
            Path path = trials.get(i).path();
            cells.get(i).get(1).textContent = Figures.of(path.at(shown).loss());
            if (!hidden.get(i)) {
                lines.add(new SurfaceCanvas.Line(path.first(shown), "entrant-" + i));
            }
        }
        return lines;
    }
}
