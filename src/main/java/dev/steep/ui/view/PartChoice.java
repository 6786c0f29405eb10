package dev.steep.ui.view;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.DataPart;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import java.util.List;

/** Which samples a view is about, those that validate or those that train. Where none validate, there is nothing to choose. */
public final class PartChoice {
    private static final String VALIDATION = "validation";
    private static final String TRAINING = "training";

    private final Runnable chosen;
    private final Segments words = new Segments(List.of(VALIDATION, TRAINING), word -> word, this::choose);
    private DataPart part = DataPart.VALIDATION;

    /**
     * @param about what is chosen, for those who cannot see it
     * @param chosen called when a person has chosen
     */
    public PartChoice(String about, Runnable chosen) {
        this.chosen = chosen;
        words.element().setAttribute("aria-label", about);
    }

    public HTMLElement element() {
        return words.element();
    }

    public DataPart part() {
        return part;
    }

    /** These data are open. */
    public void opened(DataFacts data) {
        boolean checked = data.parts().length > 1 && data.parts()[1] > 0;
        part = checked ? part : DataPart.TRAINING;
        words.element().hidden = !checked;
        words.show(part == DataPart.VALIDATION ? VALIDATION : TRAINING);
    }

    private void choose(String word) {
        part = word.equals(TRAINING) ? DataPart.TRAINING : DataPart.VALIDATION;
        chosen.run();
    }
}
