package dev.steep.ui.data;

import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.Arrays;

/**
 * One sample of the data set as a thing to press.
 *
 * @param row its place in the data set
 * @param raw its numbers before preparation
 * @param target its class index, or its first number
 */
record SampleTile(DataFacts facts, int row, float[] raw, float target) {
    private static final int PIXELS = 28;

    /** Images that are a little larger have larger tiles, rather than broken pixels. */
    private static final int LARGE = 36;

    private static final int MOST_NUMBERS = 3;

    /** The i-th of a series of samples. */
    static SampleTile of(DataFacts facts, int[] rows, float[] x, float[] y, int i) {
        int size = facts.size();
        return new SampleTile(facts, rows[i], Arrays.copyOfRange(x, i * size, (i + 1) * size), y[i]);
    }

    /** Whether these images take larger tiles. */
    static boolean large(DataFacts facts) {
        int side = Math.max(facts.shape()[0], facts.shape()[1]);
        return side > PIXELS && side <= LARGE;
    }

    /** What the sample is: its class, or the number to predict. */
    String label() {
        return AnswerText.of(facts, target);
    }

    /** {@code sample 7, label 9}; {@code sample 7, cat}. */
    String caption() {
        String label = label();
        boolean number = !label.isEmpty() && Character.isDigit(label.charAt(0)); // a name speaks for itself
        String what = facts.classes().isEmpty() ? facts.targets().get(0) + " " : number ? "label " : "";
        return "sample " + row + ", " + what + label;
    }

    /** A picture of an image, a line of numbers of anything else. */
    HTMLElement button(Runnable press) {
        Html button = Html.button(facts.image() ? "tile" : "tile-row", "", press)
                .attribute("title", caption())
                .attribute("aria-pressed", "false");
        if (facts.image()) {
            return button.attribute("aria-label", caption())
                    .add(SampleCanvas.of(facts, raw, large(facts) ? LARGE : PIXELS))
                    .element();
        }
        if (facts.series()) {
            return button.add(SeriesLine.of(raw, facts))
                    .add(Html.of("b", "").text(label()))
                    .element();
        }
        for (int i = 0; i < Math.min(MOST_NUMBERS, raw.length); i++) {
            button.add(Html.of("span", "").text(Figures.of(raw[i])));
        }
        return button.add(Html.of("b", "").text(label())).element();
    }
}
