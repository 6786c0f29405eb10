package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Scale;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PastLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.ScaleLegend;
import dev.steep.ui.element.Segments;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weights at the ends of kept epochs, or what a layer gave for the chosen sample then, side by side: a row for each kernel or map, a
 * column for each epoch, the last as it is now. All have one scale. The epoch that the other views show stays as it is.
 */
final class FilmStrip implements Lab.Listener {
    /** How the numbers are shown: as they are, or with those of before. */
    enum Reach {
        NOW("now", 0, 0),
        THEN("then and now", 1, 96),
        FILM("film strip", 7, 48);

        private final String title;
        private final int epochs;
        private final int tile;

        /**
         * @param epochs how many of the past, at the most
         * @param tile about how wide a tile is, in page pixels
         */
        Reach(String title, int epochs, int tile) {
            this.title = title;
            this.epochs = epochs;
            this.tile = tile;
        }
    }

    /** What Dropout keeps is drawn anew in each step. */
    private static final String MASK = "/mask";

    /** While epochs end quickly: those from one choice of them to the next, in milliseconds. */
    private static final double SELDOM = 1000;

    /** More rows are left out, and counted. */
    private static final int MOST_TILES = 32;

    private final Lab lab;
    private final PictureFeed watching;
    private final Segments choice;
    private final HTMLSelectElement channels = (HTMLSelectElement)
            Html.of("select", "form-select").attribute("aria-label", "Channel").element();
    private final ScaleLegend scale = new ScaleLegend();
    private final HTMLElement words = Html.of("p", "grid-note").element();
    private final HTMLElement frames = Html.of("div", "film-frames").element();
    private final HTMLElement body = Html.of("div", "film")
            .add(Html.of("div", "grid-bar").add(channels, scale.element()))
            .add(words, frames)
            .element();
    private final List<List<PixelCanvas>> rows = new ArrayList<>();
    private final List<HTMLElement> heads = new ArrayList<>();
    private final Runnable turned;
    private Optional<Subject> subject = Optional.empty();
    private Reach reach = Reach.NOW;
    private Report.Kept kept = Report.Kept.NOTHING;
    private int[] epochs = {};
    private int[] wanted = {};
    private double asked;
    private boolean waiting;
    private List<float[]> numbers = List.of();
    private List<float[]> drawn = List.of();
    private Optional<Scale> colouring = Optional.empty();
    private int painted;

    /** @param turned called when another reach is chosen */
    FilmStrip(Lab lab, Runnable turned) {
        this.lab = lab;
        this.turned = turned;
        watching = new PictureFeed(lab, "film", this::looks, this::draw);
        List<String> titles =
                Arrays.stream(Reach.values()).map(each -> each.title).toList();
        choice = new Segments(titles, word -> word, word -> {
            reach = Reach.values()[titles.indexOf(word)];
            show();
            turned.run();
        });
        choice.element().classList.add("film-choice");
        choice.element().setAttribute("aria-label", "Numbers of which time");
        channels.addEventListener("change", event -> paint());
        frames.setAttribute("role", "region");
        frames.setAttribute("aria-label", "Numbers at the ends of epochs");
        frames.tabIndex = 0;
        Theme.onChange(body, this::paint);
        close();
        lab.listen(this);
    }

    /** What chooses among now and before. */
    HTMLElement choice() {
        return choice.element();
    }

    HTMLElement element() {
        return body;
    }

    /** Whether it is shown instead of the numbers of now. */
    boolean shown() {
        return reach != Reach.NOW && subject.isPresent();
    }

    /** Another picture: the strip is there for what training changes, and only once an epoch has ended. */
    void open(Subject other) {
        subject = Optional.of(other)
                .filter(each -> each.look() instanceof TensorLook tensor
                        && !tensor.name().equals(InputCard.INPUT)
                        && !tensor.name().endsWith(MASK));
        reach = Reach.NOW;
        show();
    }

    void close() {
        subject = Optional.empty();
        show();
    }

    @Override
    public void kept(Report.Kept now) {
        boolean further = now.epochs().length >= kept.epochs().length; // else it is another run, or some were given up
        kept = now;
        if (subject.isPresent() && (reach == Reach.NOW || !Arrays.equals(choose(), wanted))) {
            if (further && shown()) {
                follow();
            } else {
                show();
            }
        }
    }

    private int[] choose() {
        return FilmEpochs.of(kept.epochs(), kept.present(), reach.epochs);
    }

    /** Other epochs come into the strip, and it keeps its pictures until those of them are there. */
    private void follow() {
        if (waiting && lab.training()) {
            return;
        }
        double rest = asked + SELDOM - DomGlobal.performance.now();
        if (lab.training() && rest > 0) {
            waiting = true;
            DomGlobal.setTimeout(
                    arguments -> {
                        waiting = false;
                        follow();
                    },
                    rest);
        } else if (shown() && choose().length == epochs.length) {
            want(choose());
        } else if (shown()) {
            show();
        }
    }

    private void want(int[] other) {
        wanted = other;
        asked = DomGlobal.performance.now();
        watching.start();
    }

    private void show() {
        choice.show(reach.title);
        choice.element().hidden = subject.isEmpty() || FilmEpochs.of(kept.epochs(), kept.present(), 1).length == 0;
        if (reach != Reach.NOW && choice.element().hidden) { // the epochs are gone with their run
            reach = Reach.NOW;
            turned.run();
        }
        body.hidden = !shown();
        if (shown()) {
            build(subject.orElseThrow().grid());
            want(epochs);
        } else {
            watching.stop();
            numbers = List.of();
        }
    }

    private List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        subject.map(of -> (TensorLook) of.look()).ifPresent(now -> {
            for (int epoch : wanted) {
                looks.add(new PastLook(now.name(), epoch));
            }
            looks.add(now);
        });
        return looks;
    }

    private void build(NumberGrid grid) {
        epochs = choose();
        wanted = epochs;
        List<Look> looks = looks();
        rows.clear();
        heads.clear();
        numbers = List.of();
        drawn = List.of();
        scale.clear();
        channels.textContent = "";
        for (int i = 0; i < grid.channels().length(); i++) {
            channels.appendChild(
                    Html.option(grid.channels().name() + " " + grid.channels().label(i))
                            .element());
        }
        channels.hidden = grid.channels().length() < 2;
        int count = grid.tiles().length();
        boolean given = subject.filter(Subject::ofSample).isPresent();
        words.textContent =
                (given ? "What the layer gave for the chosen sample. " : "") + "The same colours throughout."
                        + (count > MOST_TILES ? " The first " + MOST_TILES + " of " + count + " are shown." : "");
        Html head = Html.of("tr", "").add(Html.of("td", ""));
        for (int i = 0; i < looks.size(); i++) {
            heads.add(Html.of("th", "")
                    .attribute("scope", "col")
                    .text(i < epochs.length ? column(i) : "")
                    .element());
            head.add(heads.get(i));
        }
        Html table = Html.of("tbody", "");
        int height = grid.rows().length();
        int width = grid.columns().length();
        for (int tile = 0; tile < Math.min(MOST_TILES, count); tile++) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "")
                            .attribute("scope", "row")
                            .text(count == 1 ? "" : grid.tiles().label(tile)));
            List<PixelCanvas> cells = new ArrayList<>();
            for (int i = 0; i < looks.size(); i++) {
                PixelCanvas canvas = new PixelCanvas(
                        width, height, Math.max(1, reach.tile / Math.max(width, height)), named(tile, i));
                canvas.shows("film", looks.get(i));
                int column = i;
                int which = tile;
                canvas.means((x, y) -> said(grid, column, which, y, x));
                cells.add(canvas);
                row.add(Html.of("td", "").add(canvas.element()));
            }
            rows.add(cells);
            table.add(row);
        }
        Html.clear(frames);
        frames.appendChild(Html.of("table", "film-table")
                .add(Html.of("thead", "").add(head))
                .add(table)
                .element());
    }

    private String named(int tile, int i) {
        NumberGrid.Axis tiles = subject.orElseThrow().grid().tiles();
        String name =
                tiles.length() == 1 ? subject.orElseThrow().title() : (tiles.name() + " " + tiles.label(tile)).trim();
        return name + ", " + column(i);
    }

    /** The pictures are of other epochs than before. */
    private void label() {
        drawn = List.of();
        List<Look> looks = looks();
        for (int i = 0; i < epochs.length; i++) {
            heads.get(i).textContent = column(i);
            for (int tile = 0; tile < rows.size(); tile++) {
                PixelCanvas canvas = rows.get(tile).get(i);
                canvas.element().setAttribute("aria-label", named(tile, i));
                canvas.shows("film", looks.get(i));
            }
        }
    }

    private String column(int i) {
        return i < epochs.length ? epochs[i] == 0 ? "at first" : "epoch " + epochs[i] : "now";
    }

    private void draw(Report.Picture picture) {
        numbers = picture.numbers();
        if (!Arrays.equals(wanted, epochs)) {
            epochs = wanted;
            label();
        }
        heads.get(heads.size() - 1).textContent =
                kept.past() ? "epoch " + picture.moment().epoch() + ", looked at" : "now";
        paint();
    }

    private void paint() {
        subject.filter(of -> shown() && numbers.size() == heads.size()).ifPresent(of -> paint(of.grid(), of.colours()));
    }

    private void paint(NumberGrid grid, Subject.Colours colours) {
        int size = grid.count();
        float[] all = new float[size * numbers.size()];
        int there = 0;
        for (float[] each : numbers) {
            if (each.length == size) {
                System.arraycopy(each, 0, all, size * there, size);
                there++;
            }
        }
        Scale common = colours.of(Arrays.copyOf(all, size * there), Theme.dark());
        scale.show(common);
        int channel = Math.max(0, channels.selectedIndex);
        boolean alike = colouring.equals(Optional.of(common)) && channel == painted;
        for (int i = 0; i < numbers.size(); i++) {
            if (!alike || i >= drawn.size() || !Arrays.equals(drawn.get(i), numbers.get(i))) {
                paint(grid, i, channel, common);
            }
        }
        drawn = numbers;
        painted = channel;
        colouring = Optional.of(common);
    }

    private void paint(NumberGrid grid, int column, int channel, Scale common) {
        for (int tile = 0; tile < rows.size(); tile++) {
            PixelCanvas canvas = rows.get(tile).get(column);
            if (numbers.get(column).length == grid.count()) {
                canvas.draw(grid.pixels(tile, channel, numbers.get(column), common));
            } else {
                canvas.clear();
            }
        }
    }

    /** {@code kernel 2, row 1, column 3, epoch 4: 0.25}. */
    private Optional<String> said(NumberGrid grid, int column, int tile, int row, int across) {
        int channel = Math.max(0, channels.selectedIndex);
        int index = row < grid.rows().length() && across < grid.columns().length()
                ? grid.index(tile, channel, row, across)
                : -1;
        return index < 0 || column >= numbers.size() || index >= numbers.get(column).length
                ? Optional.empty()
                : Optional.of(grid.place(tile, channel, row, across) + ", " + column(column) + ": "
                        + Figures.of(numbers.get(column)[index]));
    }
}
