package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.MissingValues;
import dev.steep.ui.control.WordControl;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;

/**
 * The one importer: how a table was understood, what of it is used, and what comes of that. Everything is changed where it stands, as a
 * change of the experiment; nothing has to be.
 */
final class TableSheet implements Lab.Listener {
    private static final int COLUMNS = 40;
    private static final int SHOWN = 6; // classes with their counts
    private static final String DELIMITERS = "comma semicolon tab bar blank";
    private static final String DELIMITER_WORDS = "commas semicolons tabs bars blanks";
    private static final String ENCODINGS = "utf-8 utf-16 windows-1252";
    private static final String ENCODING_WORDS = "UTF-8 UTF-16 Windows-1252";

    private final Lab lab;
    private final ColumnChoices choices;
    private final TablePreview preview;
    private final RowsLine rows;
    private final WordControl missing;
    private final HTMLElement sum =
            Html.of("p", "sheet-sum").attribute("role", "status").element();
    private final HTMLElement lost = Html.of("p", "sheet-lost").element();
    private final HTMLElement decision = Html.of("p", "sheet-decision").element();
    private final HTMLElement undo;
    private final HTMLElement forget;
    private final HTMLElement how;
    private final HTMLElement pager;
    private final HTMLElement page = Html.of("span", "").element();
    private final HTMLElement before;
    private final HTMLElement after;
    private final HTMLElement sentences = Html.of("ul", "").element();
    private final List<HTMLSelectElement> readings = new ArrayList<>();
    private final Dialog dialog = new Dialog("table-sheet", "Your file");
    private int from;
    private int asked;

    TableSheet(Lab lab) {
        this.lab = lab;
        choices = new ColumnChoices(lab);
        preview = new TablePreview(lab, choices);
        rows = new RowsLine(lab, choices);
        missing = MissingMenu.ofAll(lab);
        undo = Html.button("btn btn-link", "Undo", () -> lab.undo(report -> {}))
                .attribute("hidden", "")
                .element();
        forget = Html.button("btn btn-link", "Back to what the lab found", choices::forget)
                .element();
        before = Html.button("pager", "‹", () -> turn(from - COLUMNS))
                .attribute("aria-label", "Columns before these")
                .element();
        after = Html.button("pager", "›", () -> turn(from + COLUMNS))
                .attribute("aria-label", "More columns")
                .element();
        pager = Html.of("div", "sheet-pager").add(page, before, after).element();
        how = Html.of("div", "sheet-how")
                .add(
                        menu("Cells separated by", "delimiter", DELIMITERS, DELIMITER_WORDS),
                        menu("Letters", "encoding", ENCODINGS, ENCODING_WORDS),
                        menu("Decimals", "decimal", "point comma", "1.5 1,5"),
                        menu("First row", "header", "true false", "names data"),
                        HelpLink.to("shelf-column", "the use of a column"))
                .element();
        dialog.add(
                sum,
                lost,
                decision,
                undo,
                rows.element(),
                missing.element(),
                how,
                pager,
                preview.element(),
                Html.of("details", "sheet-notes")
                        .add(Html.of("summary", "").text("What was understood, left out and changed"))
                        .add(sentences)
                        .element(),
                Html.of("div", "sheet-foot")
                        .add(Html.of("span", "").text("The file never leaves this machine."))
                        .add(forget)
                        .element());
        DomGlobal.document.body.appendChild(dialog.element());
        lab.listen(this);
    }

    private HTMLElement menu(String title, String option, String words, String titles) {
        List<String> values = parts(words);
        List<String> shown = parts(titles);
        Html menu = Html.of("select", "form-select form-select-sm").attribute("aria-label", title);
        for (int i = 0; i < values.size(); i++) {
            menu.add(Html.option(values.get(i), shown.get(i)));
        }
        HTMLSelectElement select = Js.uncheckedCast(menu.element());
        select.addEventListener("change", event -> choices.read(option, select.value));
        readings.add(select);
        return Html.of("label", "")
                .add(Html.of("span", "").text(title))
                .add(select)
                .element();
    }

    private static List<String> parts(String words) {
        return Characters.parts(words, ' ');
    }

    /** Opens it, with the first columns. */
    void open() {
        from = 0;
        ask();
        dialog.open();
    }

    boolean isOpen() {
        return dialog.isOpen();
    }

    private void turn(int first) {
        from = first;
        ask();
    }

    private void ask() {
        int mine = ++asked;
        lab.ask(new Inquiry.Sheet(from, COLUMNS), report -> {
            if (mine == asked
                    && report instanceof Report.Sheet sheet
                    && sheet.table().width() > 0) {
                show(sheet.table());
            }
        });
    }

    @Override
    public void opened(Report.Opened opened) {
        if (!dialog.isOpen()) {
            return;
        }
        if (!opened.data().columns().isEmpty()) {
            ask();
        } else if (lab.recipe().usesFiles() && !opened.problems().isEmpty()) {
            sum.textContent = opened.problems().get(0).sentence();
            sum.classList.add("trouble");
            undo.hidden = false;
            forget.hidden = !choices.saysAnything();
            decision.textContent = "";
            lost.textContent = "";
        } else {
            dialog.close();
        }
    }

    private void show(TableFacts table) {
        DataFacts data = lab.data();
        dialog.title(table.name());
        sum.classList.remove("trouble");
        undo.hidden = true;
        Html.clear(sum);
        sum.append(
                strong(used(table)),
                text(" · "),
                strong(Numbers.count(data.inputs().size(), "input")),
                text(" · predicts "),
                strong(predicted(data, table)));
        rows.show(table);
        missing.element().hidden = table.gaps().isEmpty();
        missing.show(MissingValues.ofAll(lab.recipe()));
        lost.textContent = table.lost().isEmpty() ? "" : "Rows left out: " + table.lost() + ".";
        decision.textContent = table.decision();
        forget.hidden = !choices.saysAnything();
        how.hidden = table.understood().isEmpty(); // numbers of a file that is no text
        for (int i = 0; i < table.understood().size(); i++) {
            readings.get(i).value = table.understood().get(i);
        }
        pager.hidden = table.width() <= COLUMNS;
        page.textContent = "Columns " + Numbers.grouped(table.from() + 1) + " to "
                + Numbers.grouped(table.from() + table.columns().size()) + " of " + Numbers.grouped(table.width());
        before.toggleAttribute("disabled", table.from() == 0);
        after.toggleAttribute("disabled", table.from() + COLUMNS >= table.width());
        Html.clear(sentences);
        table.sentences()
                .forEach(each ->
                        sentences.appendChild(Html.of("li", "").text(each).element()));
        preview.show(table);
    }

    /** {@code 712 of 891 rows}. */
    static String used(TableFacts table) {
        return table.used() == table.total()
                ? "all " + Numbers.count(table.rows(), "row")
                : Numbers.grouped(table.used()) + " of " + Numbers.count(table.total(), "row");
    }

    private static String predicted(DataFacts data, TableFacts table) {
        if (data.classes().isEmpty()) {
            return some(data.targets()) + (data.targets().size() == 1 ? ", a number" : ", numbers");
        }
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < data.classes().size(); i++) {
            counted.add(visible(data.classes().get(i)) + " " + Numbers.grouped(table.counts()[i]));
        }
        return visible(data.label()) + ", " + data.classes().size() + " classes (" + some(counted) + ")";
    }

    private static String some(List<String> all) {
        return all.size() <= SHOWN
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, SHOWN)) + " and " + Numbers.grouped(all.size() - SHOWN) + " more";
    }

    private static String visible(String name) {
        return Characters.visible(Characters.shortened(name, 60));
    }

    private static HTMLElement strong(String words) {
        return Html.of("b", "").text(words).element();
    }

    private static HTMLElement text(String words) {
        return Html.of("span", "").text(words).element();
    }
}
