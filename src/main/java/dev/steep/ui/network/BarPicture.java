package dev.steep.ui.network;

import dev.steep.catalog.Numbers;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/** Numbers as bars, each with its name and its figure: units, features, or the probabilities of classes. */
final class BarPicture implements CardPicture {
    /** Bars become longer when the longest would fill less than this part of the room. */
    private static final int SHRINK = 8;

    /** More bars than so many stand in columns, of as many each as is even. */
    private static final int ROWS = 10;

    private static final int ROW_HEIGHT = 15;

    private record Row(HTMLElement line, HTMLElement bar, HTMLElement figure) {}

    private final Look look;
    private final IntFunction<DoubleFunction<String>> figures;
    private final boolean probabilities;
    private final boolean opposite;
    private final List<Row> rows = new ArrayList<>();
    private final Glimpse glimpse;
    private final Subject large;
    private final HTMLElement low = Html.of("span", "").element();
    private final HTMLElement high = Html.of("span", "").element();
    private final HTMLElement axis;
    private final int down;
    private double ceiling;

    private BarPicture(
            String caption,
            Look look,
            List<String> names,
            IntFunction<DoubleFunction<String>> figures,
            boolean probabilities,
            boolean opposite) {
        this.look = look;
        this.figures = figures;
        this.probabilities = probabilities;
        this.opposite = opposite;
        int columns = Math.max(1, (names.size() + ROWS - 1) / ROWS);
        down = Math.max(1, (names.size() + columns - 1) / columns);
        Html list = Html.of("div", "bar-columns" + (columns > 1 ? " several" : ""));
        Html column = list;
        for (String name : names) {
            if (rows.size() % down == 0) {
                column = Html.of("div", "bars");
                list.add(column);
            }
            Html bar = Html.of("span", "bar-fill");
            Html figure = Html.of("span", "bar-figure");
            Html line = Html.of("div", "bar-row")
                    .add(Html.of("span", "bar-name").text(name).attribute("title", name));
            line.add(Html.of("span", "bar-track").add(bar), figure);
            column.add(line);
            rows.add(new Row(line.element(), bar.element(), figure.element()));
        }
        Html.shows(
                list.element(), probabilities ? "probabilities" : look instanceof AnswerLook ? "answer" : "bars", look);
        axis = Html.of("span", "bar-axis")
                .attribute("aria-hidden", "true")
                .add(low, high)
                .element();
        list.element()
                .firstElementChild
                .append(Html.of("span", "").element(), axis, Html.of("span", "").element());
        glimpse = new Glimpse(caption, list.element());
        List<String> shown = opposite ? names.subList(1, names.size()) : names;
        large = new Subject(
                caption,
                true,
                look,
                NumberGrid.list("", shown.size(), shown),
                (numbers, dark) -> probabilities
                        ? Scale.magnitude(new Range(0, 1))
                        : TensorImage.activations(Range.of(numbers), dark));
    }

    /** Numbers of either sign. */
    static BarPicture numbers(String caption, String tensor, List<String> names) {
        return new BarPicture(caption, new TensorLook(tensor), names, row -> Figures::of, false, false);
    }

    /** What the network says of the chosen sample, in the units of what it predicts. */
    static BarPicture answer(DataFacts data) {
        return new BarPicture(
                "prediction",
                new AnswerLook(),
                data.targets(),
                row -> value -> AnswerText.number(data, row, value),
                false,
                false);
    }

    /** Probabilities of classes. A single number is that of the second of two. */
    static BarPicture classes(String tensor, List<String> names, int numbers) {
        return new BarPicture(
                "probabilities", new TensorLook(tensor), names, row -> Figures::probability, true, numbers == 1);
    }

    @Override
    public HTMLElement element() {
        return glimpse.element();
    }

    @Override
    public int height() {
        return Glimpse.CAPTION + (down + 1) * ROW_HEIGHT;
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public void draw(List<float[]> numbers) {
        float[] values = numbers.get(0);
        if (opposite && values.length == 1) {
            values = new float[] {1 - values[0], values[0]};
        }
        glimpse.known(values.length == rows.size());
        axis.hidden = values.length != rows.size();
        if (values.length != rows.size()) {
            rows.forEach(BarPicture::blank);
            return;
        }
        int best = 0;
        for (int i = 1; i < rows.size(); i++) {
            best = values[i] > values[best] ? i : best;
        }
        Range range = Range.of(values);
        double most = range.most() > 0 ? Range.round(range.most()) : 1;
        // It stays, so that bars compare over time, unless what was is much larger than what is.
        ceiling = probabilities ? 1 : most > ceiling || most < ceiling / SHRINK ? most : ceiling;
        boolean signed = !probabilities && range.low() < 0;
        glimpse.element().classList.toggle("signed", signed);
        low.textContent = signed ? "−" + Numbers.write(ceiling) : "0";
        high.textContent = Numbers.write(ceiling);
        for (int i = 0; i < rows.size(); i++) {
            show(rows.get(i), figures.apply(i).apply(values[i]), values[i], signed);
            rows.get(i).line().classList.toggle("best", probabilities && i == best);
        }
    }

    private static void blank(Row row) {
        row.bar().hidden = true;
        row.figure().textContent = "";
        row.line().classList.remove("best");
    }

    private void show(Row row, String figure, double value, boolean signed) {
        double share = Double.isNaN(value) ? 0 : Math.min(1, Math.abs(value) / ceiling) * (signed ? 50 : 100);
        row.bar().hidden = false;
        row.bar().style.setProperty("width", Figures.fixed(share, 1) + "%");
        row.bar().style.setProperty("left", Figures.fixed(signed ? value < 0 ? 50 - share : 50 : 0, 1) + "%");
        row.bar().classList.toggle("negative", value < 0);
        row.figure().textContent = figure;
    }

    @Override
    public Optional<Subject> large() {
        return Optional.of(large);
    }
}
