package dev.steep.math.expr;

import java.util.Map;
import java.util.Optional;

/** Greek letters by the names that formulas and TeX have for them. */
public final class Greek {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("pi", "π"));

    private Greek() {}

    /** The letter of this name, {@code α} for {@code alpha}, if there is one. */
    public static Optional<String> letter(String name) {
        return Optional.ofNullable(LETTERS.get(name));
    }
}
