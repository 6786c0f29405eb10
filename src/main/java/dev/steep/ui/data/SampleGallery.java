package dev.steep.ui.data;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Moment;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some samples of the data set, a page at a time. The chosen one is what the network's pictures are shown for. */
final class SampleGallery implements Lab.Listener {
    private static final int IMAGES = 30;
    private static final int ROWS = 8;
    private static final int PLANE = 192;

    private final Lab lab;
    private final HTMLElement tiles = Html.of("div", "gallery").element();
    private final HTMLElement plane = Html.of("div", "gallery-plane").element();
    private final HTMLElement caption = Html.of("span", "gallery-caption").element();
    private final HTMLElement before;
    private final HTMLElement after;
    private final Segments parts;
    private final PointPad pad;
    private final HTMLElement element;
    private final Map<Integer, SampleTile> shown = new LinkedHashMap<>();
    private final Map<Integer, HTMLElement> buttons = new LinkedHashMap<>();
    /** One stop of the Tab key. */
    private final Roving roving = new Roving(tiles, ".tile, .tile-row");

    private DataFacts facts = DataFacts.NONE;
    private int rows;
    private DataPart part = DataPart.VALIDATION;
    private int from;
    private int chosen = Moment.DRAWN;
    private int asked;

    SampleGallery(Lab lab) {
        this.lab = lab;
        parts = new Segments(
                List.of(DataPart.TRAINING.name(), DataPart.VALIDATION.name()),
                name -> name.toLowerCase(),
                name -> turn(DataPart.valueOf(name), 0));
        parts.element().setAttribute("aria-label", "Which samples");
        before = pager("‹", "Samples before these", -1);
        after = pager("›", "More samples", 1);
        element = Html.of("div", "")
                .add(parts.element(), plane, tiles)
                .add(Html.of("div", "gallery-foot").add(caption, before, after))
                .element();
        pad = new PointPad(lab);
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        DataFacts data = opened.data();
        chosen = opened.chosen();
        if (opened.rows() == rows) {
            mark();
        } else {
            rows = opened.rows();
            facts = data;
            boolean drawn = lab.recipe().data().is(Settings.OWN_POINTS);
            if (!drawn || pad.element().parentElement != plane) { // who draws keeps the focus
                Html.clear(plane);
            }
            if (drawn) {
                if (plane.firstChild == null) {
                    plane.appendChild(pad.element());
                }
            } else if (data.size() == 2 && data.ranges().length == 4) {
                PlaneCanvas picture = new PlaneCanvas(data, PLANE);
                plane.appendChild(picture.element());
                picture.load(lab);
            }
            element.toggleAttribute("hidden", data.size() == 0);
            parts.element().toggleAttribute("hidden", data.parts()[DataPart.VALIDATION.ordinal()] == 0);
            turn(data.parts()[DataPart.VALIDATION.ordinal()] > 0 ? DataPart.VALIDATION : DataPart.TRAINING, 0);
        }
    }

    @Override
    public void chosen(int row) {
        chosen = row;
        mark();
    }

    private HTMLElement pager(String sign, String label, int way) {
        return Html.button("pager", sign, () -> turn(part, from + way * count()))
                .attribute("aria-label", label)
                .attribute("title", label)
                .element();
    }

    private int count() {
        return facts.image() ? IMAGES : plane.firstChild != null ? 3 : ROWS;
    }

    private void turn(DataPart wanted, int first) {
        part = wanted;
        from = Math.max(0, first);
        parts.show(part.name());
        int all = facts.parts()[part.ordinal()];
        before.toggleAttribute("disabled", from == 0);
        after.toggleAttribute("disabled", from + count() >= all);
        int mine = ++asked;
        lab.ask(new Inquiry.Gallery(part, from, count()), report -> {
            if (mine == asked && report instanceof Report.Samples samples) {
                show(samples);
            } else if (mine == asked) {
                rows = 0; // to be asked for again when the experiment is
            }
        });
    }

    private void show(Report.Samples samples) {
        Html.clear(tiles);
        tiles.className = facts.image() ? SampleTile.large(facts) ? "gallery large" : "gallery" : "gallery-rows";
        shown.clear();
        buttons.clear();
        for (int i = 0; i < samples.rows().length; i++) {
            SampleTile tile = SampleTile.of(facts, samples.rows(), samples.x(), samples.y(), i);
            HTMLElement button = tile.button(() -> lab.choose(tile.row()));
            shown.put(tile.row(), tile);
            buttons.put(tile.row(), button);
            tiles.appendChild(button);
        }
        mark();
        if (!facts.columns().isEmpty()) {
            int mine = asked;
            lab.ask(new Inquiry.Cells(samples.rows()), report -> {
                if (mine == asked
                        && report instanceof Report.Cells cells
                        && !cells.names().isEmpty()) {
                    show(cells, samples.rows());
                }
            });
        }
    }

    /** Samples of a table show its cells. */
    private void show(Report.Cells cells, int[] samples) {
        tiles.className = "gallery-rows cell-rows";
        tiles.style.setProperty("--columns", "" + cells.names().size());
        tiles.insertBefore(CellRows.head(cells), tiles.firstChild);
        for (int i = 0; i < samples.length; i++) {
            HTMLElement line = buttons.get(samples[i]);
            if (line != null) {
                CellRows.fill(line, cells, i);
            }
        }
    }

    private void mark() {
        roving.refresh();
        buttons.forEach((row, button) -> {
            button.setAttribute("aria-pressed", "" + (row == chosen));
            if (row == chosen) {
                roving.stopAt(button);
            }
        });
        SampleTile tile = shown.get(chosen);
        caption.textContent = tile != null ? tile.caption() : chosen == Moment.DRAWN ? "" : "sample " + chosen;
    }
}
