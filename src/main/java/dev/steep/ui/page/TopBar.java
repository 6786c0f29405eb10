package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.data.DatasetPicker;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.share.ShareDialog;
import dev.steep.ui.state.Lab;
import dev.steep.ui.training.TrainControls;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** The bar at the top: what is trained, the controls of training, and what concerns the page as a whole. */
public final class TopBar implements CommandSource {
    private static final String ACTION = "Action";

    private final Lab lab;
    private final ShareDialog share;
    private final ThemeSwitch theme = new ThemeSwitch();
    private final HTMLButtonElement undo =
            arrow("Undo", "M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6", "Ctrl+Z", this::undo);
    private final HTMLButtonElement redo =
            arrow("Redo", "M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10", "Ctrl+Shift+Z", this::redo);
    private final HTMLElement element;

    public TopBar(Lab lab, DatasetPicker data, TrainControls controls, Keys keys, ShareDialog share) {
        this.lab = lab;
        this.share = share;
        element = Html.of("header", "top-bar")
                .add(Brand.on(Html.of("h1", "brand")))
                .add(data.element(), controls.element())
                .add(Html.of("div", "bar-end")
                        .add(undo, redo)
                        .add(Html.of("a", "btn bar-button help-button")
                                .attribute("href", HelpLink.PAGE + "help")
                                .attribute("target", "steep-help")
                                .attribute("title", "Every layer, loss, optimizer and word explained, with live plots")
                                .text("Help"))
                        .add(Html.button("btn bar-button keys-button", "?", keys::open)
                                .attribute("aria-label", "? Keys and views")
                                .attribute("title", "What each key does, what each view shows (?)"))
                        .add(Html.button("btn bar-button share", "Share", share::open)
                                .attribute("title", "This experiment as a link, in a page, or as a QR code"))
                        .add(theme.element()))
                .add(new ProgressLine(lab).element())
                .element();
        keys.edits(this::undo, this::redo);
        lab.listen(new Lab.Listener() {
            @Override
            public void changed(Recipe recipe) {
                enable();
            }

            @Override
            public void opened(Report.Opened opened) {
                enable();
            }

            @Override
            public void lost(String sentence) {
                enable();
            }
        });
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        if (lab.edits().canUndo()) {
            commands.add(Command.of("Undo", ACTION, "Takes the last change back, weights included.", this::undo)
                    .byKey("Ctrl+Z"));
        }
        if (lab.edits().canRedo()) {
            commands.add(Command.of("Redo", ACTION, "Makes the change again that was undone.", this::redo)
                    .byKey("Ctrl+Shift+Z"));
        }
        commands.add(Command.of("Share", ACTION, "This experiment as a link, in a page, or as a QR code.", share::open)
                .called(List.of("link", "embed", "QR code")));
        commands.add(Command.of("Theme", ACTION, "Light, dark, or as the system is: changes to the next.", theme::turn)
                .called(List.of("dark mode", "light mode"))
                .now(theme.name()));
        return commands;
    }

    private static HTMLButtonElement arrow(String word, String path, String key, Runnable action) {
        HTMLButtonElement button = Html.button("btn bar-button edit-button", "", action)
                .attribute("aria-label", word)
                .attribute("title", word + " the last change of the experiment, weights included (" + key + ")")
                .asButton();
        button.innerHTML = "<svg viewBox='0 0 16 16' width='16' height='16' fill='none' stroke='currentColor'"
                + " stroke-width='1.5' stroke-linejoin='round' stroke-linecap='round' aria-hidden='true'><path d='"
                + path + "'/></svg>";
        button.disabled = true;
        return button;
    }

    private void enable() {
        undo.disabled = !lab.edits().canUndo();
        redo.disabled = !lab.edits().canRedo();
    }

    /** Undoes the last edit, if there is one. */
    void undo() {
        if (lab.edits().canUndo()) {
            lab.undo(this::told);
        }
    }

    /** Takes the last undoing back, if there is one. */
    void redo() {
        if (lab.edits().canRedo()) {
            lab.redo(this::told);
        }
    }

    private void told(Report report) {
        enable();
        if (report instanceof Report.Refused refused) {
            lab.tell(refused.sentence(), true);
        }
    }

    public HTMLElement element() {
        return element;
    }
}
