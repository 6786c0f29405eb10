package dev.steep.ui.seeing;

import dev.steep.picture.ClassColours;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** Colours of samples by their class, or by the number to predict; and the legend. */
final class SampleColours {
    private final boolean classes;
    private final Scale scale;
    private final Range range;

    /** @param truths of all samples that are shown */
    SampleColours(DataFacts data, float[] truths) {
        classes = !data.classes().isEmpty();
        range = Range.of(truths);
        scale = new Scale(Ramp.MAGNITUDE, range.low(), range.high());
    }

    /** {@code #9444ad} */
    String css(double truth) {
        return classes
                ? ClassColours.css((int) truth)
                : "#" + Integer.toHexString(0x1000000 | scale.colour(truth)).substring(1);
    }

    /** Fills a legend: the classes, or both ends of the scale. */
    void legend(HTMLElement place, DataFacts data) {
        Html.clear(place);
        if (classes) {
            for (int i = 0; i < data.classes().size(); i++) {
                entry(place, ClassColours.css(i), data.classes().get(i));
            }
        } else {
            entry(place, css(range.low()), AnswerText.of(data, range.low()));
            entry(place, css(range.high()), AnswerText.of(data, range.high()));
        }
    }

    private static void entry(HTMLElement place, String colour, String words) {
        HTMLElement swatch = Html.of("i", "").element();
        swatch.style.setProperty("background", colour);
        place.appendChild(Html.of("span", "")
                .add(swatch)
                .add(Html.of("span", "").text(words))
                .element());
    }
}
