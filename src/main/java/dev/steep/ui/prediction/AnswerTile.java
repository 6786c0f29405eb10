package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.data.SampleCells;
import dev.steep.ui.data.SeriesLine;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;

/** A sample, and what the network says of it; pressed, it becomes the sample that the whole page shows. */
final class AnswerTile {
    private static final int PIXELS = 42;

    /** How many numbers or cells of a sample are shown. */
    private static final int SHOWN = 4;

    /** How many cells are read out, and shown under the pointer. */
    private static final int SPOKEN = 12;

    private final DataFacts data;
    private final int row;
    private final double truth;
    private final HTMLElement words = Html.of("span", "prediction-words").element();
    private final HTMLElement details = Html.of("span", "prediction-details").element();
    private final HTMLElement sampled = Html.of("span", "prediction-sample").element();
    private final HTMLElement element;
    private String spoken;

    /** @param sample its raw numbers */
    AnswerTile(Lab lab, DataFacts data, int row, double truth, float[] sample, ChosenBar bar) {
        this.data = data;
        this.row = row;
        this.truth = truth;
        Html box = Html.button("prediction", "", () -> {
                    lab.choose(row);
                    bar.show(row, truth);
                })
                .attribute("title", "Show sample " + row);
        if (data.image()) {
            box.add(SampleCanvas.of(data, sample, PIXELS));
        } else if (data.series()) {
            box.add(SeriesLine.of(sample, data));
        } else {
            sampled.textContent = numbers(sample);
            box.add(sampled);
        }
        element = box.add(words, details).element();
        spoken = "sample " + row + ": " + (data.image() || data.series() ? "" : numbers(sample) + " ");
        details.hidden = true;
        show("is " + name(truth), false);
    }

    /** The samples come from a table: what stands there takes the place of the numbers that were made of it. */
    static void fill(List<AnswerTile> tiles, SampleCells table) {
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).cells(table.names(), table.of(i));
        }
    }

    private void cells(List<String> names, List<String> cells) {
        int few = Math.min(SHOWN, cells.size());
        sampled.textContent = String.join("  ", cells.subList(0, few)) + (cells.size() > few ? " …" : "");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.min(SPOKEN, cells.size()); i++) {
            all.append(i == 0 ? "" : ", ").append(names.get(i)).append(' ').append(cells.get(i));
        }
        sampled.title = all + (cells.size() > SPOKEN ? " …" : "");
        String before = spoken;
        spoken = "sample " + row + ": " + all + " ";
        String label = element.getAttribute("aria-label");
        element.setAttribute("aria-label", spoken + label.substring(Math.min(label.length(), before.length())));
    }

    /** More about what the network says. */
    void details(String text) {
        details.hidden = false;
        if (!text.equals(details.textContent)) {
            details.textContent = text;
        }
        element.setAttribute("aria-label", spoken + words.textContent + ", " + text);
    }

    HTMLElement element() {
        return element;
    }

    int row() {
        return row;
    }

    /** Nothing is known of what the network says. */
    void unsaid() {
        show("is " + name(truth), false);
        element.classList.add("unsaid");
    }

    /** The network says so. Returns whether it is the wrong class. */
    boolean said(double prediction) {
        boolean classes = !data.classes().isEmpty();
        boolean wrong = classes && truth != prediction;
        show(wrong || !classes ? "said " + name(prediction) + ", is " + name(truth) : name(truth), wrong);
        if (classes && !wrong) {
            element.setAttribute("aria-label", spoken + name(truth) + ", right");
        }
        element.classList.remove("unsaid");
        return wrong;
    }

    private void show(String text, boolean wrong) {
        element.classList.toggle("wrong", wrong);
        if (!text.equals(words.textContent)) {
            words.textContent = text;
        }
        element.setAttribute("aria-label", spoken + text);
    }

    private String name(double answer) {
        return AnswerText.of(data, answer);
    }

    /** The first few numbers of a sample that is no image. */
    private static String numbers(float[] sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, sample.length); i++) {
            text.append(i == 0 ? "" : "  ").append(Figures.of(sample[i]));
        }
        return text + (sample.length > SHOWN ? " …" : "");
    }
}
