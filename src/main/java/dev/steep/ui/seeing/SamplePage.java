package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.ui.data.SampleCells;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    private int round;
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

    /** What was shown stays until the cells of these are known. */
    void show(List<Entry> all) {
        int mine = ++round;
        if (SamplePicture.suits(data)) {
            draw(all, Optional.empty());
        } else {
            int[] rows = all.stream().mapToInt(Entry::row).toArray();
            SampleCells.ask(lab, data, rows, cells -> {
                if (mine == round) {
                    draw(all, cells);
                }
            });
        }
    }

    private void draw(List<Entry> all, Optional<SampleCells> cells) {
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
            table(cells);
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

    /** @param cells what stands in the table that the samples come from, if they do */
    private void table(Optional<SampleCells> cells) {
        List<String> names = cells.map(SampleCells::names).orElseGet(this::features);
        int columns = Math.min(COLUMNS, names.size());
        Html head = Html.of("tr", "")
                .add(
                        heading("sample"),
                        heading("part"),
                        heading(cells.map(SampleCells::target).orElse(target(data))));
        names.subList(0, columns).forEach(name -> head.add(heading(name)));
        if (columns < names.size()) {
            head.add(heading("and " + Numbers.grouped(names.size() - columns) + " more"));
        }
        Html body = Html.of("tbody", "");
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            int place = at;
            List<String> texts = cells.map(all -> all.of(place)).orElseGet(() -> figures(entry, columns));
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").add(tile(entry, "" + entry.row())))
                    .add(Html.of("td", "samples-part").text(SamplesView.part(entry.part())))
                    .add(Html.of("td", entry.truth() == entry.given() ? "samples-label" : "samples-label relabelled")
                            .text(AnswerText.of(data, entry.truth())));
            texts.subList(0, columns).forEach(text -> row.add(Html.of("td", "").text(text)));
            row.on("click", event -> lab.choose(entry.row()));
            body.add(row);
        }
        element.appendChild(Html.of("table", "samples-table")
                .add(Html.of("caption", "visually-hidden").text("Samples as they were before preparation"))
                .add(Html.of("thead", "").add(head), body)
                .element());
    }

    private List<String> features() {
        return IntStream.range(0, data.size())
                .mapToObj(i -> i < data.features().size() ? data.features().get(i) : "" + (i + 1))
                .toList();
    }

    private static List<String> figures(Entry entry, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Figures.of(entry.raw()[i]))
                .toList();
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
