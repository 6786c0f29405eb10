package dev.steep.ui.backprop;

import dev.steep.ui.backprop.Derivation.Assignment;
import dev.steep.ui.backprop.Derivation.Check;
import dev.steep.ui.backprop.Derivation.Formed;
import dev.steep.ui.backprop.Derivation.Letter;
import dev.steep.ui.backprop.Derivation.Part;
import dev.steep.ui.backprop.Derivation.Term;
import dev.steep.ui.backprop.Derivation.Update;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jsinterop.base.Js;

/** All about one number of a pass: how it comes about, the chain rule for it in symbols and in numbers, a check, and the update. */
public final class Inspector {
    /** A derivative and a measured slope agree if they differ by less than this share, or by hardly anything. */
    private static final double AGREES = 0.01;

    private static final double HARDLY = 1e-6;

    /** Tensors of up to so many numbers are seen whole. */
    private static final int FEW = 6;

    private static final String[][] AXES = {
        {"unit"}, {"from", "to"}, {"row", "column", "channel"}, {"row", "column", "channel", "kernel"}
    };

    private final Consumer<Place> pick;
    private final BiConsumer<Place, Double> set;
    private final HTMLElement element =
            Html.of("div", "pass-inspector").attribute("role", "region").element();
    private Symbols symbols;
    private Pass pass;

    /**
     * @param pick is told of a symbol that was pressed
     * @param set is told of another number for a weight
     */
    public Inspector(Pass pass, Consumer<Place> pick, BiConsumer<Place, Double> set) {
        this.pass = pass;
        this.pick = pick;
        this.set = set;
        symbols = new Symbols(pass);
        element.setAttribute("aria-label", "The chosen number");
    }

    public HTMLElement element() {
        return element;
    }

    /** Nothing. */
    public void clear() {
        Html.clear(element);
    }

    /** Shows a number as a stage asks for it: what the stage is about comes first. */
    public void show(Pass of, Symbols with, Stage stage, Derivation chain) {
        pass = of;
        symbols = with;
        Html.clear(element);
        HTMLElement title = Html.of("h3", "pass-title").element();
        title.innerHTML = "<math>" + symbols.of(chain.place()) + "</math>";
        title.appendChild(Html.of("span", "").text(symbols.words(chain.place())).element());
        element.appendChild(title);
        axes(chain.place());
        value(chain);
        boolean back = stage.phase() == Stage.Phase.BACKWARD || stage.phase() == Stage.Phase.UPDATE;
        if (stage.phase() == Stage.Phase.UPDATE) {
            chain.update().ifPresent(update -> update(chain.place(), update));
        }
        if (!back) {
            chain.formed().ifPresent(formed -> formed(chain, formed));
        }
        backward(chain);
        chain.check().ifPresent(check -> check(chain, check));
        if (stage.phase() != Stage.Phase.UPDATE) {
            chain.update().ifPresent(update -> update(chain.place(), update));
        }
        if (back) {
            chain.formed().ifPresent(formed -> formed(chain, formed));
        }
    }

    private Html part(String heading, HTMLElement... inside) {
        Html part = Html.of("section", "pass-part").add(Html.of("h4", "").text(heading));
        for (HTMLElement each : inside) {
            part.add(each);
        }
        element.appendChild(part.element());
        return part;
    }

    private static HTMLElement words(String text) {
        return Html.of("p", "pass-words").text(text).element();
    }

    /** Numbers to say which one is meant, where there are too many to be pressed, and for the keyboard. */
    private void axes(Place place) {
        Optional<int[]> shape = pass.shape(place.tensor());
        if (shape.isEmpty() || shape.get().length == 0 || Pass.size(shape.get()) <= FEW) {
            return;
        }
        int[] lengths = shape.get();
        int size = Pass.size(lengths);
        int first = place.index() / size * size;
        Html axes = Html.of("p", "pass-axes");
        int block = size;
        for (int i = 0; i < lengths.length; i++) {
            block /= lengths[i];
            int step = block;
            int length = lengths[i];
            int now = place.index() % size / step % length;
            HTMLInputElement input = (HTMLInputElement) Html.of("input", "form-control pass-axis")
                    .attribute("type", "number")
                    .attribute("min", "1")
                    .attribute("max", "" + length)
                    .element();
            input.value = "" + (now + 1);
            input.addEventListener("change", event -> {
                double typed = Js.coerceToDouble(input.value);
                boolean there = typed >= 1 && typed <= length && typed == Math.rint(typed);
                if (there) {
                    pick.accept(
                            new Place(place.tensor(), first + place.index() % size + ((int) typed - 1 - now) * step));
                } else {
                    input.value = "" + (now + 1);
                }
            });
            HTMLElement label =
                    Html.of("label", "").text(AXES[lengths.length - 1][i] + " ").element();
            label.appendChild(input);
            axes.element().appendChild(label);
        }
        element.appendChild(axes.element());
    }

    private void value(Derivation chain) {
        Html line = Html.of("p", "pass-number");
        if (chain.update().isPresent()) {
            HTMLInputElement input = (HTMLInputElement) Html.of("input", "form-control pass-set")
                    .attribute("type", "text")
                    .attribute("inputmode", "decimal")
                    .attribute("aria-label", "Value; another one can be typed")
                    .attribute("title", "Type another number for this weight")
                    .element();
            input.value = Figures.of(chain.value());
            input.addEventListener("change", event -> {
                double typed = Js.coerceToDouble(
                        input.value.trim().isEmpty()
                                ? "x"
                                : input.value.replace(',', '.').replace('−', '-'));
                if (Double.isFinite(typed)) {
                    set.accept(chain.place(), typed);
                } else {
                    input.value = Figures.of(chain.value());
                }
            });
            line.add(Html.of("span", "").text("value")).add(input);
        } else {
            line.add(Html.of("span", "").text("value"), Html.of("b", "").text(SymbolLine.number(chain.value())));
        }
        element.appendChild(line.element());
    }

    /** How the number comes about. */
    private void formed(Derivation chain, Formed formed) {
        String symbol = symbols.of(chain.place());
        switch (formed.kind()) {
            case "sum" -> sum(chain, formed, symbol);
            case "largest" -> largest(chain, formed, symbol);
            case "softmax" ->
                part(
                        "Forward",
                        new SymbolLine("", symbols, pick)
                                .math(symbol)
                                .text(" = ")
                                .typeset(
                                        "<math><mfrac><msup><mi>e</mi><mi>x</mi></msup><mrow><mo>∑</mo><msup><mi>e</mi>"
                                                + "<mi>x</mi></msup></mrow></mfrac></math>")
                                .text(" = ")
                                .strong(chain.value())
                                .element(),
                        words("The softmax: each number's exponential, as a share of those of all " + formed.count()
                                + "."));
            case "drawn" -> part("Forward", words("A random number, drawn for this step."));
            default -> {
                Equation equation = Equation.forward(symbols, chain, pick).orElseThrow();
                part("Forward", equation.symbols(), letters(equation.letters()));
            }
        }
    }

    private void sum(Derivation chain, Formed formed, String symbol) {
        if (formed.count() <= Equation.LONG) {
            Equation equation = Equation.forward(symbols, chain, pick).orElseThrow();
            part("Forward", equation.symbols(), equation.figures());
            return;
        }
        Html body = Html.of("tbody", "");
        for (Part each : formed.parts()) {
            body.add(row(
                    each.factor().map(factor -> token(factor.place(), false, factor.value())),
                    each.factor().isEmpty() && each.slope() != 1 ? SymbolLine.number(each.slope()) : "",
                    token(each.use().place(), false, each.use().value()),
                    each.slope() * each.use().value()));
        }
        part(
                "Forward",
                new SymbolLine("", symbols, pick)
                        .math(symbol)
                        .text(" = sum of " + formed.count() + " = ")
                        .strong(chain.value())
                        .element(),
                table(body, formed.count() - formed.parts().size(), formed.rest()));
    }

    private void largest(Derivation chain, Formed formed, String symbol) {
        SymbolLine line = new SymbolLine("", symbols, pick).math(symbol).text(" = ");
        formed.parts().stream()
                .findFirst()
                .ifPresent(each -> line.symbol(each.use().place()));
        part(
                "Forward",
                line.text(" = ").strong(chain.value()).element(),
                words("The largest number under its window; the others do not count."));
    }

    /** The chain rule: what comes back. */
    private void backward(Derivation chain) {
        String derivative = symbols.derivative(chain.place());
        if (chain.place().tensor().equals("loss")) {
            part(
                    "Backward",
                    words(
                            "The way back begins here: the loss changes with itself by 1. What the answer has to do with it comes next."));
            return;
        }
        if (!chain.reaches()) {
            part("Backward", words("The loss does not depend on it, or nothing that learns lies before it."));
            return;
        }
        if (chain.terms().isEmpty()) {
            part(
                    "Backward",
                    new SymbolLine("", symbols, pick)
                            .math(derivative)
                            .text(" = ")
                            .strong(chain.derivative())
                            .element(),
                    words("Nothing that leads to the loss was computed from it."));
            return;
        }
        if (chain.count() > Equation.LONG) {
            longChain(chain, derivative);
            return;
        }
        Equation equation = Equation.backward(symbols, chain, pick);
        Html part = part("Backward", equation.symbols(), equation.figures());
        if (!equation.letters().isEmpty()) {
            part.add(letters(equation.letters()));
        }
        if (chain.count() > 1) {
            part.add(words("It goes on to " + chain.count() + " numbers: the ways over all of them are added up."));
        }
    }

    private void longChain(Derivation chain, String derivative) {
        Html body = Html.of("tbody", "");
        for (Term each : chain.terms()) {
            body.add(row(
                    each.factor().map(factor -> token(factor.place(), false, factor.value())),
                    each.factor().isEmpty() ? SymbolLine.number(each.slope()) : "",
                    token(each.via().place(), true, each.via().value()),
                    each.product()));
        }
        part(
                "Backward",
                new SymbolLine("", symbols, pick)
                        .math(derivative)
                        .text(" = sum over " + chain.count() + " ways = ")
                        .strong(chain.derivative())
                        .element(),
                table(body, chain.count() - chain.terms().size(), chain.rest()));
    }

    private Html token(Place place, boolean derivative, double value) {
        Html cell = Html.of("span", "pass-cell");
        cell.element().appendChild(SymbolLine.token(symbols, place, derivative, pick));
        return cell.add(Html.of("span", "pass-figure").text(SymbolLine.number(value)));
    }

    private static Html row(Optional<Html> factor, String slope, Html of, double product) {
        Html first = Html.of("td", "");
        if (factor.isPresent()) {
            first.add(factor.get());
        } else {
            first.text(slope);
        }
        return Html.of("tr", "")
                .add(
                        first,
                        Html.of("td", "").add(of),
                        Html.of("td", "pass-product").text(SymbolLine.number(product)));
    }

    private static HTMLElement table(Html body, int more, double rest) {
        if (more > 0) {
            body.add(Html.of("tr", "pass-rest")
                    .add(
                            Html.of("td", "").attribute("colspan", "2").text(Figures.large(more) + " more, together"),
                            Html.of("td", "pass-product").text(SymbolLine.number(rest))));
        }
        return Html.of("table", "pass-table")
                .attribute("aria-label", "The summands")
                .add(Html.of("thead", "")
                        .add(Html.of("tr", "").add(column("factor"), column("times"), column("product"))))
                .add(body)
                .element();
    }

    private static Html column(String name) {
        return Html.of("th", "").attribute("scope", "col").text(name);
    }

    /** {@code with x = x₄ = 0.49}. */
    private HTMLElement letters(List<Letter> letters) {
        return Equation.letters(symbols, letters, pick);
    }

    private void check(Derivation chain, Check check) {
        double difference = Math.abs(check.slope() - chain.derivative());
        boolean agrees = difference <= AGREES * Math.abs(chain.derivative()) || difference <= HARDLY;
        HTMLElement result = Html.of("p", agrees ? "pass-agrees" : "pass-differs")
                .text(
                        agrees
                                ? "✓ It agrees."
                                : "It differs: the nudge crosses a kink, as those of relu or of pooling, or the loss bends strongly here.")
                .element();
        part(
                "Check it",
                words("With " + SymbolLine.number(check.nudge(), 1) + " less the loss is "
                        + SymbolLine.number(check.below(), 6)
                        + ", with "
                        + SymbolLine.number(check.nudge(), 1) + " more " + SymbolLine.number(check.above(), 6)
                        + ": a slope of "
                        + SymbolLine.number(check.slope()) + "."),
                result);
    }

    /** The optimizer's formulas, with the numbers of this weight. */
    private void update(Place place, Update update) {
        Html lines = Html.of("div", "pass-update");
        for (Assignment each : update.steps()) {
            HTMLElement formula = Html.of("p", "pass-formula").element();
            formula.innerHTML = each.formula().replace("<mo>=</mo>", "<mo>←</mo>");
            lines.add(formula);
            StringBuilder with = new StringBuilder();
            for (Letter letter : each.letters()) {
                with.append(with.length() == 0 ? "with " : ", ")
                        .append(letter.letter().replace('_', ' '))
                        .append(" = ")
                        .append(SymbolLine.number(letter.use().value()));
            }
            lines.add(words(
                    with + ": from " + SymbolLine.number(each.from()) + " to " + SymbolLine.number(each.to(), 4)));
        }
        HTMLElement title = new SymbolLine("", symbols, pick)
                .math(symbols.of(place))
                .text(": " + SymbolLine.number(update.from(), 4) + " → ")
                .strong(update.to(), 4)
                .element();
        part("The update by " + pass.optimizer(), title, lines.element());
    }
}
