package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.SampleTable;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All samples, page by page: of a part, of a class, larger or smaller; beside them the chosen one with its numbers. */
public final class SamplesView extends DataPage implements Lab.Listener {
    public static final View VIEW = View.of(
                    "samples",
                    "Samples",
                    "All samples with their labels, page by page: of one part, of one class; the chosen one with its numbers.",
                    SamplesView::new)
            .in("Data")
            .onlyFor("data that are there", data -> data.size() > 0)
            .savedAs(".samples-page");

    private static final List<String> PARTS = List.of("all", "training", "validation", "test", "removed");

    private final HTMLSelectElement classes = (HTMLSelectElement)
            Html.of("select", "form-select").attribute("aria-label", "Class").element();
    private final Segments parts = new Segments(PARTS, word -> word, this::partChosen);
    private final HTMLElement caption =
            Html.of("span", "samples-count").attribute("aria-live", "polite").element();
    private final HTMLElement first = pager("«", "The first samples", () -> turn(0));
    private final HTMLElement before = pager("‹", "Samples before these", () -> turn(this.from - room()));
    private final HTMLElement after = pager("›", "More samples", () -> turn(this.from + room()));
    private final HTMLElement last = pager("»", "The last samples", () -> turn((this.total - 1) / room() * room()));
    private final HTMLElement smaller = pager("−", "Smaller pictures", () -> zoom(-1));
    private final HTMLElement larger = pager("+", "Larger pictures", () -> zoom(1));
    private final HTMLElement zoomed = Html.of("span", "samples-zoom").element();
    private final HTMLElement closed = Html.of("p", "confusion-note").element();
    private final SamplePage page;
    private final SampleSheet sheet;
    private final HTMLElement element;
    private List<String> names = List.of();
    private int[] shape = new int[0];
    private int part = SampleTable.ANY;
    private int from;
    private int total;

    SamplesView(Lab lab) {
        super(lab, "samples");
        page = new SamplePage(lab);
        sheet = new SampleSheet(lab, "sample");
        classes.addEventListener("change", event -> turn(0));
        parts.element().setAttribute("aria-label", "Part");
        parts.show(PARTS.get(0));
        element = Html.of("div", "samples")
                .add(Html.of("div", "roc-head")
                        .add(parts.element(), classes)
                        .add(Html.of("span", "samples-pager").add(smaller, zoomed, larger))
                        .add(Html.of("span", "samples-pager").add(first, before, caption, after, last)))
                .add(closed)
                .add(Html.of("div", "samples-main").add(page.element(), sheet.element()))
                .element();
        lab.listen(this);
    }

    private static HTMLElement pager(String sign, String label, Runnable press) {
        return Html.button("pager", sign, press)
                .attribute("aria-label", label)
                .attribute("title", label)
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void arrange(Report.Opened opened) {
        if (!data().classes().equals(names) || !Arrays.equals(data().shape(), shape)) {
            names = data().classes();
            shape = data().shape();
            Html.clear(classes);
            option("all classes");
            names.forEach(this::option);
            classes.hidden = names.isEmpty();
            part = SampleTable.ANY;
            from = 0;
        }
        sheet.opened(opened);
        page.opened(data(), opened.chosen());
    }

    @Override
    void replaced() {
        from = part == SampleTable.REMOVED ? 0 : from;
    }

    private void option(String name) {
        classes.appendChild(Html.option(name).element());
    }

    @Override
    public void chosen(int row) {
        page.chosen(row);
        sheet.chosen(row);
    }

    @Override
    public void blank() {
        super.blank();
        sheet.blank();
    }

    @Override
    public void show() {
        super.show();
        sheet.show();
    }

    @Override
    public void hide() {
        super.hide();
        sheet.hide();
    }

    private void partChosen(String word) {
        int at = PARTS.indexOf(word) - 1;
        part = at < 0 ? SampleTable.ANY : at;
        turn(0);
    }

    private void zoom(int way) {
        int middle = from;
        page.zoom(way);
        turn(middle / room() * room());
    }

    private int room() {
        return page.room();
    }

    private void turn(int to) {
        from = Math.max(0, to);
        again();
    }

    private SamplesLook look() {
        int group = classes.hidden ? SampleTable.ANY : classes.selectedIndex - 1;
        return new SamplesLook(part, Math.max(SampleTable.ANY, group), from, room());
    }

    @Override
    List<Look> looks() {
        return data().size() == 0 ? List.of() : List.of(look());
    }

    @Override
    void announce() {
        Html.shows(page.element(), "samples", look());
    }

    @Override
    void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        boolean there = numbers.length >= SamplesLook.HEAD;
        List<SamplePage.Entry> entries = new ArrayList<>();
        int width = SamplesLook.FIELDS + data().size();
        for (int at = SamplesLook.HEAD; at + width <= numbers.length; at += width) {
            entries.add(SamplePage.Entry.of(numbers, at, data().size()));
        }
        total = there ? (int) numbers[0] : 0;
        page.show(entries);
        before.toggleAttribute("disabled", from == 0);
        first.toggleAttribute("disabled", from == 0);
        after.toggleAttribute("disabled", from + room() >= total);
        last.toggleAttribute("disabled", from + room() >= total);
        caption.textContent = !there
                ? ""
                : entries.isEmpty()
                        ? "none"
                        : Numbers.grouped(from + 1) + "–" + Numbers.grouped(from + entries.size()) + " of "
                                + Numbers.grouped(total);
        offers(numbers);
        zoomed.textContent = page.zoomed();
        smaller.parentElement.toggleAttribute("hidden", !page.zooms());
        smaller.toggleAttribute("disabled", !page.zooms(-1));
        larger.toggleAttribute("disabled", !page.zooms(1));
    }

    /** Parts that have samples to show. */
    private void offers(float[] numbers) {
        boolean there = numbers.length >= SamplesLook.HEAD;
        parts.offer(word -> !there || word.equals(PARTS.get(0)) || numbers[PARTS.indexOf(word)] > 0);
        parts.show(PARTS.get(part + 1));
        boolean hides = there && numbers[1 + 2] < 0;
        closed.textContent = hides ? "The test part is closed until it is opened, and not shown here." : "";
        closed.hidden = !hides;
        if (there && part >= 0 && numbers[1 + part] <= 0) {
            part = SampleTable.ANY;
            turn(0);
        }
    }

    /** {@code sample 17, validation, label 3}. */
    static String said(DataFacts data, SamplePage.Entry entry) {
        return "sample " + entry.row() + ", " + part(entry.part()) + ", " + label(data, entry);
    }

    static String part(int part) {
        return PARTS.get(Math.max(0, Math.min(part + 1, PARTS.size() - 1)));
    }

    private static String label(DataFacts data, SamplePage.Entry entry) {
        String now = AnswerText.of(data, entry.truth());
        return entry.truth() == entry.given() ? now : now + " (was " + AnswerText.of(data, entry.given()) + ")";
    }
}
