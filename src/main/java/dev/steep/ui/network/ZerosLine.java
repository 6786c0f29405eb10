package dev.steep.ui.network;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.ZerosLook;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** How many units of a layer are 0 for every training sample, in words on its card: {@code relu: 3 of 8 units are 0 for every sample}. */
final class ZerosLine {
    private static final String UNCOUNTED = "not counted yet";
    private static final String WAITS = "counted when training pauses";

    private final Look look;
    private final String activation;
    private final String noun;
    private boolean known;
    private final HTMLElement element = Html.of("p", "layer-zeros").element();

    /**
     * @param activation that rests at 0
     * @param noun what the layer's units are called: unit, map
     * @param output the tensor that the layer gives
     */
    ZerosLine(String activation, String noun, String output) {
        this.activation = activation;
        this.noun = noun;
        look = new ZerosLook(output);
        Html.shows(element, "zeros", look);
        say(UNCOUNTED, "", false);
    }

    HTMLElement element() {
        return element;
    }

    Look look() {
        return look;
    }

    /** Training begins or ends: says when a count that is not known will be. */
    void training(boolean now) {
        if (!known) {
            draw(new float[0], now);
        }
    }

    /** @param numbers of the look; none while it is not known */
    void draw(float[] numbers, boolean training) {
        known = numbers.length == 3;
        if (!known) {
            say(training ? WAITS : UNCOUNTED, "Units that are 0 for every training sample", false);
            return;
        }
        int zeros = (int) numbers[0];
        int units = (int) numbers[1];
        String samples = Numbers.count((int) numbers[2], "training sample");
        String words = zeros == 0
                ? "no " + noun + " is 0 for every sample"
                : Numbers.grouped(zeros) + " of " + Numbers.count(units, noun) + (zeros == 1 ? " is" : " are")
                        + " 0 for every sample";
        say(
                words,
                zeros == 0
                        ? "Each " + noun + " is other than 0 for some of the " + samples
                        : "For all " + samples + ": they add nothing, and no gradient gets past them",
                zeros > 0);
    }

    private void say(String words, String title, boolean some) {
        String sentence = activation + ": " + words;
        if (!sentence.equals(element.textContent) || !title.equals(element.title)) {
            element.textContent = sentence;
            element.title = title;
            element.classList.toggle("some", some);
        }
    }
}
