package dev.steep.ui.data;

import dev.steep.browser.Camera;
import dev.steep.browser.Downloads;
import dev.steep.picture.Ink;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PadCanvas;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import jsinterop.base.Js;

/** Builds classes of images from the camera, a drawing pad and image files. What comes of it is a ZIP archive, opened like one that was dropped. */
final class ClassBuilder {
    private static final List<Integer> SIDES = List.of(16, 28, 32, 48, 64);

    private final BiConsumer<String, byte[]> use;
    private final ClassSamples samples = new ClassSamples();
    private final Ink ink = new Ink();
    private final PadCanvas pad = new PadCanvas(ink, () -> {});
    private final HTMLElement video = Html.of("video", "class-video")
            .attribute("playsinline", "")
            .attribute("muted", "")
            .attribute("aria-label", "What the camera sees")
            .element();
    private final Camera camera = new Camera(video);
    private final HTMLButtonElement start;
    private final HTMLElement lens;
    private final HTMLElement paper;
    private final HTMLButtonElement byCamera;
    private final HTMLButtonElement byDrawing;
    private final HTMLSelectElement size;
    private final HTMLSelectElement colour;
    private final HTMLInputElement name;
    private final HTMLElement rows = Html.of("div", "class-rows").element();
    private final HTMLElement said =
            Html.of("p", "class-said").attribute("role", "status").element();
    private final HTMLElement sum =
            Html.of("span", "class-sum").attribute("role", "status").element();
    private final HTMLButtonElement undo;
    private final HTMLButtonElement further;
    private final HTMLButtonElement done;
    private final HTMLButtonElement save;
    private final Dialog dialog = new Dialog("class-builder", "Your own image classes");
    private boolean recording = true;
    private boolean running;
    private int shown;

    /** @param use takes the name of a ZIP archive and its bytes */
    ClassBuilder(BiConsumer<String, byte[]> use) {
        this.use = use;
        start = Html.button("btn bar-button", "Start the camera", this::start).asButton();
        byCamera = Html.button("btn bar-button", "Camera", () -> source(true)).asButton();
        byDrawing = Html.button("btn bar-button", "Draw", () -> source(false)).asButton();
        lens = Html.of("div", "class-lens").add(video, start).element();
        paper = Html.of("div", "")
                .add(Html.of("div", "pad-frame").add(pad.element()))
                .add(Html.of("div", "pad-buttons")
                        .add(
                                Html.button("btn bar-button", "Undo stroke", () -> {
                                    ink.undo();
                                    pad.refresh();
                                }),
                                Html.button("btn bar-button", "Clear", this::clear)))
                .element();
        pad.paper(true);
        size = select(
                "Pixels per side",
                SIDES.stream().map(side -> side + " × " + side).toList());
        size.selectedIndex = SIDES.indexOf(samples.side());
        colour = select("Colours", List.of("colour", "grey"));
        name = Js.uncheckedCast(Html.of("input", "form-control form-control-sm")
                .attribute("aria-label", "Name of the data set")
                .attribute("maxlength", "60")
                .element());
        name.value = "my images";
        undo = Html.button("btn btn-link", "Undo", () -> {
                    samples.undo();
                    show();
                })
                .asButton();
        further = Html.button("btn btn-link", "Add a class", () -> {
                    samples.addGroup();
                    show();
                })
                .asButton();
        done = Html.button("btn bar-button class-done", "Use these images", this::use)
                .asButton();
        save = Html.button("btn btn-link", "Save as ZIP", () -> Downloads.save(file(), samples.zip()))
                .attribute("title", "To hand it on: who opens a link to your experiment drops it there")
                .asButton();
        dialog.add(
                Html.of("div", "class-choices")
                        .add(label("Name", name), label("Size", size), label("Colours", colour))
                        .element(),
                Html.of("div", "class-body")
                        .add(Html.of("div", "class-source")
                                .add(Html.of("div", "class-pick")
                                        .attribute("role", "group")
                                        .attribute("aria-label", "Where images come from")
                                        .add(byCamera, byDrawing))
                                .add(lens, paper, said))
                        .add(Html.of("div", "class-list").add(rows).add(further))
                        .element(),
                Html.of("div", "class-foot").add(sum, undo, save, done).element());
        dialog.closed(this::stop);
        DomGlobal.document.body.appendChild(dialog.element());
    }

    void open() {
        source(recording);
        dialog.open();
    }

    private static HTMLElement label(String title, HTMLElement control) {
        return Html.of("label", "")
                .add(Html.of("span", "").text(title))
                .add(control)
                .element();
    }

    private HTMLSelectElement select(String title, List<String> words) {
        Html menu = Html.of("select", "form-select form-select-sm").attribute("aria-label", title);
        words.forEach(word -> menu.add(Html.option(word)));
        HTMLSelectElement select = Js.uncheckedCast(menu.element());
        select.addEventListener("change", event -> {
            samples.choose(SIDES.get((int) size.selectedIndex), colour.selectedIndex == 0);
            show();
        });
        return select;
    }

    private void source(boolean byLens) {
        recording = byLens;
        byCamera.setAttribute("aria-pressed", "" + byLens);
        byDrawing.setAttribute("aria-pressed", "" + !byLens);
        lens.hidden = !byLens;
        paper.hidden = byLens;
        tell("");
        if (!byLens) {
            stop();
        }
        show();
    }

    private void start() {
        tell("");
        start.disabled = true;
        camera.start(
                () -> {
                    start.disabled = false;
                    running = true;
                    start.hidden = true;
                    if (!dialog.isOpen() || !recording) {
                        stop();
                    }
                },
                sentence -> {
                    start.disabled = false;
                    tell(sentence);
                });
    }

    private void stop() {
        camera.stop();
        running = false;
        start.hidden = false;
    }

    private void clear() {
        ink.clear();
        pad.refresh();
    }

    private Optional<byte[]> picture() {
        if (recording) {
            Optional<byte[]> seen = running ? camera.picture(samples.side()) : Optional.empty();
            if (seen.isEmpty()) {
                tell("Start the camera first, or add image files.");
            }
            return seen;
        }
        if (ink.isEmpty()) {
            tell("Draw something on the pad first.");
            return Optional.empty();
        }
        int side = samples.side();
        float[] drawn = ink.image(side, side, false, 255, 0);
        byte[] rgba = new byte[4 * drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                rgba[4 * i + channel] = (byte) Math.rint(drawn[i]);
            }
            rgba[4 * i + 3] = (byte) 255;
        }
        clear();
        tell("");
        return Optional.of(rgba);
    }

    private void tell(String sentence) {
        said.textContent = sentence;
        said.hidden = sentence.isEmpty();
    }

    /** Draws all classes anew. */
    private void show() {
        Html.clear(rows);
        shown = samples.groups().size();
        for (int i = 0; i < shown; i++) {
            rows.appendChild(new ClassRow(samples, i, recording, new ClassRow.Source() {
                        @Override
                        public Optional<byte[]> picture() {
                            return ClassBuilder.this.picture();
                        }

                        @Override
                        public void changed() {
                            ClassBuilder.this.changed();
                        }

                        @Override
                        public void tell(String sentence) {
                            ClassBuilder.this.tell(sentence);
                        }
                    })
                    .element());
        }
        changed();
    }

    private void changed() {
        if (shown != samples.groups().size()) {
            show();
            return;
        }
        Optional<String> refusal = samples.refusal();
        sum.textContent =
                samples.sum() + refusal.map(sentence -> ". " + sentence).orElse("");
        done.disabled = refusal.isPresent();
        save.disabled = refusal.isPresent();
        undo.disabled = !samples.canUndo();
        further.disabled = shown == ClassSamples.MOST_CLASSES;
        size.disabled = samples.count() > 0;
        colour.disabled = samples.count() > 0;
        size.title = samples.count() > 0 ? "Chosen for all images with the first one" : "";
        colour.title = size.title;
    }

    private String file() {
        String plain = name.value.strip().replace('/', '-').replace('\\', '-');
        return (plain.isEmpty() || plain.startsWith(".") ? "my images" : plain) + ".zip";
    }

    private void use() {
        dialog.close();
        use.accept(file(), samples.zip());
    }
}
