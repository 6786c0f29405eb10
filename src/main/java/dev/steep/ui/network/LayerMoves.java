package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.keras.KerasReader;
import dev.steep.network.LayerNames;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.Html;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLTextAreaElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done with the picked layers: move, duplicate, remove, copy and paste as Keras code. Each is one edit, and is told to screen
 * readers.
 */
final class LayerMoves implements CommandSource {
    private static final String GROUP = "Network";

    private final Lab lab;
    private final LayerEdits edits;
    private final PickedLayers picked;
    private final Consumer<Integer> focusNext;
    private final HTMLElement said = Html.of("div", "visually-hidden")
            .attribute("role", "status")
            .attribute("aria-live", "polite")
            .element();
    private final HTMLTextAreaElement field = (HTMLTextAreaElement) Html.of("textarea", "form-control paste-field")
            .attribute("rows", "10")
            .attribute("spellcheck", "false")
            .attribute("aria-label", "Keras code")
            .attribute(
                    "placeholder",
                    "keras.Sequential([\n    layers.Flatten(),\n    layers.Dense(10, activation=\"softmax\"),\n])")
            .element();
    private final Dialog dialog = new Dialog("paste-dialog", "Layers from Keras code");
    private boolean whole;

    /** What was copied last, with all that its code cannot say, such as what a layer joins. */
    private String copied = "";

    private List<Choice> kept = List.of();

    /** @param focusNext brings the keyboard to the card at a place, as soon as it is there */
    LayerMoves(Lab lab, LayerEdits edits, PickedLayers picked, Consumer<Integer> focusNext) {
        this.lab = lab;
        this.edits = edits;
        this.picked = picked;
        this.focusNext = focusNext;
        dialog.add(
                Html.of("p", "paste-about")
                        .text(
                                "keras.Sequential([…]), lines of layers.X(…) or model.add(…). What is not understood is said.")
                        .element(),
                field,
                Html.of("div", "paste-buttons")
                        .add(
                                Html.button("btn btn-primary", "Add after the selected layer", () -> read(false)),
                                Html.button("btn bar-button", "Replace the network", () -> read(true)))
                        .element());
    }

    /** What belongs into the page: the dialog for code, and what screen readers are told. */
    HTMLElement[] elements() {
        return new HTMLElement[] {said, dialog.element()};
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        String what = what();
        if (!places().isEmpty()) {
            commands.add(Command.of("Duplicate", GROUP, "Puts a copy of " + what + " right behind.", this::duplicate)
                    .byKey("Ctrl+D"));
            commands.add(Command.of("Remove", GROUP, "Takes " + what + " out of the network.", this::remove)
                    .called(List.of("delete"))
                    .byKey("Delete"));
            commands.add(Command.of("Move left", GROUP, "Moves " + what + " one place to the left.", () -> step(-1))
                    .byKey("Alt+←"));
            commands.add(Command.of("Move right", GROUP, "Moves " + what + " one place to the right.", () -> step(1))
                    .byKey("Alt+→"));
        }
        commands.add(Command.of(
                        "Copy as Keras code",
                        GROUP,
                        "Copies " + (places().isEmpty() ? "all layers" : what) + " as lines of Python.",
                        this::copyByButton)
                .byKey("Ctrl+C"));
        commands.add(Command.of("Paste Keras code", GROUP, "Adds layers from lines of Python.", this::ask)
                .called(List.of("import code", "keras.Sequential"))
                .byKey("Ctrl+V"));
        commands.add(Command.of("Select all layers", GROUP, "Then remove, duplicate or copy them.", this::pickAll)
                .byKey("Ctrl+A"));
        return commands;
    }

    /** The picked layers that there are. */
    private List<Integer> places() {
        int count = lab.recipe().layers().size();
        return picked.places().stream().filter(place -> place < count).toList();
    }

    private String what() {
        List<Integer> places = places();
        return places.size() == 1 ? name(places.get(0)) : Numbers.count(places.size(), "layer");
    }

    private String name(int place) {
        return LayerNames.name(lab.recipe().layers().get(place));
    }

    private void say(String sentence) {
        said.textContent = sentence;
    }

    void pickAll() {
        picked.run(0, lab.recipe().layers().size());
        show();
    }

    /** Tells who listens that others are picked. */
    private void show() {
        List<Integer> places = places();
        lab.select(places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty());
        say(places.size() > 1 ? Numbers.count(places.size(), "layer") + " selected" : "");
    }

    /** Picks another one too, or no longer. */
    void toggle(int place) {
        picked.toggle(place);
        show();
    }

    /** Picks all up to this one. */
    void rangeTo(int place) {
        picked.rangeTo(place);
        show();
    }

    void remove() {
        List<Integer> places = places();
        if (!places.isEmpty()) {
            say("Removed " + what() + ".");
            picked.only(Optional.empty());
            int rest = lab.recipe().layers().size() - places.size();
            if (rest > 0) {
                focusNext.accept(Math.min(places.get(0), rest - 1));
            }
            edits.remove(places);
        }
    }

    void duplicate() {
        List<Integer> places = places();
        if (!places.isEmpty()) {
            say("Duplicated " + what() + ".");
            insert(
                    places.get(places.size() - 1) + 1,
                    places.stream().map(lab.recipe().layers()::get).toList());
        }
    }

    /** Puts layers in, which are picked then. */
    private void insert(int place, List<Choice> layers) {
        focusNext.accept(place);
        edits.insert(place, layers);
        pick(place, layers.size());
    }

    private void pick(int place, int count) {
        picked.run(place, count);
        show();
    }

    /** One place to the left or right. */
    void step(int by) {
        List<Integer> places = places();
        if (!places.isEmpty()) {
            int last = places.get(places.size() - 1);
            int gap = by < 0 ? places.get(0) - 1 : last + 2;
            if (gap >= 0 && gap <= lab.recipe().layers().size()) {
                move(places, gap);
            }
        }
    }

    /** The card at a place was dropped into a gap; with it go those that are picked together with it. */
    void dropped(int place, int gap) {
        move(picked.several() && picked.contains(place) ? places() : List.of(place), gap);
    }

    private void move(List<Integer> places, int gap) {
        String what = places.size() == 1 ? name(places.get(0)) : Numbers.count(places.size(), "layer");
        int to = edits.move(places, gap);
        focusNext.accept(to);
        pick(to, places.size());
        say("Moved " + what + " to place " + (to + 1) + " of "
                + lab.recipe().layers().size() + ".");
    }

    /** The picked layers as code; all of them, if none is picked. */
    String copy() {
        List<Choice> all = lab.recipe().layers();
        List<Integer> places = places();
        kept = places.isEmpty() ? all : places.stream().map(all::get).toList();
        copied = KerasReader.write(kept);
        say("Copied " + Numbers.count(kept.size(), "layer") + " as Keras code.");
        return copied;
    }

    private void copyByButton() {
        String text = copy();
        String done = Numbers.count(kept.size(), "layer") + " copied as Keras code.";
        if (DomGlobal.navigator.clipboard == null) { // of a page that came without https
            ask();
            field.value = text;
            field.select();
            return;
        }
        DomGlobal.navigator
                .clipboard
                .writeText(text)
                .then(
                        nothing -> {
                            lab.tell(done, false);
                            return null;
                        },
                        failure -> {
                            ask();
                            field.value = text;
                            field.select();
                            return null;
                        });
    }

    /** Asks for code, where the browser does not give what was copied. */
    private void ask() {
        field.value = "";
        dialog.open();
        field.focus();
    }

    private void read(boolean all) {
        whole = all;
        dialog.close();
        paste(field.value);
        whole = false;
    }

    /** Puts the layers of a text behind the picked ones, or at the end; says what it does not understand. */
    void paste(String text) {
        boolean own = !copied.isEmpty() && text.replace("\r", "").strip().equals(copied.strip());
        KerasReader.Result result = own ? new KerasReader.Result(kept, List.of()) : KerasReader.read(text);
        if (result.layers().isEmpty()) {
            lab.tell(
                    "No layers were found in what was pasted. Keras code looks like layers.Dense(10, activation=\"softmax\"), a"
                            + " layer on each line."
                            + (result.remarks().isEmpty()
                                    ? ""
                                    : " " + result.remarks().get(0)),
                    true);
            return;
        }
        result.remarks().forEach(remark -> lab.tell(remark, true));
        if (whole) {
            focusNext.accept(0);
            lab.change(lab.recipe().withLayers(result.layers()));
            lab.select(Optional.empty());
        } else {
            List<Integer> places = places();
            int count = lab.recipe().layers().size();
            insert(places.isEmpty() ? count : places.get(places.size() - 1) + 1, result.layers());
        }
        String sentence = Numbers.count(result.layers().size(), "layer") + " pasted.";
        say(sentence);
        lab.tell(sentence, false);
    }
}
