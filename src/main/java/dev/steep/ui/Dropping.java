package dev.steep.ui;

import dev.steep.browser.TypedArrays;
import dev.steep.protocol.Request;
import elemental2.core.ArrayBuffer;
import elemental2.core.Uint8Array;
import elemental2.dom.DomGlobal;
import elemental2.dom.DragEvent;
import elemental2.dom.File;
import elemental2.dom.FileList;
import elemental2.dom.FileReader;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;

/** Files that a student drops anywhere on the page or picks from a dialog. */
final class Dropping {
    private static final double LARGEST = 256e6;

    private Dropping() {}

    /** Lets the whole page take files. */
    static void everywhere(Lab lab) {
        DomGlobal.document.addEventListener("dragover", event -> {
            event.preventDefault();
            DomGlobal.document.body.classList.add("drop-here");
        });
        DomGlobal.document.addEventListener(
                "dragleave", event -> DomGlobal.document.body.classList.remove("drop-here"));
        DomGlobal.document.addEventListener("drop", event -> {
            event.preventDefault();
            DomGlobal.document.body.classList.remove("drop-here");
            DragEvent dropped = Js.uncheckedCast(event);
            open(lab, dropped.dataTransfer.files);
        });
    }

    /** Reads the files and makes an experiment of them. */
    static void open(Lab lab, FileList files) {
        List<Request.OpenFiles.File> read = new ArrayList<>();
        int count = files.length;
        for (int i = 0; i < count; i++) {
            File file = files.item(i);
            if (file.size > LARGEST) {
                lab.tell(
                        file.name + " has " + Words.count(file.size / 1e6)
                                + " MB; this page reads files up to 256 MB. Cut it down to the samples you need.",
                        true);
                return;
            }
            FileReader reader = new FileReader();
            reader.addEventListener("load", event -> {
                ArrayBuffer buffer = Js.uncheckedCast(reader.result);
                read.add(new Request.OpenFiles.File(file.name, TypedArrays.bytes(new Uint8Array(buffer))));
                if (read.size() == count) {
                    lab.bring(new Request.OpenFiles(read), report -> {});
                }
            });
            reader.addEventListener(
                    "error", event -> lab.tell(file.name + " could not be read; try to open it once more.", true));
            reader.readAsArrayBuffer(file);
        }
    }
}
