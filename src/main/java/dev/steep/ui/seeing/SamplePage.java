package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** One page of samples: pictures with their labels, or rows of a table under their column names. One that is pressed is the chosen one. */
final class SamplePage {
    /**
     * A sample.
     *
     * @param part as {@link dev.steep.protocol.look.SampleTable#part}
     * @param truth its class or first number
     * @param given the one it came with
     */
    record Entry(int row, int part, double truth, double given, float[] raw) {
        /** From the numbers of a {@link SamplesLook}. */
        static Entry of(float[] numbers, int at, int size) {
            float[] raw = new float[size];
            System.arraycopy(numbers, at + SamplesLook.FIELDS, raw, 0, size);
            return new Entry((int) numbers[at], (int) numbers[at + 1], numbers[at + 2], numbers[at + 3], raw);
        }
    }

    private static final int ROWS = 50;

    /** Columns that stand side by side at the most. */
    private static final int COLUMNS = 40;

    /** About how wide a picture is at first. */
    private static final int USUAL = 60;

    private static final int LARGEST = 256;

    private final Lab lab;
    private final HTMLElement element = Html.of("div", "samples-page")
            .attribute("role", "group")
            .attribute("aria-label", "Samples")
            .element();
    private final Roving roving = new Roving(element, ".sample-tile");
    private final List<HTMLElement> tiles = new ArrayList<>();
    private List<Entry> entries = List.of();
    private DataFacts data = DataFacts.NONE;
    private int zoom = 1;
    private int chosen = Moment.DRAWN;

    SamplePage(Lab lab) {
        this.lab = lab;
    }

    HTMLElement element() {
        return element;
    }

    void opened(DataFacts now, int row) {
        chosen = row;
        if (side(now) != side(data)) {
            zoom = Math.max(1, USUAL / side(now));
        }
        data = now;
        mark();
    }

    /** Pixels along the longer side at a zoom of 1. */
    private static int side(DataFacts data) {
        return data.image() ? Math.max(data.shape()[0], data.shape()[1]) : 30;
    }

    void chosen(int row) {
        chosen = row;
        mark();
    }

    boolean zooms() {
        return SamplePicture.suits(data);
    }

    boolean zooms(int way) {
        return zoom + way >= 1 && (zoom + way) * side(data) <= Math.max(LARGEST, side(data));
    }

    void zoom(int way) {
        zoom = zooms(way) ? zoom + way : zoom;
    }

    String zoomed() {
        return zoom + "×";
    }

    /** How many samples are a page. */
    int room() {
        int pixels = zoom * side(data);
        return !SamplePicture.suits(data) ? ROWS : pixels > 130 ? 24 : pixels > 40 ? 60 : 120;
    }

    void show(List<Entry> all) {
        entries = all;
        Html.clear(element);
        tiles.clear();
        element.classList.toggle("rows", !SamplePicture.suits(data));
        if (SamplePicture.suits(data)) {
            int longest = 0;
            for (Entry entry : all) {
                longest = Math.max(longest, AnswerText.of(data, entry.truth()).length());
            }
            element.style.setProperty("--answer", longest + "ch"); // tiles of one width stand in columns
            all.forEach(this::picture);
        } else if (!all.isEmpty()) {
            table();
        }
        mark();
    }

    private HTMLElement tile(Entry entry, String text) {
        String said = SamplesView.said(data, entry);
        HTMLElement tile = Html.button("sample-tile", text, () -> lab.choose(entry.row()))
                .attribute("title", said)
                .attribute("aria-label", said)
                .attribute("aria-pressed", "false")
                .element();
        tiles.add(tile);
        return tile;
    }

    private void picture(Entry entry) {
        HTMLElement tile = tile(entry, "");
        tile.appendChild(SamplePicture.of(data, entry.raw(), zoom * side(data)));
        tile.appendChild(Html.of("span", entry.truth() == entry.given() ? "" : "relabelled")
                .text(AnswerText.of(data, entry.truth()))
                .element());
        element.appendChild(tile);
    }

    private void table() {
        int columns = Math.min(COLUMNS, data.size());
        Html head = Html.of("tr", "").add(heading("sample"), heading("part"), heading(target(data)));
        for (int i = 0; i < columns; i++) {
            head.add(heading(i < data.features().size() ? data.features().get(i) : "" + (i + 1)));
        }
        if (columns < data.size()) {
            head.add(heading("and " + Numbers.grouped(data.size() - columns) + " more"));
        }
        Html body = Html.of("tbody", "");
        for (Entry entry : entries) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").add(tile(entry, "" + entry.row())))
                    .add(Html.of("td", "samples-part").text(SamplesView.part(entry.part())))
                    .add(Html.of("td", entry.truth() == entry.given() ? "samples-label" : "samples-label relabelled")
                            .text(AnswerText.of(data, entry.truth())));
            for (int i = 0; i < columns; i++) {
                row.add(Html.of("td", "").text(Figures.of(entry.raw()[i])));
            }
            row.on("click", event -> lab.choose(entry.row()));
            body.add(row);
        }
        element.appendChild(Html.of("table", "samples-table")
                .add(Html.of("caption", "visually-hidden").text("Samples with their numbers before preparation"))
                .add(Html.of("thead", "").add(head), body)
                .element());
    }

    /** What the label of a sample is called. */
    static String target(DataFacts data) {
        return data.targets().isEmpty() ? "class" : data.targets().get(0);
    }

    private static Html heading(String text) {
        return Html.of("th", "").attribute("scope", "col").text(text);
    }

    private void mark() {
        roving.refresh();
        for (int i = 0; i < tiles.size(); i++) {
            boolean is = entries.get(i).row() == chosen;
            tiles.get(i).setAttribute("aria-pressed", "" + is);
            if (is) {
                roving.stopAt(tiles.get(i));
            }
        }
    }
}
