package dev.steep.ui.prediction;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Html;
import dev.steep.ui.seeing.DataFeed;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The curves of simple models beside the network's, each of which is switched by its word; its swatch is the legend. */
final class FitModels {
    /**
     * @param place among the simple models of the engine
     * @param colour a variable of the style sheet
     */
    private record Model(int place, String words, String colour) {}

    private static final List<Model> MODELS = List.of(
            new Model(1, "straight line", "--model-line"),
            new Model(2, "polynomial of degree 3", "--model-polynomial"),
            new Model(3, "5 nearest neighbours", "--model-neighbours"));

    static final List<String> COLOURS = MODELS.stream().map(Model::colour).toList();

    private final HTMLElement button = Html.button("chart-log", "simple models", this::turn)
            .attribute("aria-pressed", "false")
            .attribute("title", "Curves of models that are fitted at once to the same training part")
            .element();
    private final HTMLElement element = Html.of("div", "fit-models")
            .attribute("role", "group")
            .attribute("aria-label", "Simple models")
            .element();
    private final List<HTMLElement> chips = new ArrayList<>();
    private final TreeMap<Integer, float[]> curves = new TreeMap<>();
    private final List<Integer> on = new ArrayList<>();
    private final DataFeed feed;
    private final Runnable changed;
    private GridLook line = GridLook.line(0, 1, 1);

    /** @param changed draws the curves, which are others now */
    FitModels(Lab lab, Runnable changed) {
        this.changed = changed;
        feed = new DataFeed(lab, "fit-models", this::looks, this::take);
        for (int i = 0; i < MODELS.size(); i++) {
            int model = i;
            HTMLElement swatch = Html.of("i", "").element();
            swatch.style.setProperty("background", "var(" + MODELS.get(i).colour() + ")");
            HTMLElement chip = Html.button("fit-model", "", () -> press(model))
                    .attribute("aria-pressed", "false")
                    .add(swatch)
                    .add(Html.of("span", "").text(MODELS.get(i).words()))
                    .element();
            chips.add(chip);
            element.appendChild(chip);
        }
        element.hidden = true;
    }

    /** Shows or hides all of them. */
    HTMLElement button() {
        return button;
    }

    HTMLElement element() {
        return element;
    }

    /** Other data, or the same prepared otherwise. */
    void opened(Report.Opened opened, GridLook over) {
        line = over;
        feed.opened(opened);
        feed.blank();
        curves.clear();
        feed.again();
    }

    void show() {
        feed.show();
    }

    void hide() {
        feed.hide();
    }

    private void turn() {
        element.hidden = !element.hidden;
        button.setAttribute("aria-pressed", "" + !element.hidden);
        if (!element.hidden && on.isEmpty()) {
            press(0);
        }
        feed.again();
        changed.run();
    }

    private void press(int model) {
        if (!on.remove((Integer) model)) {
            on.add(model);
        }
        chips.get(model).setAttribute("aria-pressed", "" + on.contains(model));
        feed.again();
        changed.run();
    }

    private List<Look> looks() {
        return element.hidden
                ? List.of()
                : on.stream()
                        .<Look>map(model -> new BaselineLook(MODELS.get(model).place(), line))
                        .toList();
    }

    private void take(Report.Picture picture) {
        for (int i = 0; i < on.size() && i < picture.numbers().size(); i++) {
            curves.put(on.get(i), picture.numbers().get(i));
        }
        changed.run();
    }

    /** What each is called in a figure: the empty text for those that are not shown. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MODELS.size(); i++) {
            names.add(curve(i).isPresent() ? MODELS.get(i).words() : "");
        }
        return names;
    }

    /** The numbers of each along the line; nothing of those that are not shown. */
    List<Optional<float[]>> curves() {
        List<Optional<float[]>> all = new ArrayList<>();
        for (int i = 0; i < MODELS.size(); i++) {
            all.add(curve(i));
        }
        return all;
    }

    private Optional<float[]> curve(int model) {
        return Optional.ofNullable(curves.get(model)).filter(each -> !element.hidden && on.contains(model));
    }
}
