package dev.steep.ui.data;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/**
 * What became of a table, in one line of DATA: {@code 712 of 891 rows used: 177 with gaps in age}. It opens the sheet, which opens by
 * itself only where a file needs a decision.
 */
final class TableLine implements Lab.Listener {
    private final Lab lab;
    private final TableSheet sheet;
    private final HTMLElement words = Html.of("span", "").element();
    private final HTMLElement element;
    private String decided = "";
    private int asked;

    TableLine(Lab lab) {
        this.lab = lab;
        sheet = new TableSheet(lab);
        element = Html.of("p", "table-line")
                .attribute("hidden", "")
                .add(words)
                .add(Html.button("btn btn-link", "Your file…", sheet::open)
                        .attribute("title", "How the table was understood, and what is used of it"))
                .element();
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        int mine = ++asked;
        if (opened.data().columns().isEmpty()) {
            element.hidden = true;
            return;
        }
        lab.ask(new Inquiry.Sheet(0, 0), report -> {
            if (mine == asked && report instanceof Report.Sheet answer) {
                show(answer.table());
            }
        });
    }

    private void show(TableFacts table) {
        element.hidden = table.rows() == 0;
        words.textContent =
                TableSheet.used(table) + " used" + (table.lost().isEmpty() ? "" : ": left out " + table.lost());
        String file = lab.recipe().data().get(Settings.FILE_NAME);
        boolean fresh = !file.equals(decided);
        decided = file;
        if (fresh && !table.decision().isEmpty() && !sheet.isOpen()) {
            sheet.open();
        }
    }
}
