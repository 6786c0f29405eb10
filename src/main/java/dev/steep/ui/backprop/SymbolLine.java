package dev.steep.ui.backprop;

import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.function.Consumer;

/** A formula in a row, whose symbols can be pressed. */
final class SymbolLine {
    private static final int DIGITS = 3;

    /** Numbers between 10 to the minus this and 10 to the other are written out. */
    private static final int SMALLEST = 3;

    private static final int MOST_DECIMALS = 8;

    /** 9.996 is 10.0 to three digits. */
    private static final double ROUNDS_UP = 1.0005;

    private static final int LARGEST = 6;

    private final HTMLElement element;
    private final Symbols symbols;
    private final Consumer<Place> pick;

    SymbolLine(String classes, Symbols symbols, Consumer<Place> pick) {
        this.symbols = symbols;
        element = Html.of("p", "pass-formula " + classes).element();
        this.pick = pick;
    }

    HTMLElement element() {
        return element;
    }

    /** MathML, without the element around it. */
    SymbolLine math(String math) {
        element.appendChild(span("", math));
        return this;
    }

    /** A typeset formula, with its element. */
    SymbolLine typeset(String formula) {
        HTMLElement span = Html.of("span", "").element();
        span.innerHTML = formula.replace("<math>", "<math displaystyle=\"true\">");
        element.appendChild(span);
        return this;
    }

    /** A symbol that leads to its number. */
    SymbolLine symbol(Place place) {
        element.appendChild(token(symbols, place, false, pick));
        return this;
    }

    /** The derivative of the loss with respect to a number; it leads to that number too. */
    SymbolLine derivative(Place place) {
        element.appendChild(token(symbols, place, true, pick));
        return this;
    }

    /** A symbol to press. */
    static HTMLElement token(Symbols symbols, Place place, boolean derivative, Consumer<Place> pick) {
        HTMLElement button = Html.button("pass-token", "", () -> pick.accept(place))
                .attribute("aria-label", (derivative ? "derivative of the loss by " : "") + symbols.words(place))
                .element();
        button.innerHTML = "<math>" + (derivative ? symbols.derivative(place) : symbols.of(place)) + "</math>";
        return button;
    }

    SymbolLine text(String text) {
        element.appendChild(Html.of("span", "").text(text).element());
        return this;
    }

    /** What comes out. */
    SymbolLine strong(double number) {
        return strong(number, DIGITS);
    }

    /** The same with so many digits. */
    SymbolLine strong(double number, int digits) {
        element.appendChild(Html.of("b", "").text(number(number, digits)).element());
        return this;
    }

    private static HTMLElement span(String classes, String math) {
        HTMLElement span = Html.of("span", classes).element();
        span.innerHTML = "<math displaystyle=\"true\">" + math + "</math>";
        return span;
    }

    /** A number of three digits that matter, with a proper minus. */
    static String number(double number) {
        return number(number, DIGITS);
    }

    /** The same with so many digits. */
    static String number(double number, int digits) {
        double size = Math.abs(number);
        if (size == 0 || !Double.isFinite(size)) {
            return size == 0 ? "0" : Figures.of(number);
        }
        int exponent = exponent(size * ROUNDS_UP);
        if (exponent < -SMALLEST || exponent > LARGEST) {
            double mantissa = number / Math.pow(10, exponent);
            return Figures.fixed(mantissa, Math.min(digits, DIGITS) - 1).replace('-', '−') + "e"
                    + (exponent < 0 ? "−" : "") + Math.abs(exponent);
        }
        int decimals = Math.max(0, digits - 1 - exponent(size));
        if (size < 1 && 1 - size < Math.pow(10, -decimals)) { // what is almost 1 is not said to be 1
            decimals = Math.min(MOST_DECIMALS, 1 - exponent(1 - size));
        }
        return Figures.fixed(number, decimals).replace('-', '−');
    }

    private static int exponent(double size) {
        return (int) Math.floor(Math.log10(size) + 1e-12);
    }

    /** The same as a factor: in brackets if it is negative. */
    static String factor(double number) {
        return number < 0 ? "(" + number(number) + ")" : number(number);
    }
}
