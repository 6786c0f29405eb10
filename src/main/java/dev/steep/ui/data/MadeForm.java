package dev.steep.ui.data;

import dev.steep.catalog.Choice;
import dev.steep.data.MadeFeatures;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/** Features that are made from others: those that there are, a formula to type, and usual ones to pick. */
final class MadeForm {
    private final Lab lab;
    private final HTMLElement chips = Html.of("div", "made-chips").element();
    private final HTMLElement usual = Html.of("div", "formula-examples").element();
    private final HTMLElement message =
            Html.of("p", "formula-message").attribute("role", "status").element();
    private final HTMLInputElement field;
    private final HTMLElement element;
    private List<String> features = List.of();
    private List<String> made = List.of();

    MadeForm(Lab lab) {
        this.lab = lab;
        field = (HTMLInputElement) Html.of("input", "form-control form-control-sm made-field")
                .attribute("type", "text")
                .attribute("spellcheck", "false")
                .attribute("autocapitalize", "off")
                .attribute("autocomplete", "off")
                .attribute("aria-label", "Formula of a further feature")
                .element();
        field.addEventListener("input", event -> message.textContent = "");
        field.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals("Enter")) {
                add(field.value.strip());
            }
        });
        element = Html.of("section", "made-form")
                .add(Html.of("h3", "panel-title").text("Made from others"))
                .add(chips)
                .add(Html.of("div", "made-line")
                        .add(field)
                        .add(Html.button("btn bar-button", "Add", () -> add(field.value.strip()))))
                .add(message, usual)
                .element();
    }

    HTMLElement element() {
        return element;
    }

    /** Of these data. */
    void of(DataFacts data) {
        features = data.features();
        element.hidden = features.isEmpty() || data.shape().length != 1;
        message.textContent = "";
        Html.clear(usual);
        usual.appendChild(Html.of("span", "").text("For instance").element());
        List<String> examples = MadeFeatures.examples(features);
        examples.forEach(each -> usual.appendChild(
                Html.button("formula-example", each, () -> add(each)).element()));
        field.setAttribute("placeholder", examples.isEmpty() ? "" : examples.get(0));
    }

    void show(Recipe recipe) {
        List<String> now = recipe.prepare().get(Settings.MADE).stream()
                .map(MadeForm::formula)
                .toList();
        if (now.equals(made)) {
            return;
        }
        made = now;
        Html.clear(chips);
        for (String each : made) {
            chips.appendChild(Html.of("span", "made-chip")
                    .add(Html.of("span", "").text(each))
                    .add(Html.button("made-remove", "×", () -> remove(each)).attribute("aria-label", "Remove " + each))
                    .element());
        }
    }

    private static String formula(Choice made) {
        return made.get(Settings.FORMULA);
    }

    private void add(String text) {
        if (made.contains(text)) {
            message.textContent = "There is this one already.";
            return;
        }
        Optional<String> complaint = MadeFeatures.complaint(text, features);
        message.textContent = complaint.orElse("");
        field.classList.toggle("formula-wrong", complaint.isPresent());
        if (complaint.isEmpty()) {
            field.value = "";
            List<String> more = new ArrayList<>(made);
            more.add(text);
            change(more);
        } else {
            field.value = text;
        }
    }

    private void remove(String text) {
        List<String> less = new ArrayList<>(made);
        less.remove(text);
        change(less);
    }

    private void change(List<String> formulas) {
        lab.change(lab.recipe().withPrepare(Settings.withMade(lab.recipe().prepare(), formulas)));
    }
}
