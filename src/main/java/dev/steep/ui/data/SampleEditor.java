package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.SampleEdits;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;

/** Gives a sample another label, removes it, or takes either back. Each is an edit of the experiment, and can be undone. */
public final class SampleEditor {
    private final Lab lab;
    private final HTMLSelectElement classes = (HTMLSelectElement)
            Html.of("select", "form-select").attribute("aria-label", "Label").element();
    private final HTMLInputElement number = (HTMLInputElement) Html.of("input", "form-control")
            .attribute("type", "text")
            .attribute("inputmode", "decimal")
            .attribute("aria-label", "Label")
            .element();
    private final HTMLElement remove;
    private final HTMLElement back;
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;
    private int row = -1;
    private double label;

    public SampleEditor(Lab lab) {
        this.lab = lab;
        classes.addEventListener("change", event -> relabel(classes.selectedIndex));
        number.addEventListener("change", event -> typed());
        remove = Html.button("btn bar-button", "Remove", this::remove)
                .attribute("title", "Leaves this sample out of the data; it can be put back")
                .element();
        back = Html.button("btn bar-button", "As it came", this::back).element();
        element = Html.of("span", "sample-editor")
                .add(classes, number, remove, back)
                .element();
        element.hidden = true;
    }

    public HTMLElement element() {
        return element;
    }

    /** Another data set. */
    public void opened(DataFacts now) {
        if (!now.classes().equals(data.classes())) {
            Html.clear(classes);
            now.classes().forEach(name -> classes.appendChild(Html.option(name).element()));
        }
        data = now;
        classes.hidden = data.classes().isEmpty();
        number.hidden = !classes.hidden;
        hide();
    }

    public void hide() {
        row = -1;
        element.hidden = true;
    }

    /** Another sample, and its label: the place of its class, or its first number. */
    public void show(int wanted, double now) {
        row = wanted;
        label = now;
        SampleEdits edits = SampleEdits.of(lab.recipe());
        boolean gone = edits.isRemoved(row);
        element.hidden = false;
        classes.selectedIndex = (int) now;
        number.value = Numbers.write(now);
        classes.toggleAttribute("disabled", gone);
        number.toggleAttribute("disabled", gone);
        remove.hidden = gone;
        back.hidden = !gone && edits.label(row).isEmpty();
        back.textContent = gone ? "Put back" : "As it came";
    }

    private SampleEdits edits() {
        return SampleEdits.of(lab.recipe());
    }

    private boolean room() {
        if (edits().full()) {
            lab.tell(SampleEdits.bound(), true);
            show(row, label);
            return false;
        }
        return true;
    }

    private void typed() {
        double wanted = Numbers.read(number.value.replace('−', '-').replace(',', '.'));
        if (Double.isFinite(wanted)) {
            relabel(wanted);
        } else {
            number.value = Numbers.write(label);
        }
    }

    private void relabel(double wanted) {
        if (wanted != label && row >= 0 && (edits().label(row).isPresent() || room())) {
            lab.editSamples(
                    edits().relabel(row, wanted),
                    "Sample " + row + " is " + AnswerText.of(data, wanted) + " from now on, was "
                            + AnswerText.of(data, label));
        }
    }

    private void remove() {
        if (row >= 0 && room()) {
            lab.editSamples(edits().remove(row), "Removed sample " + row);
        }
    }

    private void back() {
        boolean gone = edits().isRemoved(row);
        lab.editSamples(
                gone ? edits().putBack(row) : edits().unlabel(row),
                gone ? "Put sample " + row + " back" : "Sample " + row + " has the label that it came with");
    }
}
