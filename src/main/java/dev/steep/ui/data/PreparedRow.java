package dev.steep.ui.data;

import dev.steep.protocol.TableFacts;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** One input in the table of {@link PrepareSheet}: how it is spread before and after preparation, and the formula between. */
final class PreparedRow {
    private static final int HEIGHT = 28;
    private static final String[] WARPS = {"x", "ln x", "asinh x"};

    private final HTMLElement before = Html.of("td", "prepare-bars").element();
    private final HTMLElement after = Html.of("td", "prepare-bars").element();
    private final HTMLElement formula = Html.of("td", "prepare-formula").element();
    private final Lab lab;
    private final HTMLElement settings;
    private final HTMLElement element;
    private Optional<MissingMenu> missing = Optional.empty();

    /** @param setting what is chosen for it */
    PreparedRow(Lab lab, String name, HTMLElement setting) {
        this.lab = lab;
        settings = Html.of("td", "").add(setting).element();
        element = Html.of("tr", "")
                .add(Html.of("th", "")
                        .attribute("scope", "row")
                        .attribute("title", name)
                        .text(name))
                .add(settings, before, formula, after)
                .element();
    }

    HTMLElement element() {
        return element;
    }

    /** Offers what may stand for its missing values, if it has some. */
    void fill(Optional<TableFacts.Gap> gap) {
        if (gap.isEmpty() || missing.isEmpty()) {
            missing.ifPresent(each -> each.element().remove());
            missing = gap.map(each -> new MissingMenu(lab, each));
            missing.ifPresent(each -> settings.appendChild(each.element()));
        } else {
            missing.get().show(gap.get());
        }
    }

    void show(PreparedLook.Input input) {
        formula.textContent = formula(input.warp(), input.centre(), input.factor())
                + (input.missing() == 0 ? "" : " · " + input.missing() + " missing");
        draw(before, input, false, "before");
        draw(after, input, true, "after");
    }

    void clear() {
        Html.clear(before);
        Html.clear(after);
        formula.textContent = "";
    }

    /** {@code x' = (x − 5.84) / 0.83}. */
    static String formula(int warp, double centre, double factor) {
        String x = WARPS[warp];
        String moved = centre == 0 ? x : x + (centre < 0 ? " + " : " − ") + Figures.of(Math.abs(centre));
        if (factor == 1) {
            return "x′ = " + moved;
        }
        return "x′ = " + (centre == 0 ? moved : "(" + moved + ")") + " / " + Figures.of(1 / factor);
    }

    private static void draw(HTMLElement at, PreparedLook.Input input, boolean after, String when) {
        double low = input.low(after);
        double high = input.high(after);
        if (!(low <= high)) {
            Html.clear(at);
            return;
        }
        float[] bars = input.bars(after);
        float most = 1;
        for (float bar : bars) {
            most = Math.max(most, bar);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bars.length; i++) {
            if (bars[i] > 0) {
                double height = Math.max(1, Math.rint(HEIGHT * bars[i] / most));
                path.append('M').append(4 * i).append(' ').append(HEIGHT);
                path.append("v-")
                        .append((int) height)
                        .append("h3v")
                        .append((int) height)
                        .append('z');
            }
        }
        String ends = low == high ? Figures.of(low) : Figures.of(low) + " … " + Figures.of(high);
        at.innerHTML = "<svg viewBox='0 0 " + 4 * bars.length + " " + HEIGHT + "' role='img' aria-label='" + when
                + ": from " + Figures.of(low) + " to " + Figures.of(high) + "'><path d='" + path + "'/></svg>";
        at.appendChild(Html.of("small", "").text(ends).element());
    }
}
