package dev.steep.ui.data;

import dev.steep.protocol.Request;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.DragEvent;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.FileList;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/** Files of one's own: chosen in a dialog, or dropped anywhere on the page. They never leave it. */
public final class OwnFiles {
    private static final String HINT = "CSV tables, or IDX images with labels";

    private final Lab lab;
    private final HTMLInputElement input;
    private final HTMLElement state = Html.of("small", "").text(HINT).element();
    private final HTMLElement element;

    public OwnFiles(Lab lab) {
        this.lab = lab;
        input = (HTMLInputElement) Html.of("input", "visually-hidden")
                .attribute("type", "file")
                .attribute("multiple", "")
                .attribute("tabindex", "-1")
                .attribute("aria-label", "Open files of your own")
                .element();
        input.addEventListener("change", event -> {
            read(input.files);
            input.value = "";
        });
        element = Html.of("div", "drop-zone")
                .add(Html.button("drop-button", "", this::ask)
                        .add(Html.of("span", "").text("Drop a file here, or choose one"))
                        .add(state))
                .add(input)
                .element();
        Element page = DomGlobal.document.documentElement;
        page.addEventListener("dragover", event -> hover(event, true));
        page.addEventListener("dragleave", event -> {
            DragEvent drag = Js.uncheckedCast(event);
            if (drag.relatedTarget == null) {
                highlight(false);
            }
        });
        page.addEventListener("drop", event -> {
            hover(event, false);
            DragEvent drag = Js.uncheckedCast(event);
            if (drag.dataTransfer != null && drag.dataTransfer.files.length > 0) {
                read(drag.dataTransfer.files);
            }
        });
    }

    HTMLElement element() {
        return element;
    }

    /** Opens the browser's dialog for files. */
    void ask() {
        input.click();
    }

    private static void hover(Event event, boolean over) {
        event.preventDefault();
        highlight(over);
    }

    private static void highlight(boolean on) {
        DomGlobal.document.body.classList.toggle("dropping", on);
    }

    private void read(FileList chosen) {
        lab.turn();
        List<FileBytes.Named> files = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            FileBytes.Named file = new FileBytes.Named(chosen.item(i), chosen.item(i).name);
            FileBytes.refusal(List.of(file))
                    .ifPresentOrElse(sentence -> lab.tell(sentence, true), () -> files.add(file));
        }
        Optional<String> refusal = FileBytes.refusal(files);
        refusal.ifPresent(sentence -> lab.tell(sentence, true));
        if (files.isEmpty() || refusal.isPresent()) {
            return;
        }
        state.textContent = "Reading " + files.get(0).name() + "…";
        FileBytes.read(
                files, read -> lab.bring(new Request.OpenFiles(read), report -> state.textContent = HINT), sentence -> {
                    state.textContent = HINT;
                    lab.tell(sentence, true);
                });
    }
}
