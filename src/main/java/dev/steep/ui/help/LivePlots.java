package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.descent.Surface;
import dev.steep.math.expr.Expr;
import dev.steep.network.Layers;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Regularizer;
import dev.steep.recipe.Family;
import dev.steep.recipe.Settings;
import dev.steep.ui.state.Lab;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/**
 * Puts a live plot into an article of help, where there is one for what it is about. What a plot shows comes from the very
 * declarations that training uses, and its sliders are those of the lab.
 */
final class LivePlots {
    private static final double STRONG = 0.25;

    private LivePlots() {}

    static void fill(HTMLElement article, Lab lab) {
        Element place = article.querySelector(".help-live");
        if (place != null && place.firstChild == null) {
            of(article.getAttribute("data-shelf"), article.getAttribute("data-name"))
                    .ifPresent(plot -> place.appendChild(plot.show(lab)));
        }
    }

    /** A plot that can be made. */
    interface Plot {
        HTMLElement show(Lab lab);
    }

    private static Optional<Plot> of(String shelf, String name) {
        for (Family family : Family.values()) {
            if (family.id().equals(shelf)) {
                return family.kind(name).flatMap(kind -> of(family, kind));
            }
        }
        for (Surface surface : Surface.values()) {
            if (shelf.equals("surface")
                    && surface.name().toLowerCase().replace('_', '-').equals(name)) {
                return Optional.of(lab -> DescentLive.of(surface).element());
            }
        }
        return Optional.empty();
    }

    /** Of an entry of the catalog; what has none says in its text of help why, as {@code Plain}. */
    static Optional<Plot> of(Family family, Kind kind) {
        return switch (family) {
            case FEATURE, FILE, COLUMN -> Optional.empty();
            case ACTIVATION ->
                Optional.of(
                        kind.choice().curve().isPresent()
                                ? lab -> new FunctionLive("y", -4, 4, kind, Choice::curve).element()
                                : lab -> new VectorLive(kind.choice(), lab).element());
            case LOSS -> Optional.of(lab -> LossLive.of(kind).element());
            case REGULARIZER ->
                kind.knobs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(lab -> new FunctionLive("penalty", -4, 4, kind, LivePlots::penalty)
                                .from(strong(kind.choice()))
                                .element());
            case CONSTRAINT ->
                Optional.of(lab -> new FunctionLive("w after", -4, 4, kind, LivePlots::constrained).element());
            case OPTIMIZER -> Optional.of(lab -> DescentLive.of(kind).element());
            case SCHEDULE -> Optional.of(lab -> new ScheduleLive(kind).element());
            case INITIALIZER -> Optional.of(lab -> new InitializerLive(kind).element());
            case LAYER -> layer(kind);
            case METRIC -> Optional.of(lab -> MetricLive.of(kind));
            case CALLBACK -> Optional.of(lab -> new CallbackLive(kind).element());
            case DATA -> kind == Settings.OWN_POINTS ? Optional.empty() : Optional.of(lab -> DataLive.of(kind, lab));
        };
    }

    /** Of a layer that takes neither pictures nor series, what one of its units does. */
    private static Optional<Plot> layer(Kind kind) {
        boolean units = Layers.of(kind.choice()).size().isPresent();
        return LayerLive.suits(kind)
                ? Optional.of(lab -> LayerLive.of(kind, lab))
                : units ? Optional.of(lab -> NeuronLive.element()) : Optional.empty();
    }

    /** The usual strengths are too small to be seen. */
    private static Choice strong(Choice penalty) {
        Choice strong = penalty;
        for (Knob<?> knob : penalty.kind().knobs()) {
            if (knob.preset() instanceof Double) {
                @SuppressWarnings("unchecked") // it holds one
                Knob<Double> strength = (Knob<Double>) knob;
                strong = strong.with(strength, STRONG);
            }
        }
        return strong;
    }

    private static Optional<Curve> constrained(Choice choice) {
        return Optional.of(new Curve(Constraint.alone(choice), Expr.c(Double.NaN))); // no gradient goes through it
    }

    private static Optional<Curve> penalty(Choice choice) {
        Expr formula = Regularizer.formula(choice);
        return Optional.of(new Curve(formula, formula.derive(0)));
    }
}
