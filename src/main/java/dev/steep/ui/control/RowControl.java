package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;

/** Several numbers, typed with commas between them. What cannot be used leaves the numbers as they were. */
final class RowControl<T extends Number> implements KnobControl<List<T>> {
    private final Domain<List<T>> domain;
    private final Edit<List<T>> edit;
    private final HTMLInputElement field;
    private final HTMLElement element;
    private List<T> row = List.of();

    RowControl(Domain<List<T>> domain, Caption caption, Edit<List<T>> edit) {
        this.domain = domain;
        this.edit = edit;
        field = caption.name((HTMLInputElement) Html.of("input", "form-control form-control-sm")
                .attribute("type", "text")
                .attribute("spellcheck", "false")
                .attribute("autocomplete", "off")
                .element());
        field.addEventListener("change", event -> typed(field.value));
        element = caption.above(field);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(List<T> value) {
        row = value;
        field.value = String.join(
                ", ",
                value.stream().map(each -> Numbers.write(each.doubleValue())).toList());
    }

    private void typed(String text) {
        Remarks unsaid = new Remarks(); // the field shows what became of the text
        List<T> read = domain.read(Phrase.read("(" + text.replace(" ", "") + ")", unsaid), row, "", unsaid);
        boolean changed = !read.equals(row);
        show(read);
        if (changed) {
            edit.to(read, false);
        }
    }
}
