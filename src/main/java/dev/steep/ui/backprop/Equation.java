package dev.steep.ui.backprop;

import dev.steep.ui.backprop.Derivation.Formed;
import dev.steep.ui.backprop.Derivation.Letter;
import dev.steep.ui.backprop.Derivation.Part;
import dev.steep.ui.backprop.Derivation.Term;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number of a pass as an equation.
 *
 * @param symbols in symbols, which can be pressed
 * @param figures the same in figures, with the result
 * @param letters of a formula in it, and what they stand for
 */
record Equation(HTMLElement symbols, HTMLElement figures, List<Letter> letters) {
    /** A sum of more than so many is no equation but a table. */
    static final int LONG = 4;

    /** How a number is computed; nothing if it is given, drawn, or a longer sum. */
    static Optional<Equation> forward(Symbols symbols, Derivation chain, Consumer<Place> pick) {
        return chain.formed().flatMap(formed -> switch (formed.kind()) {
            case "sum" -> formed.count() > LONG ? Optional.empty() : Optional.of(sum(symbols, chain, formed, pick));
            case "formula" -> Optional.of(formula(symbols, chain, formed, pick));
            default -> Optional.empty();
        });
    }

    private static Equation formula(Symbols symbols, Derivation chain, Formed formed, Consumer<Place> pick) {
        SymbolLine first = new SymbolLine("", symbols, pick)
                .math(symbols.of(chain.place()))
                .text(" = ")
                .typeset(formed.formula())
                .text(" = ")
                .strong(chain.value());
        return new Equation(
                first.element(),
                new SymbolLine("pass-figures", symbols, pick)
                        .text("= ")
                        .strong(chain.value())
                        .element(),
                formed.letters());
    }

    private static Equation sum(Symbols symbols, Derivation chain, Formed formed, Consumer<Place> pick) {
        SymbolLine first = new SymbolLine("", symbols, pick)
                .math(symbols.of(chain.place()))
                .text(" = ");
        SymbolLine second = new SymbolLine("pass-figures", symbols, pick).text("= ");
        for (int i = 0; i < formed.parts().size(); i++) {
            Part each = formed.parts().get(i);
            first.text(i > 0 ? " + " : "");
            second.text(i > 0 ? " + " : "");
            each.factor().ifPresent(factor -> first.symbol(factor.place()).text("·"));
            if (each.factor().isEmpty() && each.slope() != 1) {
                first.text(SymbolLine.number(each.slope()) + "·");
            }
            first.symbol(each.use().place());
            second.text(
                    each.slope() == 1 && each.factor().isEmpty()
                            ? SymbolLine.factor(each.use().value())
                            : SymbolLine.factor(each.slope()) + " × "
                                    + SymbolLine.factor(each.use().value()));
        }
        return new Equation(
                first.element(), second.text(" = ").strong(chain.value()).element(), List.of());
    }

    /** The chain rule for a number, of no more than {@link #LONG} summands. */
    static Equation backward(Symbols symbols, Derivation chain, Consumer<Place> pick) {
        SymbolLine first = new SymbolLine("", symbols, pick)
                .math(symbols.derivative(chain.place()))
                .text(" = ");
        SymbolLine second = new SymbolLine("pass-figures", symbols, pick);
        List<Letter> letters = List.of();
        boolean result = true;
        for (int i = 0; i < chain.terms().size(); i++) {
            Term each = chain.terms().get(i);
            boolean one = chain.terms().size() == 1;
            boolean plain = each.factor().isEmpty() && each.formula().isEmpty();
            boolean ends =
                    each.via().value() == 1 && each.via().place().tensor().startsWith("loss");
            first.text(i > 0 ? " + " : "");
            second.text(i > 0 ? " + " : "= ");
            each.factor().ifPresent(factor -> first.symbol(factor.place()));
            if (!each.formula().isEmpty()) {
                boolean bare = ends && one;
                first.text(bare ? "" : "(").typeset(each.formula()).text(bare ? "" : ")");
                letters = each.letters();
            }
            if (plain && (each.slope() != 1 || ends)) {
                first.text(SymbolLine.number(each.slope()));
            }
            if (!ends) {
                first.text(plain && each.slope() == 1 ? "" : " · ")
                        .derivative(each.via().place());
            }
            boolean single = ends || plain && each.slope() == 1;
            result &= !(one && single);
            second.text(
                    one && single
                            ? ""
                            : ends
                                    ? SymbolLine.factor(each.slope())
                                    : single
                                            ? SymbolLine.factor(each.via().value())
                                            : SymbolLine.factor(each.slope()) + " × "
                                                    + SymbolLine.factor(
                                                            each.via().value()));
        }
        second.text(result ? " = " : "").strong(chain.derivative());
        return new Equation(first.element(), second.element(), letters);
    }

    /** {@code with x = x₄ = 0.49}. */
    static HTMLElement letters(Symbols symbols, List<Letter> letters, Consumer<Place> pick) {
        SymbolLine line = new SymbolLine("pass-letters", symbols, pick);
        for (int i = 0; i < letters.size(); i++) {
            Letter each = letters.get(i);
            line.text(i == 0 ? "with " : ", ")
                    .text(each.letter() + " = ")
                    .symbol(each.use().place())
                    .text(" = " + SymbolLine.number(each.use().value()));
        }
        return line.element();
    }
}
