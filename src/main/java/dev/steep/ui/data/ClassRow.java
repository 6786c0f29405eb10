package dev.steep.ui.data;

import dev.steep.browser.Camera;
import dev.steep.browser.DroppedFiles;
import dev.steep.catalog.Numbers;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import elemental2.core.JsArray;
import elemental2.dom.Blob;
import elemental2.dom.DomGlobal;
import elemental2.dom.DragEvent;
import elemental2.dom.Event;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** One class of {@link ClassBuilder}: its name, how many images it has, the latest of them, and ways to add more. */
final class ClassRow {
    private static final int SHOWN = 10;
    private static final int THUMB = 40;
    private static final int EVERY = 120; // milliseconds between pictures while a button is held

    /** What a row asks of the sheet around it. */
    interface Source {
        /** The picture that can be added now, in RGBA. */
        Optional<byte[]> picture();

        /** Something was added or removed. */
        void changed();

        void tell(String sentence);
    }

    private final ClassSamples samples;
    private final int place;
    private final Source source;
    private final HTMLElement count = Html.of("small", "").element();
    private final HTMLElement thumbs = Html.of("div", "class-thumbs").element();
    private final boolean camera;
    private final HTMLButtonElement add;
    private final HTMLElement remove;
    private final HTMLInputElement files;
    private final HTMLElement element;
    private double clock;
    private boolean holding;
    private boolean held;

    ClassRow(ClassSamples samples, int place, boolean camera, Source source) {
        this.samples = samples;
        this.place = place;
        this.source = source;
        HTMLInputElement name = Js.uncheckedCast(Html.of("input", "form-control form-control-sm class-name")
                .attribute("aria-label", "Name of class " + (place + 1))
                .attribute("maxlength", "60")
                .element());
        name.value = samples.groups().get(place).name();
        name.addEventListener("input", event -> {
            samples.name(place, name.value);
            label();
            source.changed();
        });
        files = Js.uncheckedCast(Html.of("input", "")
                .attribute("type", "file")
                .attribute("accept", "image/*")
                .attribute("multiple", "")
                .attribute("hidden", "")
                .element());
        files.addEventListener("change", event -> {
            take(DroppedFiles.of(files.files));
            files.value = "";
        });
        this.camera = camera;
        add = Html.button("btn bar-button class-add", camera ? "Hold to record" : "Add drawing", () -> {})
                .asButton();
        remove = Html.button("btn-close", "", this::remove)
                .attribute("title", "Remove this class; it can be undone")
                .element();
        if (camera) {
            holds();
        } else {
            add.addEventListener("click", event -> one(false));
        }
        element = Html.of("section", "class-row")
                .add(Html.of("div", "class-head").add(name, count).add(remove))
                .add(Html.of("div", "class-ways")
                        .add(add)
                        .add(Html.button("btn btn-link", "Image files…", () -> files.click())))
                .add(thumbs, files)
                .element();
        element.addEventListener("dragover", this::over);
        element.addEventListener("drop", event -> {
            over(event);
            DomGlobal.document.body.classList.remove("dropping");
            DragEvent drag = Js.uncheckedCast(event);
            if (drag.dataTransfer != null && drag.dataTransfer.files.length > 0) {
                take(DroppedFiles.of(drag.dataTransfer.files));
            }
        });
        label();
        show();
    }

    /** Screen readers hear which class the buttons are of. */
    private void label() {
        String title = samples.groups().get(place).name();
        add.setAttribute("aria-label", (camera ? "Hold to record into " : "Add the drawing to ") + title);
        remove.setAttribute("aria-label", "Remove " + title);
    }

    HTMLElement element() {
        return element;
    }

    private void over(Event event) {
        event.preventDefault();
        event.stopPropagation(); // the page would open it as a data set
    }

    /** By mouse, finger, space bar or Enter; a short press adds one. */
    private void holds() {
        add.addEventListener("pointerdown", event -> begin());
        for (String end : List.of("pointerup", "pointercancel", "pointerleave", "blur", "keyup")) {
            add.addEventListener(end, event -> end());
        }
        add.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals(" ") || press.key.equals("Enter")) {
                event.preventDefault();
                begin();
            }
        });
        add.addEventListener("contextmenu", Event::preventDefault); // a long press of a finger is no question
    }

    private void begin() {
        if (!holding) {
            holding = true;
            held = one(false);
            clock = DomGlobal.setInterval(ignored -> held = held && one(true), EVERY);
        }
    }

    private void end() {
        holding = false;
        DomGlobal.clearInterval(clock);
    }

    private boolean one(boolean continuing) {
        Optional<byte[]> picture = source.picture();
        picture.ifPresent(each -> put(each, continuing));
        return picture.isPresent();
    }

    private void put(byte[] rgba, boolean continuing) {
        if (samples.add(place, rgba, continuing)) {
            show();
            source.changed();
        } else {
            end();
            source.tell(
                    "There are " + Numbers.grouped(ClassSamples.MOST) + " images, the most that are collected here.");
        }
    }

    private void take(JsArray<JsPropertyMap<Object>> chosen) {
        boolean[] begun = {false};
        List<String> others = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            JsPropertyMap<Object> each = chosen.getAt(i);
            Blob blob = Js.uncheckedCast(each.get("blob"));
            String name = (String) each.get("name");
            Camera.picture(blob, samples.side(), picture -> {
                if (picture.isPresent()) {
                    put(picture.get(), begun[0]);
                    begun[0] = true;
                } else {
                    others.add(name);
                    source.tell((others.size() == 1
                                    ? name + " is no image that this browser can read."
                                    : Numbers.grouped(others.size()) + " files, such as " + others.get(0)
                                            + ", are no images that this browser can read.")
                            + " PNG and JPEG are.");
                }
            });
        }
    }

    private void remove() {
        end();
        samples.removeGroup(place);
        source.changed();
    }

    private void show() {
        List<byte[]> images = samples.groups().get(place).images();
        count.textContent = Numbers.count(images.size(), "image");
        Html.clear(thumbs);
        for (int i = images.size() - 1; i >= Math.max(0, images.size() - SHOWN); i--) {
            int at = i;
            PixelCanvas canvas = new PixelCanvas(samples.side(), samples.side(), 1, "");
            canvas.element().style.setProperty("width", THUMB + "px");
            canvas.element().style.setProperty("height", THUMB + "px");
            canvas.draw(samples.rgba(images.get(i)));
            thumbs.appendChild(Html.button("class-thumb", "", () -> {
                        samples.remove(place, at);
                        show();
                        source.changed();
                    })
                    .attribute("aria-label", "Remove image " + (at + 1))
                    .attribute("title", "Press to remove it; it can be undone")
                    .add(canvas.element())
                    .element());
        }
    }
}
