package dev.steep.ui.training;

import dev.steep.ui.element.Html;
import dev.steep.ui.network.LayerSettings;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** The settings of the selected layer, and below them those of training. */
public final class SettingsPanel {
    private final HTMLElement element;

    public SettingsPanel(Lab lab) {
        element = Html.of("aside", "side side-settings")
                .attribute("aria-label", "Settings")
                .add(new LayerSettings(lab).element(), new TrainingSettings(lab).element())
                .element();
    }

    public HTMLElement element() {
        return element;
    }
}
