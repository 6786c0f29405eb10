package dev.steep.ui;

import elemental2.dom.HTMLElement;

/** The settings of the selected layer, and below them those of training. */
final class SettingsPanel {
    private final HTMLElement element;

    SettingsPanel(Lab lab) {
        element = Html.of("aside", "side side-settings")
                .attribute("aria-label", "Settings")
                .add(new LayerSettings(lab).element(), new TrainingSettings(lab).element())
                .element();
    }

    HTMLElement element() {
        return element;
    }
}
