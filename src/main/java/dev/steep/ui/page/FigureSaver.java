package dev.steep.ui.page;

import dev.steep.browser.Address;
import dev.steep.browser.Downloads;
import dev.steep.browser.Raster;
import dev.steep.catalog.Numbers;
import dev.steep.picture.Drawing;
import dev.steep.picture.FigureSheet;
import dev.steep.picture.PngNotes;
import dev.steep.protocol.Report;
import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.state.Lab;
import elemental2.dom.CustomEvent;
import elemental2.dom.DomGlobal;
import java.util.LinkedHashMap;
import java.util.Map;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Makes a file of a drawing that a {@link FigureButton} sends: with a caption that says of which experiment it is, and the link to it. */
public final class FigureSaver {
    /** Pixels for each of the page: what is printed is finer than a screen. */
    private static final int FINE = 3;

    /** More settings are counted only. */
    private static final int SPELLED = 8;

    private final Lab lab;
    private int epoch;
    private int step;

    public FigureSaver(Lab lab) {
        this.lab = lab;
        DomGlobal.document.addEventListener(
                FigureButton.EVENT,
                event -> take(Js.uncheckedCast(Js.<CustomEvent<Object>>uncheckedCast(event).detail)));
        lab.listen(new Lab.Listener() {
            @Override
            public void progressed(Report.Progress progress) {
                epoch = progress.epoch();
                step = progress.step();
            }
        });
    }

    private void take(JsPropertyMap<Object> parts) {
        Drawing drawing =
                new Drawing((Double) parts.get("width"), (Double) parts.get("height"), Js.asString(parts.get("body")));
        String title = Js.asString(parts.get("title"));
        int shown = lab.shownEpoch();
        boolean apart = !Js.asString(parts.get("apart")).isEmpty();
        String name = apart
                ? name(title)
                : name(title + " " + lab.recipe().data().kind().name()) + "-epoch-" + shown;
        String about = sentence(Js.asString(parts.get("about")));
        String caption = (about + (apart ? "" : experiment(shown)) + " Made with Steep.").strip();
        FigureSheet sheet =
                new FigureSheet(title, caption, Address.lab(lab.recipe().toString()), drawing);
        if (Js.asString(parts.get("format")).equals("PNG")) {
            Map<String, String> notes = new LinkedHashMap<>();
            notes.put("Title", sheet.title());
            notes.put("Description", sheet.caption());
            notes.put("Source", sheet.link());
            Raster.png(
                    sheet.svg(),
                    sheet.width() * FINE,
                    sheet.height() * FINE,
                    png -> Downloads.save(name + ".png", PngNotes.with(png, notes)),
                    () -> lab.tell("This browser cannot make a PNG of this picture. SVG works.", true));
        } else {
            Downloads.save(name + ".svg", sheet.svg());
        }
    }

    /** With a full stop, and room for the next one. */
    private static String sentence(String words) {
        return words.isEmpty()
                ? ""
                : Character.toUpperCase(words.charAt(0)) + words.substring(1) + (words.endsWith(".") ? " " : ". ");
    }

    /** {@code Data: Digits. Network: 3 layers. After epoch 3, 60 steps. Settings that are not the defaults: batch size 16.} */
    private String experiment(int shown) {
        Recipe recipe = lab.recipe();
        Recipe usual = Recipe.PLAIN
                .withData(recipe.data().kind().choice())
                .withLayers(recipe.layers())
                .withLoss(recipe.loss());
        Differences differences = Differences.of(recipe, usual);
        return "Data: " + recipe.data().kind().title() + ". Network: "
                + Numbers.count(recipe.layers().size(), "layer") + ". "
                + (shown == 0 && step == 0
                        ? "Before training."
                        : "After epoch " + shown + (shown == epoch ? ", " + Numbers.count(step, "step") : "") + ".")
                + (differences.none()
                        ? ""
                        : " Settings that are not the defaults: " + differences.brief(SPELLED) + ".");
    }

    /** {@code steep-confusion-digits}: no character that a file system minds. */
    static String name(String words) {
        StringBuilder name = new StringBuilder("steep-");
        for (int i = 0; i < words.length(); i++) {
            char each = Character.toLowerCase(words.charAt(i));
            boolean kept = each >= 'a' && each <= 'z' || each >= '0' && each <= '9';
            if (kept || name.charAt(name.length() - 1) != '-') {
                name.append(kept ? each : '-');
            }
        }
        return name.charAt(name.length() - 1) == '-' ? name.substring(0, name.length() - 1) : name.toString();
    }
}
