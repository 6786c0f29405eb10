package dev.steep.ui.data;

import dev.steep.browser.Downloads;
import dev.steep.browser.DroppedFiles;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.core.JsArray;
import elemental2.dom.DataTransfer;
import elemental2.dom.DomGlobal;
import elemental2.dom.DragEvent;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Files of one's own: chosen in a dialog, or dropped anywhere on the page. They never leave it. */
public final class OwnFiles {
    /** Folders are searched no further beyond so many files: they are too many to be opened. */
    private static final int MOST = 50_000;

    private static final String HINT =
            "CSV or JSON tables; PNG, JPEG or FITS images, a folder for each class, also in a ZIP; MNIST; NumPy arrays";

    private final Lab lab;
    private final KeptFilesList kept;
    private final HTMLInputElement input;
    private final HTMLInputElement folder;
    private final HTMLElement element;
    private Optional<ClassBuilder> builder = Optional.empty();

    public OwnFiles(Lab lab) {
        this.lab = lab;
        kept = new KeptFilesList(lab);
        input = (HTMLInputElement) Html.of("input", "")
                .attribute("type", "file")
                .attribute("multiple", "")
                .attribute("hidden", "")
                .element();
        input.addEventListener("change", event -> {
            read(DroppedFiles.of(input.files));
            input.value = "";
        });
        folder = (HTMLInputElement) Html.of("input", "")
                .attribute("type", "file")
                .attribute("webkitdirectory", "")
                .attribute("hidden", "")
                .element();
        folder.addEventListener("change", event -> {
            read(DroppedFiles.of(folder.files));
            folder.value = "";
        });
        element = Html.of("div", "drop-zone")
                .add(Html.button("drop-button", "", this::ask)
                        .add(Html.of("span", "").text("Drop files or a folder here, or choose files"))
                        .add(Html.of("small", "").text(HINT)))
                .add(Html.button("btn btn-link drop-folder", "Choose a folder of images…", () -> folder.click())
                        .attribute("title", "A folder for each class, with PNG or JPEG images in it"))
                .add(Html.button("btn btn-link drop-folder build-classes", "Build image classes…", this::build)
                        .attribute("title", "From the camera, drawings or image files, class by class"))
                .add(new FetchForm(lab, this::bring).element(), input, folder, kept.element())
                .element();
        DomGlobal.document.addEventListener("paste", this::paste);
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
                DroppedFiles.of(drag.dataTransfer, MOST).then(files -> {
                    read(files);
                    return null;
                });
            }
        });
    }

    HTMLElement element() {
        return element;
    }

    /** Opens the sheet where images are collected class by class; the same one each time. */
    private void build() {
        ClassBuilder sheet = builder.orElseGet(() ->
                new ClassBuilder((name, zip) -> bring(List.of(new FileBytes.Named(Downloads.blob(zip), name)), "")));
        builder = Optional.of(sheet);
        sheet.open();
    }

    /** Opens the browser's dialog for files. */
    void ask() {
        input.click();
    }

    /** Text of a table, or image files, pasted where nothing else wants them. */
    private void paste(Event event) {
        DataTransfer pasted = PastedText.of(event);
        if (pasted == null || event.defaultPrevented || !PastedText.isFree(event)) {
            return;
        }
        String text = pasted.getData("text/plain");
        if (pasted.files.length > 0) {
            event.preventDefault();
            read(DroppedFiles.of(pasted.files));
        } else if (PastedText.isTable(text)) {
            event.preventDefault();
            lab.turn();
            bring(List.of(new FileBytes.Named(PastedText.blob(text), "pasted.csv")), "");
        }
    }

    private static void hover(Event event, boolean over) {
        event.preventDefault();
        highlight(over);
    }

    private static void highlight(boolean on) {
        DomGlobal.document.body.classList.toggle("dropping", on);
    }

    private void read(JsArray<JsPropertyMap<Object>> chosen) {
        lab.turn();
        List<FileBytes.Named> files = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            JsPropertyMap<Object> each = chosen.getAt(i);
            FileBytes.Named file = new FileBytes.Named(Js.uncheckedCast(each.get("blob")), (String) each.get("name"));
            FileBytes.refusal(List.of(file))
                    .ifPresentOrElse(sentence -> lab.tell(sentence, true), () -> files.add(file));
        }
        if (!files.isEmpty()) {
            bring(files, "");
        }
    }

    private void bring(List<FileBytes.Named> files, String address) {
        List<Request.OpenFiles.File> contents = FileBytes.contents(files);
        FileBytes.bring(lab, files, address, report -> {
            say(report);
            if (report instanceof Report.Opened made) {
                kept.keep(made, contents);
            }
        });
    }

    /** What the worker says, the lab tells. */
    private void say(Report report) {
        if (report instanceof Report.Refused refused) {
            lab.tell(refused.sentence(), true);
        }
    }
}
