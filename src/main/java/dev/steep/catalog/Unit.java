package dev.steep.catalog;

import java.util.Set;

/**
 * The unit that the name of a column tells of: {@code g} of {@code body_mass_g}, {@code km/s} of {@code speed (km/s)}. Names tell
 * nothing else of what numbers mean, and a wrong unit would be worse than none.
 */
public final class Unit {
    private static final int LONGEST = 8;

    /** Last parts of names that are units; letters that end other names as well are left out. */
    private static final Set<String> KNOWN = Set.of(
            "g", "kg", "mg", "m", "mm", "cm", "km", "nm", "s", "ms", "min", "K", "Hz", "kHz", "MHz", "J", "kJ", "kW",
            "kWh", "Pa", "hPa", "kPa", "bar", "pc", "kpc", "Mpc", "AU", "mag", "ml", "USD", "EUR");

    private Unit() {}

    /** The unit, or nothing. */
    public static String of(String name) {
        int last = name.length() - 1;
        char end = name.isEmpty() ? ' ' : name.charAt(last);
        if (end == ')' || end == ']') {
            int open = name.lastIndexOf(end == ')' ? '(' : '[');
            boolean unit = open > 0 && last - open > 1 && last - open - 1 <= LONGEST;
            return unit ? name.substring(open + 1, last).strip() : "";
        }
        int mark = Math.max(name.lastIndexOf('_'), name.lastIndexOf(' '));
        String part = name.substring(mark + 1);
        return mark > 0 && KNOWN.contains(part) ? part : "";
    }

    /** A number's figures with the unit of what it is called: {@code 3,912 g}. */
    public static String with(String figures, String name) {
        String unit = of(name);
        return unit.isEmpty() ? figures : figures + " " + unit;
    }
}
