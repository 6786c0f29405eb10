package dev.steep.ui.network;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Norms;
import dev.steep.protocol.look.NormsLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** How much of a layer's weights a step of training changes, on its card; the norms that say so, where it is pointed at. */
final class NormsLine {
    private static final String UNKNOWN = "–";

    private final Look look;
    private final HTMLElement element = Html.of("p", "layer-norms").element();

    /** @param kernel the tensor of the weights */
    NormsLine(String kernel) {
        look = new NormsLook(kernel);
        Html.shows(element, "norms-line", look);
        draw(new float[0]);
    }

    HTMLElement element() {
        return element;
    }

    Look look() {
        return look;
    }

    /** @param numbers of the look; none while it is not known */
    void draw(float[] numbers) {
        Norms norms = Norms.of(numbers);
        boolean known = norms.ratio() >= 0 && norms.ratio() < Double.POSITIVE_INFINITY;
        element.hidden = !known;
        String words = known ? "changed by " + Figures.of(100 * norms.ratio()) + "\u00A0%" : "";
        if (!words.equals(element.textContent)) {
            element.textContent = words;
            element.title =
                    "So much of their norm the last step changed the weights; in a training that goes well it is often about"
                            + " 0.1 %. Norms: weights " + figure(norms.weight()) + ", gradient "
                            + figure(norms.gradient())
                            + ", change " + figure(norms.change());
        }
    }

    private static String figure(double number) {
        return Double.isNaN(number) ? UNKNOWN : Figures.of(number);
    }
}
