package dev.steep.ui.element;

import dev.steep.catalog.Unit;
import dev.steep.protocol.DataFacts;

/** What is predicted of a sample, or is true of it, as people read it. */
public final class AnswerText {
    private AnswerText() {}

    /** The name of a class by its number, or a number with its unit: {@code Adelie}, {@code 3,912 g}. */
    public static String of(DataFacts data, double answer) {
        int index = (int) answer;
        if (data.classes().isEmpty()) {
            return number(data, 0, answer);
        }
        return index >= 0 && index < data.classes().size() ? data.classes().get(index) : Figures.of(answer);
    }

    /** One of the numbers that are predicted, with its unit. */
    public static String number(DataFacts data, int place, double number) {
        String figures = Figures.of(number);
        return place < data.targets().size() ? Unit.with(figures, data.targets().get(place)) : figures;
    }
}
