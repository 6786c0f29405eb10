package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.Wiring;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cards in their places, from the chosen sample to the answer, with gaps between them and arcs for what is passed on by name. The card of
 * a layer that has not changed stays the same.
 */
final class CardRow {
    /** Makes what stands in the row. */
    interface Maker {
        InputCard input(DataFacts data);

        LayerCard card(int place, LayerCard.Content content);

        /** Between two cards, where a layer may be added. @param after what is before it */
        HTMLElement gap(int place, String after);

        /** In place of the layers that there are none of. */
        HTMLElement invitation();
    }

    private final HTMLElement row;
    private final Shortcuts shortcuts;
    private String shownRows = "";
    private Optional<String> shown = Optional.empty();
    private Optional<InputCard> input = Optional.empty();
    private List<LayerCard> cards = new ArrayList<>();

    CardRow(HTMLElement row) {
        this.row = row;
        shortcuts = new Shortcuts(row);
    }

    /** The card of the chosen sample, where there are data. */
    Optional<InputCard> input() {
        return input;
    }

    /** The cards of the layers. */
    List<LayerCard> layers() {
        return cards;
    }

    /** Whether the cards show this already: a learning rate, say, is on none of them. */
    boolean shows(Report.Opened opened, List<Choice> layers) {
        return shown.filter(key(opened, layers)::equals).isPresent();
    }

    private static String key(Report.Opened opened, List<Choice> layers) {
        List<LayerCard.Content> contents = contents(opened, layers);
        return rows(opened) + contents.stream().map(LayerCard.Content::key).toList();
    }

    private static String rows(Report.Opened opened) {
        DataFacts data = opened.data();
        return opened.rows() + data.name() + data.inputs() + Figures.shape(data.shape()) + Figures.shape(data.parts());
    }

    /** Shows what is open. @param layers of its recipe */
    void show(Report.Opened opened, List<Choice> layers, Maker maker) {
        DataFacts data = opened.data();
        shown = Optional.of(key(opened, layers));
        List<LayerCard.Content> contents = contents(opened, layers);
        String rows = rows(opened);
        boolean otherData = !rows.equals(shownRows);
        if (otherData) {
            shownRows = rows;
            input = data.shape().length == 0 ? Optional.empty() : Optional.of(maker.input(data));
        }
        List<LayerCard> before = otherData ? List.of() : cards;
        cards = new ArrayList<>();
        row.textContent = "";
        input.ifPresent(card -> row.appendChild(card.element()));
        for (int i = 0; i < contents.size(); i++) {
            LayerCard card = i < before.size()
                            && before.get(i)
                                    .content()
                                    .key()
                                    .equals(contents.get(i).key())
                    ? before.get(i)
                    : maker.card(i, contents.get(i));
            row.appendChild(maker.gap(
                    i, i == 0 ? "the input" : opened.layers().get(i - 1).name()));
            row.appendChild(card.element());
            cards.add(card);
        }
        row.appendChild(layers.isEmpty() ? maker.invitation() : maker.gap(layers.size(), "the last layer"));
        shortcuts.show(arcs(layers));
    }

    private static List<LayerCard.Content> contents(Report.Opened opened, List<Choice> layers) {
        List<LayerCard.Content> contents = new ArrayList<>();
        int[] shape = opened.data().inputShape();
        String tensor = InputCard.INPUT;
        for (int i = 0; i < opened.layers().size() && i < layers.size(); i++) {
            LayerFacts facts = opened.layers().get(i);
            boolean last = i == layers.size() - 1;
            contents.add(new LayerCard.Content(
                    layers.get(i), facts, shape, tensor, opened.data(), last, problem(opened, i)));
            shape = facts.shape();
            tensor = facts.output();
        }
        return contents;
    }

    private static Optional<ProblemFacts> problem(Report.Opened opened, int layer) {
        return opened.problems().stream()
                .filter(problem -> problem.layer() == layer)
                .findFirst();
    }

    /** From each layer to those that take its output by its name. */
    private List<Shortcuts.Arc> arcs(List<Choice> layers) {
        List<Shortcuts.Arc> arcs = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            for (String name : Layers.of(layers.get(i)).from()) {
                HTMLElement to = cards.get(i).element();
                if (name.equals(Wiring.INPUT)) {
                    input.ifPresent(card -> arcs.add(new Shortcuts.Arc(card.element(), to)));
                }
                for (int k = 0; k < i; k++) {
                    if (LayerNames.name(layers.get(k)).equals(name)) {
                        arcs.add(new Shortcuts.Arc(cards.get(k).element(), to));
                    }
                }
            }
        }
        return arcs;
    }

    /** Draws the arcs where the cards are now. */
    void placeShortcuts() {
        shortcuts.place();
    }

    /** Finds out which cards show less than they have. */
    void measure() {
        cards.forEach(LayerCard::measure);
    }

    /** How high it is where every card shows all that it has. */
    int wholeHeight() {
        int most = row.offsetHeight;
        int frame = cards.isEmpty() ? 0 : row.offsetHeight - cards.get(0).element().offsetHeight;
        int highest = 0;
        for (LayerCard card : cards) {
            highest = Math.max(highest, card.wholeHeight());
        }
        return cards.isEmpty() ? most : highest + frame;
    }
}
