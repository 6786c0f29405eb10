package dev.steep.ui.training;

import dev.steep.browser.Downloads;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.network.callback.Callback;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** Saves what callbacks have written so far, a button for each of their files. */
final class LogButtons implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement element = Html.of("div", "log-buttons").element();
    private final List<HTMLButtonElement> buttons = new ArrayList<>();
    private List<Choice> shown = List.of();

    LogButtons(Lab lab) {
        this.lab = lab;
        element.hidden = true;
        changed(lab.recipe());
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        if (recipe.callbacks().equals(shown)) {
            return;
        }
        shown = recipe.callbacks();
        Html.clear(element);
        buttons.clear();
        Python script = new Python(); // its files have the names that they have in the Keras script
        for (int i = 0; i < shown.size(); i++) {
            if (Callback.effect(shown.get(i)) == Callback.Effect.WRITES) {
                int place = i;
                String file = script.file("training.csv");
                buttons.add(Html.button("btn bar-button", "Save " + file, () -> save(file, place))
                        .attribute("title", "All epochs of this run so far, as Keras' CSVLogger writes them")
                        .asButton());
            }
        }
        buttons.forEach(element::appendChild);
        element.hidden = buttons.isEmpty();
        enable();
    }

    @Override
    public void opened(Report.Opened opened) {
        changed(lab.recipe());
    }

    @Override
    public void progressed(Report.Progress progress) {
        enable();
    }

    private void enable() {
        boolean empty = lab.run().epochs().isEmpty();
        for (HTMLButtonElement each : buttons) {
            if (each.disabled != empty) {
                each.disabled = empty;
            }
        }
    }

    private void save(String file, int place) {
        Downloads.save(file, LoggedEpochs.text(lab.run().epochs(), shown, place));
    }
}
