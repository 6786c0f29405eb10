package dev.steep.math.formula;

import static dev.steep.math.expr.Expr.c;

import dev.steep.math.Decimal;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.math.expr.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a formula by recursive descent, one method per rule of the grammar:
 *
 * <pre>
 * choice     = comparison [ "?" choice ":" choice ]
 * comparison = sum [ ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = factor { ( "*" | "/" ) factor | power }
 * factor     = ( "-" | "+" ) factor | power
 * power      = atom { "²" | "³" } [ "^" factor ]
 * atom       = number | variable | constant | function "(" choice { "," choice } ")" | "(" choice ")" | "|" choice "|"
 * </pre>
 */
final class FormulaParser {
    /** Brackets within brackets; deeper ones would exhaust the stack. */
    private static final int DEEPEST = 60;

    private final List<Token> tokens;
    private final List<String> variables;
    private int next;
    private int depth;
    private int bars;

    FormulaParser(String text, String... variables) {
        this.tokens = Token.all(text);
        this.variables = Arrays.asList(variables);
    }

    Expr formula() {
        if (peek().kind() == Token.Type.END) {
            throw new Misread(peek(), "There is no formula yet: write one, such as max(0, " + example() + ").");
        }
        for (Token token : tokens) {
            if (token.is("=")) {
                throw new Misread(
                        token,
                        "\"=\" does not belong here: write only the right side of an equation, and == to"
                                + " compare.");
            }
        }
        Expr formula = choice();
        if (peek().kind() != Token.Type.END) {
            throw unexpected();
        }
        return formula;
    }

    private Expr choice() {
        deeper();
        Expr condition = comparison();
        if (!accept("?")) {
            depth--;
            return condition;
        }
        Expr a = choice();
        if (!accept(":")) {
            throw new Misread(
                    peek(),
                    "After \"?\" and a value, \":\" and another value should follow, as in " + example()
                            + " > 0 ? 1 : 0.");
        }
        Expr b = choice();
        depth--;
        return Expr.select(condition, a, b);
    }

    private Expr comparison() {
        Expr left = sum();
        Token sign = peek();
        if (!isComparison(sign)) {
            return left;
        }
        next++;
        Expr right = sum();
        if (isComparison(peek())) {
            throw new Misread(peek(), "Only one comparison at a time: write (0 < x) * (x < 1), for instance.");
        }
        return compared(sign.text(), left, right);
    }

    private static boolean isComparison(Token token) {
        return token.is("<") || token.is("<=") || token.is(">") || token.is(">=") || token.is("==") || token.is("!=");
    }

    private static Expr compared(String sign, Expr a, Expr b) {
        return switch (sign) {
            case "<" -> Expr.less(a, b);
            case "<=" -> Expr.lessEqual(a, b);
            case ">" -> Expr.less(b, a);
            case ">=" -> Expr.lessEqual(b, a);
            case "==" -> Expr.equal(a, b);
            default -> Functions.not(Expr.equal(a, b));
        };
    }

    private Expr sum() {
        Expr sum = product();
        while (true) {
            if (accept("+")) {
                sum = sum.plus(product());
            } else if (accept("-")) {
                sum = sum.minus(product());
            } else {
                return sum;
            }
        }
    }

    private Expr product() {
        Expr product = factor();
        while (true) {
            if (accept("*")) {
                product = product.times(factor());
            } else if (accept("/")) {
                product = product.over(factor());
            } else if (peek().kind() == Token.Type.NAME || peek().is("(") || peek().is("|") && bars == 0) {
                product = product.times(power());
            } else {
                return product;
            }
        }
    }

    private Expr factor() {
        if (accept("-")) {
            if (isNumber(peek()) && !isPower(tokens.get(next + 1))) {
                return c(-atom().value());
            }
            deeper();
            Expr negated = Expr.neg(factor());
            depth--;
            return negated;
        }
        if (accept("+")) {
            deeper();
            Expr same = factor();
            depth--;
            return same;
        }
        return power();
    }

    private boolean isNumber(Token token) {
        boolean constant = Vocabulary.CONSTANTS.containsKey(token.text()) && !variables.contains(token.text());
        return token.kind() == Token.Type.NUMBER || token.kind() == Token.Type.NAME && constant;
    }

    private static boolean isPower(Token token) {
        return token.is("^") || token.is("²") || token.is("³");
    }

    private Expr power() {
        Expr base = atom();
        while (peek().is("²") || peek().is("³")) {
            Token exponent = tokens.get(next++);
            base = raised(base, c(exponent.is("²") ? 2 : 3), exponent);
        }
        if (!accept("^")) {
            return base;
        }
        Token start = peek();
        deeper();
        Expr exponent = factor();
        depth--;
        return raised(base, exponent, start);
    }

    private Expr raised(Expr base, Expr exponent, Token where) {
        if (base.is(Math.E)) {
            return Expr.exp(exponent);
        }
        Expr number = exponent.simplify();
        boolean whole = number.op() == Op.CONST && number.value() == Math.floor(number.value());
        if (whole && Math.abs(number.value()) > Functions.LARGEST_WHOLE_POWER) {
            throw new Misread(
                    where,
                    "The exponent " + number + " is too large here: use at most " + Functions.LARGEST_WHOLE_POWER
                            + ".");
        }
        return Functions.power(base, exponent, number);
    }

    private Expr atom() {
        Token token = peek();
        if (token.kind() == Token.Type.NUMBER) {
            return c(number());
        }
        if (token.kind() == Token.Type.NAME) {
            next++;
            return named(token);
        }
        if (accept("(")) {
            int outerBars = bars;
            bars = 0;
            Expr inner = choice();
            close(")", token);
            bars = outerBars;
            return inner;
        }
        if (accept("|")) {
            bars++;
            Expr inner = choice();
            close("|", token);
            bars--;
            return Expr.abs(inner);
        }
        throw unexpected();
    }

    private double number() {
        Token token = peek();
        next++;
        if (peek().kind() == Token.Type.NUMBER) {
            throw new Misread(
                    peek(),
                    "Between " + token.text() + " and " + peek().text() + " a sign is missing, such as + or *.");
        }
        return Decimal.of(token.text()).value();
    }

    private Expr named(Token token) {
        String name = token.text();
        int variable = variables.indexOf(name);
        if (variable >= 0) {
            return Expr.input(variable, name);
        }
        if (Vocabulary.CONSTANTS.containsKey(name)) {
            return c(Vocabulary.CONSTANTS.getOrDefault(name, Double.NaN));
        }
        Named function = Named.find(name)
                .orElseThrow(() -> new Misread(token, Vocabulary.unknown(name, variables, peek().is("("))));
        Token opening = peek();
        if (!accept("(")) {
            throw new Misread(
                    token,
                    name + " needs what it applies to in brackets: write " + name + "(" + example()
                            + (function.arity() > 1 ? ", ...)" : ")") + (isPower(opening) ? "^2" : "") + ".");
        }
        List<Expr> arguments = arguments(opening);
        if (!function.takes(arguments.size())) {
            throw new Misread(
                    token, name + " takes " + Vocabulary.count(function) + "; here it has " + arguments.size() + ".");
        }
        return function == Named.POW
                ? raised(arguments.get(0), arguments.get(1), token)
                : function.of(arguments.toArray(new Expr[0]));
    }

    private List<Expr> arguments(Token opening) {
        List<Expr> arguments = new ArrayList<>();
        int outerBars = bars;
        bars = 0;
        do {
            arguments.add(choice());
        } while (accept(","));
        close(")", opening);
        bars = outerBars;
        return arguments;
    }

    private void close(String sign, Token opening) {
        if (peek().kind() == Token.Type.END) {
            throw new Misread(opening, "The \"" + opening.text() + "\" here is never closed: add a \"" + sign + "\".");
        }
        if (!accept(sign)) {
            throw unexpected();
        }
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new Misread(peek(), "This formula is nested more than " + DEEPEST + " deep: make it simpler.");
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean accept(String sign) {
        boolean accepted = peek().is(sign);
        if (accepted) {
            next++;
        }
        return accepted;
    }

    private Misread unexpected() {
        boolean operandMissing = next == 0 || isOpen(tokens.get(next - 1));
        String last = next == 0 ? "" : tokens.get(next - 1).text();
        return new Misread(peek(), Vocabulary.unexpected(peek(), last, operandMissing, example()));
    }

    /** Whether something has to follow this token. */
    private static boolean isOpen(Token token) {
        return token.kind() == Token.Type.SIGN && !token.is(")") && !token.is("|") && !token.is("²") && !token.is("³");
    }

    private String example() {
        return variables.isEmpty() ? "1" : variables.get(0);
    }
}
