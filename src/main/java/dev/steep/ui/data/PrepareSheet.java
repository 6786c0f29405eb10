package dev.steep.ui.data;

import dev.steep.catalog.Domain;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.TableFacts;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.control.WordControl;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What preparation makes of each input, with histograms before and after and the formula with its numbers; each can have a
 * preparation of its own. All numbers are the training part's.
 */
public final class PrepareSheet implements Lab.Listener {
    /** How scalings are called on the page, by their words in links. */
    static final Map<String, String> SCALES = Map.of(
            "none", "none",
            "unit", "0…1",
            "signed", "−1…1",
            "standardise", "z-score",
            "log", "log, z-score",
            "asinh", "asinh, z-score");

    private static final String AS_ALL = "";
    /** Rows of the table at first, and that each press adds. */
    private static final int ROWS = 40;

    private final Lab lab;
    private final Dialog dialog = new Dialog("prepare-sheet", "Prepare");
    private final HTMLElement body = Html.of("tbody", "").element();
    private final HTMLElement more;
    private final PictureFeed feed;
    private final List<PreparedRow> rows = new ArrayList<>();
    private final List<HTMLSelectElement> menus = new ArrayList<>();
    private List<String> names = List.of();
    private List<String> known = List.of();
    private List<TableFacts.Gap> gaps = List.of();
    private int shown = ROWS;
    private int asked;
    private final MadeForm made;
    private final WordControl missing;

    public PrepareSheet(Lab lab) {
        this.lab = lab;
        more = Html.button("btn bar-button", "More features", this::showMore).element();
        made = new MadeForm(lab);
        missing = MissingMenu.ofAll(lab);
        Html head = Html.of("tr", "");
        for (String title : List.of("Feature", "Rescale", "Before", "Formula", "After")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(title));
        }
        feed = new PictureFeed(lab, "prepare-sheet", () -> List.of(new PreparedLook(0, shown)), this::draw);
        dialog.add(
                Html.of("p", "share-note")
                        .text(
                                "How inputs are spread in the training part, and what the network is given. The numbers of the"
                                        + " formulas are the training part's alone, and go with the model.")
                        .element(),
                missing.element(),
                Html.of("div", "prepare-table")
                        .add(Html.of("table", "")
                                .add(Html.of("thead", "").add(head).element(), body))
                        .element(),
                more,
                made.element());
        dialog.closed(feed::stop);
        lab.listen(this);
    }

    public HTMLElement element() {
        return dialog.element();
    }

    public void open() {
        dialog.open();
        feed.start();
        askForGaps();
    }

    @Override
    public void changed(Recipe recipe) {
        made.show(recipe);
        missing.show(MissingValues.ofAll(recipe));
        for (int i = 0; i < menus.size(); i++) {
            menus.get(i).value = Settings.scale(recipe.prepare(), names.get(i)).orElse(AS_ALL);
        }
    }

    @Override
    public void opened(Report.Opened opened) {
        DataFacts data = opened.data();
        List<String> now = data.inputs();
        missing.element().hidden = data.columns().isEmpty();
        Element focused = DomGlobal.document.activeElement;
        String label = focused != null && body.contains(focused) ? focused.getAttribute("aria-label") : null;
        if (!now.equals(known) || names.isEmpty()) {
            known = now;
            made.of(data);
            shown = ROWS;
            build();
        }
        changed(lab.recipe());
        if (dialog.isOpen()) {
            feed.start();
            askForGaps();
        }
        body.querySelectorAll("select").forEach((each, place, all) -> {
            if (label != null && label.equals(each.getAttribute("aria-label"))) {
                ((HTMLElement) each).focus();
            }
            return null;
        });
    }

    /** Which features have missing values, if they come from a table. */
    private void askForGaps() {
        int mine = ++asked;
        if (lab.data().columns().isEmpty()) {
            show(List.of());
            return;
        }
        lab.ask(new Inquiry.Sheet(0, 0), report -> {
            if (mine == asked && report instanceof Report.Sheet sheet) {
                show(sheet.table().gaps());
            }
        });
    }

    private void show(List<TableFacts.Gap> found) {
        gaps = found;
        for (int i = 0; i < rows.size(); i++) {
            String name = names.get(i);
            rows.get(i)
                    .fill(gaps.stream().filter(gap -> gap.column().equals(name)).findFirst());
        }
    }

    private void build() {
        Html.clear(body);
        rows.clear();
        menus.clear();
        int count = Math.min(shown, known.size());
        names = known.isEmpty() ? List.of("All inputs") : known.subList(0, count);
        for (String name : names) {
            HTMLElement setting = known.isEmpty()
                    ? Html.of("span", "").text("one scale for all").element()
                    : menu(name);
            PreparedRow row = new PreparedRow(lab, name, setting);
            rows.add(row);
            body.appendChild(row.element());
        }
        more.hidden = count == known.size();
        show(gaps);
    }

    private HTMLElement menu(String name) {
        Html select = Html.of("select", "form-select form-select-sm").attribute("aria-label", "Rescale " + name);
        select.add(Html.option(AS_ALL, "as all"));
        ((Domain.Word) Settings.SCALE.domain())
                .words()
                .forEach(word -> select.add(Html.option(word, SCALES.getOrDefault(word, word))));
        HTMLSelectElement menu = (HTMLSelectElement) select.element();
        menu.addEventListener(
                "change",
                event -> lab.change(lab.recipe()
                        .withPrepare(Settings.withScale(
                                lab.recipe().prepare(),
                                name,
                                Optional.of(menu.value).filter(word -> !word.equals(AS_ALL))))));
        menus.add(menu);
        return menu;
    }

    private void showMore() {
        shown += ROWS;
        build();
        changed(lab.recipe());
        feed.start();
    }

    private void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        boolean none = picture.version() == Inquiry.Watch.NOTHING;
        for (int i = 0; i < rows.size(); i++) {
            if (none || i >= PreparedLook.inputs(numbers)) {
                rows.get(i).clear();
            } else {
                rows.get(i).show(PreparedLook.input(numbers, i));
            }
        }
    }
}
