package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.runs.BrowserStore;
import dev.steep.ui.runs.NoStore;
import dev.steep.ui.state.Lab;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files that this browser keeps, with their sizes, each to be opened again or forgotten; nothing is seen where there are none. An
 * experiment on such files opens with them when the page is loaded again.
 */
final class KeptFilesList implements Lab.Listener {
    private final Lab lab;
    private final Consumer<String> trouble;
    private final KeptFiles files;
    private final HTMLElement element = Html.of("div", "kept-files").element();
    private Optional<Report.Opened> present = Optional.empty();
    private String tried = "";

    KeptFilesList(Lab lab) {
        this.lab = lab;
        trouble = sentence -> lab.tell(sentence, true);
        boolean inside = DomGlobal.document.body.classList.contains("embedded");
        files = new KeptFiles(inside ? new NoStore() : new BrowserStore("steep-files"));
        files.listen(this::show);
        show();
        lab.listen(this);
        files.open(this::restore);
    }

    HTMLElement element() {
        return element;
    }

    /** Keeps what an experiment was made of. */
    void keep(Report.Opened made, List<Request.OpenFiles.File> from) {
        Recipe recipe = RecipeText.read(made.recipe()).recipe();
        String name = name(recipe);
        if (!name.isEmpty()) {
            files.keep(
                    new KeptFiles.Kept(
                            name,
                            content(recipe),
                            recipe.data().get(Settings.ADDRESS),
                            JsDate.now(),
                            from.stream().map(Request.OpenFiles.File::name).toList(),
                            from.stream().map(Request.OpenFiles.File::content).toList()),
                    trouble);
        }
    }

    private static String name(Recipe recipe) {
        return recipe.usesFiles() ? recipe.data().get(Settings.FILE_NAME) : "";
    }

    private static String content(Recipe recipe) {
        return recipe.usesFiles() ? recipe.data().get(Settings.CONTENT) : "";
    }

    @Override
    public void opened(Report.Opened opened) {
        present = Optional.of(opened);
        restore();
    }

    /** Opens what the present experiment waits for, if it is here; once, since it may not be what it was. */
    private void restore() {
        String wanted = name(lab.recipe());
        boolean missing =
                present.filter(opened -> opened.data().name().isEmpty()).isPresent();
        String content = content(lab.recipe());
        String both = wanted + " " + content;
        if (missing && !wanted.isEmpty() && !both.equals(tried)) {
            files.find(wanted).filter(kept -> kept.serves(content)).ifPresent(kept -> {
                tried = both;
                DomGlobal.setTimeout(ignored -> open(kept), 0); // others are still being told of what is open
            });
        }
    }

    private void open(KeptFiles.Kept kept) {
        List<Request.OpenFiles.File> given = new ArrayList<>();
        for (int i = 0; i < kept.paths().size(); i++) {
            given.add(new Request.OpenFiles.File(
                    kept.paths().get(i), kept.contents().get(i)));
        }
        FileBytes.hand(lab, given, kept.address(), report -> {});
    }

    /** How large it is, or what the browser still has to do. */
    private String about(KeptFiles.Kept kept) {
        return switch (files.state(kept)) {
            case KEPT -> Numbers.bytes(kept.bytes());
            case BEING_KEPT -> "being kept …";
            case BEING_REMOVED -> "being removed …";
        };
    }

    private void show() {
        Html.clear(element);
        element.hidden = files.all().isEmpty();
        if (element.hidden) {
            return;
        }
        Html list = Html.of("ul", "");
        for (KeptFiles.Kept kept : files.all()) {
            list.add(Html.of("li", "")
                    .add(Html.button("btn btn-link kept-open", kept.name(), () -> open(kept))
                            .attribute("title", "Open " + kept.name()))
                    .add(Html.of("small", "").text(about(kept)))
                    .add(Html.button("btn-close", "", () -> files.remove(kept.name(), trouble))
                            .attribute("aria-label", "Forget " + kept.name())
                            .attribute("title", "Remove it from this browser")));
        }
        element.appendChild(list.element());
        element.appendChild(Html.of("small", "kept-note").text(files.note()).element());
    }
}
