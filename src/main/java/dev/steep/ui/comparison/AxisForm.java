package dev.steep.ui.comparison;

import dev.steep.catalog.Numbers;
import dev.steep.ui.element.Html;
import dev.steep.ui.runs.Sweep;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;

/** Which setting is swept, and over which values: a grid of numbers, or some words. */
final class AxisForm {
    private static final String LOG = "log";
    private static final int MOST_VALUES = 20;

    private final HTMLSelectElement setting;
    private final HTMLInputElement from = field("number", "axis-number");
    private final HTMLInputElement to = field("number", "axis-number");
    private final HTMLInputElement count = field("number", "axis-count");
    private final HTMLSelectElement spacing = (HTMLSelectElement) Html.of("select", "form-select form-select-sm")
            .add(option("even", "evenly"), option(LOG, "by factors"))
            .element();
    private final HTMLInputElement words = field("text", "axis-words");
    private final HTMLElement hint = Html.of("span", "axis-hint").element();
    private final HTMLElement numbers;
    private final HTMLElement listed;
    private final HTMLElement element;
    private final String none;
    /** Whether its values are a person's own, and not suggested. */
    private boolean typed;

    private List<Sweep.Setting> settings = List.of();

    /** @param none what it says where nothing is chosen; empty if something has to be */
    AxisForm(String title, String none, Runnable changed) {
        this.none = none;
        setting = (HTMLSelectElement)
                Html.of("select", "form-select form-select-sm axis-setting").element();
        numbers = Html.of("div", "batch-row")
                .add(labelled("from", from), labelled("to", to), labelled("values", count), labelled("spaced", spacing))
                .element();
        listed = Html.of("div", "").add(labelled("values", words).add(hint)).element();
        element = Html.of("div", "batch-row axis")
                .add(labelled(title, setting))
                .add(numbers, listed)
                .element();
        count.min = "1";
        count.max = "" + MOST_VALUES;
        setting.addEventListener("change", event -> {
            typed = false;
            suggest();
            changed.run();
        });
        for (HTMLElement each : List.of(from, to, count, spacing, words)) {
            each.addEventListener("input", event -> {
                typed = true;
                changed.run();
            });
        }
    }

    HTMLElement element() {
        return element;
    }

    static Html labelled(String words, HTMLElement control) {
        return Html.of("label", "batch-label")
                .add(Html.of("span", "").text(words))
                .add(control);
    }

    static HTMLInputElement field(String type, String classes) {
        return (HTMLInputElement) Html.of("input", "form-control form-control-sm " + classes)
                .attribute("type", type)
                .attribute("step", "any")
                .element();
    }

    private static Html option(String value, String words) {
        return Html.option(value, words);
    }

    /** Offers these settings; the one that is chosen stays, if it is still there. */
    void offer(List<Sweep.Setting> all, String preferred) {
        String before = setting.value;
        settings = all;
        Html.clear(setting);
        if (!none.isEmpty()) {
            setting.appendChild(option("", none).element());
        }
        all.forEach(
                each -> setting.appendChild(option(each.path(), each.title()).element()));
        boolean stays =
                all.stream().anyMatch(each -> each.path().equals(before)) || before.isEmpty() && !none.isEmpty();
        boolean there = all.stream().anyMatch(each -> each.path().equals(preferred));
        setting.value = stays
                ? before
                : there || preferred.isEmpty() ? preferred : all.get(0).path();
        typed &= stays;
        if (!typed) {
            suggest();
        }
        show();
    }

    Optional<Sweep.Setting> chosen() {
        return settings.stream()
                .filter(each -> each.path().equals(setting.value))
                .findFirst();
    }

    /** The values that are asked for, as links write them. */
    List<String> values() {
        return chosen().map(each -> each.ofWords()
                        ? Sweep.listed(words.value)
                        : each.grid(
                                number(from, each.from()),
                                number(to, each.to()),
                                (int) Math.max(1, Math.min(MOST_VALUES, number(count, 1))),
                                spacing.value.equals(LOG)))
                .orElse(List.of());
    }

    static double number(HTMLInputElement field, double otherwise) {
        double number = Numbers.read(field.value);
        return Double.isNaN(number) ? otherwise : number;
    }

    private void suggest() {
        chosen().ifPresent(each -> {
            if (each.ofWords()) {
                words.value = String.join(", ", each.usual());
                hint.textContent = "It can be " + String.join(", ", each.words()) + ".";
            } else {
                from.value = each.grid(each.from(), each.from(), 1, false).get(0);
                to.value = each.grid(each.to(), each.to(), 1, false).get(0);
                count.value = "" + Sweep.usualValues();
                spacing.value = each.logarithmic() && each.from() > 0 ? LOG : "even";
            }
        });
        show();
    }

    private void show() {
        Optional<Sweep.Setting> now = chosen();
        numbers.hidden = now.isEmpty() || now.get().ofWords();
        listed.hidden = now.isEmpty() || !now.get().ofWords();
    }
}
