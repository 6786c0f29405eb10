package dev.steep.ui.network;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.LayerFacts;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The numbers of a layer with the arithmetic behind them: shape, weights, cost, memory, receptive field. */
final class LayerNumbers {
    /** How many texts of {@link LayerFacts#workings} belong together. */
    private static final int TEXTS = 3;

    private LayerNumbers() {}

    /** A list, one number to a line. */
    static HTMLElement of(LayerFacts layer) {
        Html list = Html.of("dl", "layer-numbers");
        List<String> all = layer.workings();
        if (all.isEmpty()) {
            return Html.of("p", "").text("Does not fit here").element();
        }
        for (int i = 0; i + 2 < all.size(); i += TEXTS) {
            list.add(Glossary.text(Html.of("dt", "").element(), all.get(i)))
                    .add(Html.of("dd", "").text(all.get(i + 1)).element());
            if (!all.get(i + 2).isEmpty()) {
                list.add(Html.of("dd", "layer-how").text(all.get(i + 2)));
            }
        }
        long fixed = layer.parameters() - layer.trainable();
        if (fixed > 0) {
            list.add(Html.of("dt", "").text("Non-trainable"))
                    .add(Html.of("dd", "").text(Numbers.grouped(fixed)));
        }
        return list.element();
    }

    /** The same as lines of text, for what is shown when a card is pointed at. */
    static String text(LayerFacts layer) {
        StringBuilder text = new StringBuilder();
        List<String> all = layer.workings();
        for (int i = 0; i + 2 < all.size(); i += TEXTS) {
            String how = all.get(i + 2).isEmpty() ? "" : ":  " + all.get(i + 2);
            text.append(i == 0 ? "" : "\n")
                    .append(all.get(i))
                    .append(' ')
                    .append(all.get(i + 1))
                    .append(how);
        }
        return text.toString();
    }
}
