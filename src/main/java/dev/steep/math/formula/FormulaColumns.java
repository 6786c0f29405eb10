package dev.steep.math.formula;

import java.util.List;
import java.util.TreeSet;

/**
 * The columns that a formula names by their place: x1, x2 and so on, as in {@code a * x1 + b * x2^2 + c}. A formula has either
 * these or x, which is each number by itself.
 */
final class FormulaColumns {
    private static final int LONGEST = 3;

    private FormulaColumns() {}

    /** What comes in: the columns that are named, in their order; where there are none, the variable itself. */
    static List<String> of(String text, List<String> variables) {
        String variable = variables.get(0);
        TreeSet<Integer> places = new TreeSet<>();
        boolean single = false;
        for (Token token : Token.all(text)) {
            if (token.kind() == Token.Type.NAME) {
                single |= token.text().equals(variable);
                int place = place(token, variable);
                if (place >= 0) {
                    places.add(place);
                }
                if (single && !places.isEmpty()) {
                    throw new Misread(
                            token,
                            variable + " is each number by itself, and " + variable + places.first()
                                    + " is one column of several: write either " + variable + " alone, or " + variable
                                    + "1, " + variable + "2 and so on.");
                }
            }
        }
        return places.isEmpty()
                ? variables
                : places.stream().map(place -> variable + place).toList();
    }

    /** Which column a name stands for, from 1; -1 if it is no column's. */
    private static int place(Token token, String variable) {
        String digits = token.text().startsWith(variable) ? token.text().substring(variable.length()) : "";
        boolean number = !digits.isEmpty();
        for (int i = 0; i < digits.length(); i++) {
            number &= Character.isDigit(digits.charAt(i));
        }
        if (!number) {
            return -1;
        }
        if (digits.charAt(0) == '0' || digits.length() > LONGEST) {
            throw new Misread(
                    token,
                    "Columns are called " + variable + "1, " + variable + "2 and so on, up to " + variable + "999.");
        }
        return Integer.parseInt(digits);
    }
}
