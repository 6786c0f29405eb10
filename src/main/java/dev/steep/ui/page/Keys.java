package dev.steep.ui.page;

import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.results.Views;
import dev.steep.ui.training.TrainControls;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.List;
import jsinterop.base.Js;

/** What each key does, and the list of them. */
public final class Keys implements CommandSource {
    /** One key: {@code name} is what the list calls it, {@code word} what it does, by which the palette finds it. */
    private record Key(String key, String name, String word, String about, Runnable action) {}

    private static final String TYPING =
            "input:not([type=range]):not([type=checkbox]), select, textarea," + " [contenteditable], dialog[open]";
    private static final String PRESSABLE = "button, a, summary, input, [role=button], [role=tab], [tabindex]";

    private final List<Key> keys;
    private final Dialog dialog = new Dialog("keys-dialog", "Keys");
    private Runnable undo = () -> {};
    private Runnable redo = () -> {};
    private Runnable search = () -> {};

    public Keys(TrainControls controls) {
        keys = List.of(
                new Key(" ", "Space", "Train or pause", "train, or pause", controls::toggle),
                new Key("s", "S", "Step", "train one step", controls::step),
                new Key("e", "E", "Epoch", "train one epoch", controls::epoch),
                new Key("r", "R", "Reset", "back to the first weights", controls::reset),
                new Key("/", "/", "Find", "find anything by name, and do it; Ctrl+K does too", () -> search.run()),
                new Key("?", "?", "Keys and views", "this list", this::open));
        Html list = Html.of("dl", "keys");
        keys.forEach(key -> list.add(Html.of("dt", "").add(Html.of("kbd", "").text(key.name())))
                .add(Html.of("dd", "").text(key.about())));
        about(list, "Ctrl+Z", "undo the last change of the experiment");
        about(list, "Ctrl+Shift+Z", "redo it; Ctrl+Y does too");
        Html strip = Html.of("dl", "keys");
        about(strip, "← →", "from layer to layer, sample to sample, prediction to prediction");
        about(strip, "Enter", "into the settings of a layer");
        about(strip, "Escape", "back to its card; closes what is open");
        about(strip, "↓ ↑", "from a layer to its pictures and back; Enter opens one large, with its numbers");
        about(strip, "Shift+← →", "select several layers; Ctrl+A all of them");
        about(strip, "Alt+← →", "move the selected layers");
        about(strip, "Ctrl+D", "duplicate them");
        about(strip, "Ctrl+C, Ctrl+V", "copy and paste them as Keras code");
        about(strip, "Delete", "remove them");
        about(strip, "↑ ↓", "on the line under the network: its height");
        about(strip, "Page Down, Page Up", "in Backprop: the next stage, the one before");
        Html views = Html.of("dl", "keys view-list");
        Views.ALL.forEach(view -> views.add(Html.of("dt", "").text(view.title()))
                .add(Html.of("dd", "").text(view.about())));
        HTMLElement help = Html.of("p", "keys-help")
                .add(Html.of("a", "")
                        .attribute("href", HelpLink.PAGE + "help")
                        .attribute("target", "steep-help")
                        .text("Help on everything that can be picked, and on the words of the field"))
                .element();
        dialog.add(
                help,
                list.element(),
                heading("In the network"),
                strip.element(),
                heading("Views of the results"),
                views.element());
        DomGlobal.document.addEventListener("keydown", this::pressed);
    }

    /** What Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y do; with Cmd on a Mac. */
    void edits(Runnable undoing, Runnable redoing) {
        undo = undoing;
        redo = redoing;
    }

    /** What / and Ctrl+K do. */
    public void finds(Runnable searching) {
        search = searching;
    }

    @Override
    public List<Command> commands() {
        return keys.stream()
                .filter(key -> !key.key().equals("/"))
                .map(key -> Command.of(key.word(), "Action", sentence(key.about()), key.action())
                        .byKey(key.name()))
                .toList();
    }

    private static String sentence(String about) {
        return Character.toUpperCase(about.charAt(0)) + about.substring(1) + ".";
    }

    /** A field that is typed into has an undo of its own. */
    private void edit(KeyboardEvent press) {
        String key = press.key.toLowerCase();
        boolean back = key.equals("z") && !press.shiftKey;
        boolean forth = key.equals("z") && press.shiftKey || key.equals("y");
        if (back || forth) {
            press.preventDefault();
            (back ? undo : redo).run();
        }
    }

    public HTMLElement element() {
        return dialog.element();
    }

    /** Shows the list. */
    void open() {
        dialog.open();
    }

    private static HTMLElement heading(String text) {
        return Html.of("h3", "panel-title").text(text).element();
    }

    private static void about(Html list, String key, String about) {
        list.add(Html.of("dt", "").add(Html.of("kbd", "").text(key)))
                .add(Html.of("dd", "").text(about));
    }

    private void pressed(Event event) {
        KeyboardEvent press = Js.uncheckedCast(event);
        Element focus = DomGlobal.document.activeElement;
        boolean typing = focus != null && focus.closest(TYPING) != null;
        boolean command = (press.ctrlKey || press.metaKey) && !press.altKey && !event.defaultPrevented;
        if (command && press.key.equals("k") && (focus == null || focus.closest("dialog[open]") == null)) {
            event.preventDefault();
            search.run();
        } else if (command && !typing) {
            edit(press);
        }
        if (press.ctrlKey || press.metaKey || press.altKey || typing || event.defaultPrevented) {
            return;
        }
        boolean space = press.key.equals(" ");
        if (space && focus != null && focus.matches(PRESSABLE)) {
            return;
        }
        for (Key key : keys) {
            if (key.key().equals(press.key.toLowerCase())) {
                event.preventDefault();
                key.action().run();
            }
        }
    }
}
