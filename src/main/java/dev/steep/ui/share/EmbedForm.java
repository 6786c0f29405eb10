package dev.steep.ui.share;

import dev.steep.browser.Address;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.results.Views;
import dev.steep.ui.view.View;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import elemental2.dom.ResizeObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lab as a part of a course page: what it shows there and how large, the snippet for that page, and how it looks. */
final class EmbedForm {
    private static final List<String> WIDTHS = List.of("480", "640", "800", "960", "1200");

    /** A preview is a whole lab: it waits, in milliseconds, whether more is going to be changed. */
    private static final double PAUSE = 300;

    private final HTMLSelectElement view = menu("Shows", views());
    private final HTMLSelectElement width = menu("Width", named(WIDTHS, " px"));
    private final HTMLSelectElement aspect = menu("Shape", aspects());
    private final HTMLSelectElement theme = menu("Theme", themes());
    private final HTMLInputElement data = check();
    private final HTMLInputElement share = check();
    private final CopyField code = new CopyField("HTML for the page", 4);
    private final HTMLElement frame = Html.of("div", "embed-preview")
            .attribute("role", "group")
            .attribute("aria-label", "Preview")
            .element();
    private final HTMLElement element;
    private Recipe recipe = Recipe.PLAIN;
    private Optional<HTMLElement> preview = Optional.empty();
    private String previewed = "";
    private int changes;

    EmbedForm() {
        width.value = "800";
        element = Html.of("div", "embed-form")
                .add(Html.of("div", "embed-options")
                        .add(labelled("Shows", view), labelled("Width", width), labelled("Shape", aspect))
                        .add(labelled("Theme", theme)))
                .add(Html.of("div", "embed-checks")
                        .add(checked("Data can be changed", data), checked("It can be shared", share)))
                .add(code.element(), frame)
                .element();
        for (HTMLElement each : List.of(view, width, aspect, theme, data, share)) {
            each.addEventListener("change", event -> draw());
        }
        new ResizeObserver((changes, by) -> {
                    fit();
                    return null;
                })
                .observe(frame);
    }

    HTMLElement element() {
        return element;
    }

    /** Shows a recipe's snippet, and starts its preview. */
    void show(Recipe wanted) {
        recipe = wanted;
        draw();
    }

    /** Ends the preview, which is a whole lab with a worker of its own. */
    void rest() {
        preview = Optional.empty();
        Html.clear(frame);
    }

    private EmbedCode chosen() {
        List<String> controls = new ArrayList<>();
        if (data.checked) {
            controls.add("data");
        }
        if (share.checked) {
            controls.add("share");
        }
        return new EmbedCode(
                theme.value,
                controls,
                view.value,
                Integer.parseInt(width.value),
                EmbedCode.Aspect.valueOf(aspect.value));
    }

    private void draw() {
        EmbedCode chosen = chosen();
        String address = Address.page("embed.html", chosen.query(), recipe.toString());
        code.show(chosen.html(address, "Steep: " + recipe.data().kind().title()));
        if (preview.isEmpty()) {
            load(address);
        } else if (!address.equals(previewed)) {
            int mine = ++changes;
            DomGlobal.setTimeout(
                    arguments -> {
                        if (mine == changes && preview.isPresent()) {
                            load(address);
                        }
                    },
                    PAUSE);
        }
        fit();
    }

    private void load(String address) {
        previewed = address;
        Html.clear(frame);
        HTMLElement fresh = Html.of("iframe", "")
                .attribute("title", "Preview of the embedded lab")
                .attribute("tabindex", "-1")
                .attribute("src", address)
                .element();
        preview = Optional.of(fresh);
        frame.appendChild(fresh);
        fit();
    }

    /** As large as there is room: a preview of 800 pixels on a phone is a small picture of it. */
    private void fit() {
        EmbedCode chosen = chosen();
        double scale = Math.min(1, frame.clientWidth / (double) chosen.width());
        preview.ifPresent(shown -> {
            shown.setAttribute("width", "" + chosen.width());
            shown.setAttribute("height", "" + chosen.height());
            shown.style.setProperty("transform", "scale(" + scale + ")");
            frame.style.setProperty("height", Math.ceil(chosen.height() * scale) + "px");
        });
    }

    private static Map<String, String> views() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", "the whole lab");
        for (View view : Views.ALL) {
            all.put(view.id(), "only " + view.title());
        }
        return all;
    }

    private static Map<String, String> themes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", "the page's");
        all.put("light", "light");
        all.put("dark", "dark");
        return all;
    }

    private static Map<String, String> aspects() {
        Map<String, String> all = new LinkedHashMap<>();
        for (EmbedCode.Aspect each : EmbedCode.Aspect.values()) {
            all.put(each.name(), each.title());
        }
        return all;
    }

    private static Map<String, String> named(List<String> values, String unit) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach(each -> all.put(each, each + unit));
        return all;
    }

    private static HTMLSelectElement menu(String name, Map<String, String> options) {
        Html select = Html.of("select", "form-select").attribute("aria-label", name);
        options.forEach((value, words) -> select.add(Html.option(value, words)));
        return (HTMLSelectElement) select.element();
    }

    private static HTMLInputElement check() {
        return (HTMLInputElement) Html.of("input", "form-check-input")
                .attribute("type", "checkbox")
                .element();
    }

    private static HTMLElement labelled(String name, HTMLElement control) {
        return Html.of("label", "embed-option")
                .add(Html.of("span", "").text(name).element(), control)
                .element();
    }

    private static HTMLElement checked(String name, HTMLElement control) {
        return Html.of("label", "embed-check")
                .add(control, Html.of("span", "").text(name).element())
                .element();
    }
}
