package dev.steep.ui;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.math.Elementary;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.function.Consumer;

/**
 * The control of one knob, made from its domain alone: a slider for a number, a switch for yes or no, a list for a word.
 *
 * @param <T> what the knob holds
 */
final class KnobControl<T> {
    private static final double SLIDER_STEPS = 200;

    private final Knob<T> knob;
    private final HTMLElement shown = Html.of("b", "").element();
    private final Html element;

    /**
     * @param value what it shows at first
     * @param done takes a value that the student has settled on
     */
    KnobControl(Knob<T> knob, T value, Consumer<T> done) {
        this.knob = knob;
        Html head = Html.of("div", "field-head")
                .add(Html.of("span", "").text(title(knob.name())))
                .add(shown);
        element = Html.of("div", "field").attribute("title", knob.about()).add(head);
        element.add(control(knob.domain(), value, done));
    }

    HTMLElement element() {
        return element.element();
    }

    /** {@code kernel_size} as a person writes it: Kernel size. */
    static String title(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @SuppressWarnings("unchecked") // a domain of integers belongs to a knob of integers, and so on
    private HTMLElement control(Domain<?> domain, Object value, Consumer<?> then) {
        if (domain instanceof Domain.Whole whole) {
            Consumer<Integer> take = (Consumer<Integer>) then;
            boolean wide = whole.high() - whole.low() > 200 && whole.low() > 0;
            return slider(
                    whole.low(),
                    whole.high(),
                    wide,
                    ((Integer) value).doubleValue(),
                    true,
                    number -> take.accept((int) number));
        }
        if (domain instanceof Domain.Real real) {
            Consumer<Double> take = (Consumer<Double>) then;
            return slider(real.low(), real.high(), real.logarithmic(), (Double) value, false, take::accept);
        }
        if (domain instanceof Domain.Flag) {
            return flag((Boolean) value, (Consumer<Boolean>) then);
        }
        if (domain instanceof Domain.Word word) {
            return list(word.words(), (String) value, (Consumer<String>) then);
        }
        if (domain instanceof Domain.Pick pick) {
            return pick(pick, (Choice) value, (Consumer<Choice>) then);
        }
        return text((Domain<Object>) domain, value, (Consumer<Object>) then);
    }

    /** Takes a number from a control. */
    private interface TakesNumber {
        void take(double number);
    }

    private HTMLElement slider(
            double low, double high, boolean logarithmic, double value, boolean whole, TakesNumber take) {
        HTMLInputElement range = input("range", "form-range");
        double from = logarithmic ? Elementary.log(low) : low;
        double to = logarithmic ? Elementary.log(high) : high;
        range.min = "0";
        range.max = "" + (whole && !logarithmic ? high - low : SLIDER_STEPS);
        range.step = "1";
        double steps = Double.parseDouble(range.max);
        double at = ((logarithmic ? Elementary.log(value) : value) - from) / (to - from);
        range.value = "" + Math.floor(at * steps + 0.5);
        shown.textContent = Numbers.write(value);
        range.addEventListener(
                "input", event -> shown.textContent = Numbers.write(read(range, from, to, logarithmic, whole)));
        range.addEventListener("change", event -> take.take(read(range, from, to, logarithmic, whole)));
        return range;
    }

    private static double read(HTMLInputElement range, double from, double to, boolean logarithmic, boolean whole) {
        double part = Double.parseDouble(range.value) / Double.parseDouble(range.max);
        double number = from + part * (to - from);
        double value = logarithmic ? Elementary.exp(number) : number;
        return whole ? Math.floor(value + 0.5) : twoDigits(value);
    }

    /** Rounded to two significant digits, so that sliders give numbers that a person would type. */
    private static double twoDigits(double value) {
        if (value == 0) {
            return 0;
        }
        double unit = 1;
        double size = Math.abs(value);
        while (size / unit >= 100) {
            unit *= 10;
        }
        while (size / unit < 10) {
            unit /= 10;
        }
        double digits = Math.floor(value / unit + 0.5);
        return Numbers.read(unit >= 1 ? "" + digits * unit : "" + digits / Math.floor(1 / unit + 0.5));
    }

    private HTMLElement flag(boolean value, Consumer<Boolean> then) {
        HTMLInputElement box = input("checkbox", "form-check-input");
        box.checked = value;
        box.addEventListener("change", event -> then.accept(box.checked));
        return Html.of("div", "form-check form-switch").add(box).element();
    }

    private HTMLElement list(List<String> words, String value, Consumer<String> then) {
        HTMLSelectElement select = (HTMLSelectElement) Html.of("select", "form-select form-select-sm")
                .attribute("aria-label", title(knob.name()))
                .element();
        for (String word : words) {
            select.appendChild(
                    Html.of("option", "").attribute("value", word).text(word).element());
        }
        select.value = value;
        select.addEventListener("change", event -> then.accept(select.value));
        return select;
    }

    private HTMLElement pick(Domain.Pick pick, Choice value, Consumer<Choice> then) {
        List<Kind> kinds = pick.kinds().get();
        HTMLElement list =
                list(kinds.stream().map(Kind::name).toList(), value.kind().name(), name -> kinds.stream()
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .ifPresent(kind -> then.accept(kind.choice())));
        Html whole = Html.of("div", "").add(list);
        if (!value.kind().knobs().isEmpty()) {
            Html inner = Html.of("div", "ps-3 pt-2");
            value.kind().knobs().forEach(each -> inner.add(nested(each, value, then)));
            whole.add(inner);
        }
        return whole.element();
    }

    private static <N> HTMLElement nested(Knob<N> each, Choice value, Consumer<Choice> then) {
        return new KnobControl<>(each, value.get(each), changed -> then.accept(value.with(each, changed))).element();
    }

    /** Whatever can be written in a link can be typed: sizes, texts, numbers that may be missing. */
    private HTMLElement text(Domain<Object> domain, Object value, Consumer<Object> then) {
        HTMLInputElement line = input("text", "form-control form-control-sm");
        line.value = domain.write(value).word();
        line.addEventListener("change", event -> {
            Object read = domain.read(Phrase.of(line.value.strip()), value, title(knob.name()), sentence -> {
                line.setCustomValidity(sentence);
                line.reportValidity();
            });
            line.value = domain.write(read).word();
            then.accept(read);
        });
        line.addEventListener("input", event -> line.setCustomValidity(""));
        return line;
    }

    private HTMLInputElement input(String type, String classes) {
        return (HTMLInputElement) Html.of("input", classes)
                .attribute("type", type)
                .attribute("aria-label", title(knob.name()))
                .element();
    }
}
