package dev.steep.ui.training;

import dev.steep.ui.element.Html;
import dev.steep.ui.network.LayerSettings;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import jsinterop.base.Js;

/** The settings of the selected layer, and below them those of training. */
public final class SettingsPanel {
    private final LayerSettings layer;
    private final HTMLElement element;
    private Runnable left = () -> {};

    public SettingsPanel(Lab lab) {
        layer = new LayerSettings(lab);
        element = Html.of("aside", "side side-settings")
                .attribute("aria-label", "Settings")
                .add(layer.element(), new TrainingSettings(lab).element())
                .on("keydown", event -> {
                    KeyboardEvent press = Js.uncheckedCast(event);
                    if (press.key.equals("Escape") && !event.defaultPrevented) {
                        left.run();
                    }
                })
                .element();
    }

    /** Brings the keyboard to the settings of the selected layer. */
    public void enter() {
        layer.enter();
    }

    /** What Escape does, in these settings. */
    public void leftTo(Runnable action) {
        left = action;
    }

    public HTMLElement element() {
        return element;
    }
}
