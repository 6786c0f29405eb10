package dev.steep.ui.seeing;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.SampleLook;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.ui.data.SampleEditor;
import dev.steep.ui.element.Clipboards;
import dev.steep.ui.element.GridPanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;
import java.util.Optional;

/** The chosen sample: its picture, what it is, and each of its numbers before preparation. */
final class SampleSheet {
    private static final int PIXELS = 168;

    private final HTMLElement picture = Html.of("div", "sheet-picture").element();
    private final HTMLElement said =
            Html.of("p", "sheet-said").attribute("aria-live", "polite").element();
    private final HTMLInputElement number = (HTMLInputElement) Html.of("input", "form-control sheet-row")
            .attribute("type", "number")
            .attribute("min", "0")
            .attribute("aria-label", "Number of the chosen sample")
            .element();
    private final HTMLElement copied =
            Html.of("span", "copy-said").attribute("role", "status").element();
    private final HTMLElement copy =
            Html.button("btn bar-button", "Copy as CSV", this::copy).element();
    private final SampleEditor editor;
    private final GridPanel grid = new GridPanel();
    private final HTMLElement numbers = Html.of("details", "sheet-numbers")
            .add(Html.of("summary", "").text("Numbers"))
            .add(grid.element())
            .on("toggle", event -> fill())
            .element();
    private final HTMLElement element = Html.of("section", "sample-sheet")
            .attribute("aria-label", "The chosen sample")
            .add(Html.of("label", "sample-sheet-head").text("Sample ").add(number))
            .add(picture, said)
            .element();
    private final DataFeed feed;
    private DataFacts data = DataFacts.NONE;
    private int row = Moment.DRAWN;
    private Optional<SamplePage.Entry> entry = Optional.empty();

    /** @param panel names it to the worker */
    SampleSheet(Lab lab, String panel) {
        editor = new SampleEditor(lab);
        element.appendChild(editor.element());
        element.appendChild(Html.of("div", "sheet-tools").add(copy, copied).element());
        element.appendChild(numbers);
        feed = new DataFeed(lab, panel, this::looks, this::draw);
        number.addEventListener("change", event -> {
            double wanted = number.valueAsNumber;
            if (wanted >= 0 && wanted == Math.rint(wanted)) {
                lab.choose((int) wanted);
            } else {
                number.value = row >= 0 ? "" + row : "";
            }
        });
    }

    HTMLElement element() {
        return element;
    }

    private List<Look> looks() {
        return data.size() == 0 || row < 0 ? List.of() : List.of(new SampleLook(row));
    }

    void opened(Report.Opened opened) {
        data = opened.data();
        editor.opened(data);
        numbers.toggleAttribute("open", !SamplePicture.suits(data));
        if (data.shape().length > 0) { // a link may ask for a file that is not here
            grid.open(grid(data));
        }
        chosen(opened.chosen());
    }

    void chosen(int other) {
        row = other;
        number.value = row >= 0 ? "" + row : "";
        Html.shows(element, "sample", new SampleLook(row));
        if (row < 0) {
            entry = Optional.empty();
            editor.hide();
            Html.clear(picture);
            said.textContent = "A drawing of your own is the chosen sample.";
            fill();
        }
        feed.again();
    }

    void blank() {
        feed.blank();
    }

    void show() {
        feed.show();
    }

    void hide() {
        feed.hide();
    }

    private static NumberGrid grid(DataFacts data) {
        int[] shape = data.shape();
        return switch (shape.length) {
            case 3 -> NumberGrid.image(shape[0], shape[1], shape[2]);
            case 2 -> NumberGrid.series(shape[0], shape[1]);
            default -> NumberGrid.list("feature", data.size(), data.features());
        };
    }

    private void draw(Report.Picture report) {
        float[] found = report.numbers().get(0);
        Html.clear(picture);
        copied.textContent = "";
        entry = found.length == SamplesLook.FIELDS + data.size()
                ? Optional.of(SamplePage.Entry.of(found, 0, data.size()))
                : Optional.empty();
        entry.filter(each -> SamplePicture.suits(data))
                .ifPresent(each -> picture.appendChild(SamplePicture.of(data, each.raw(), PIXELS)));
        entry.ifPresent(each -> editor.show(each.row(), each.truth()));
        said.textContent = entry.map(each -> SamplesView.said(data, each)).orElse("");
        copy.toggleAttribute("disabled", entry.isEmpty());
        fill();
    }

    private void fill() {
        if (entry.isPresent() && numbers.hasAttribute("open")) {
            float[] raw = entry.get().raw();
            double[] ranges = data.ranges();
            boolean shared = SamplePicture.suits(data) && ranges.length >= 2;
            Range range = shared ? new Range(ranges[0], ranges[1]) : Range.of(raw);
            grid.draw(raw, new Scale(data.image() ? Ramp.GREY : Ramp.MAGNITUDE, range.low(), range.high()));
        } else {
            grid.clear();
        }
    }

    private void copy() {
        entry.ifPresent(each -> Clipboards.copy(
                SampleCsv.of(data, each.row(), each.truth(), each.raw()), words -> copied.textContent = words));
    }
}
