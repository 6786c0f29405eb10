package dev.steep.ui.diagram;

import dev.steep.catalog.Choice;
import dev.steep.network.Layers;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What stands above a column: its name, and which of its units are shown or how many it has, with buttons that change that. */
final class DiagramHead {
    private final Lab lab;

    DiagramHead(Lab lab) {
        this.lab = lab;
    }

    /**
     * @param room how wide it may be, in pixels; a longer name is cut off
     * @param first the first unit that is shown
     * @param turns is told which is to be the first instead
     */
    HTMLElement of(DiagramColumn column, DiagramPlacement.Spot spot, int room, int first, IntConsumer turns) {
        Html head = Html.of("div", "diagram-head");
        if (column.layer() == DiagramColumn.INPUT) {
            head.add(Html.of("b", "").text(column.name()));
        } else {
            head.add(Html.button("diagram-layer", column.name(), () -> lab.select(Optional.of(column.layer())))
                    .attribute("title", column.name() + " " + column.words() + ": its settings"));
        }
        Html under = Html.of("span", "diagram-under");
        int parts = column.parts();
        if (column.isRow() && !DiagramPlacement.isList(column) && parts > DiagramPlacement.MOST) {
            under.add(
                    turn(
                            "‹",
                            "Units before of " + column.name(),
                            first > 0,
                            () -> turns.accept(Math.max(0, first - DiagramPlacement.MOST))),
                    Html.of("span", "").text((first + 1) + "–" + (first + spot.shown()) + " of " + parts),
                    turn(
                            "›",
                            "Units after of " + column.name(),
                            first + DiagramPlacement.MOST < parts,
                            () -> turns.accept(
                                    Math.min(parts - DiagramPlacement.MOST, first + DiagramPlacement.MOST))));
        } else {
            resize(column).ifPresent(fewer -> under.add(fewer[0]));
            under.add(Html.of("span", "").text(Figures.shape(column.shape())));
            resize(column).ifPresent(more -> under.add(more[1]));
        }
        head.add(under);
        head.element().style.setProperty("max-width", room + "px");
        head.element().style.setProperty("left", spot.left() + spot.width() / 2 + "px");
        return head.element();
    }

    /** Buttons for a unit less and one more. */
    private Optional<Html[]> resize(DiagramColumn column) {
        if (column.layer() == DiagramColumn.INPUT
                || column.layer() == lab.recipe().layers().size() - 1) {
            return Optional.empty();
        }
        Choice choice = lab.recipe().layers().get(column.layer());
        return Layers.of(choice).size().map(size -> {
            int now = choice.get(size);
            return new Html[] {
                sized("−", "One less in " + column.name(), column.layer(), now - 1),
                sized("+", "One more in " + column.name(), column.layer(), now + 1)
            };
        });
    }

    private Html sized(String sign, String label, int layer, int size) {
        Html button = Html.button("diagram-turn", sign, () -> {
                    List<Choice> layers = new ArrayList<>(lab.recipe().layers());
                    Choice choice = layers.get(layer);
                    Layers.of(choice).size().ifPresent(knob -> {
                        layers.set(layer, choice.with(knob, size));
                        lab.change(lab.recipe().withLayers(layers));
                    });
                })
                .attribute("aria-label", label)
                .attribute("title", label + " (starts anew)");
        button.asButton().disabled = size < 1;
        return button;
    }

    private static Html turn(String sign, String label, boolean there, Runnable action) {
        Html button = Html.button("diagram-turn", sign, action).attribute("aria-label", label);
        button.asButton().disabled = !there;
        return button;
    }
}
