package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.descent.Surface;
import dev.steep.math.expr.Expr;
import dev.steep.network.Layers;
import dev.steep.network.weight.Regularizer;
import dev.steep.recipe.Family;
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
            of(article.getAttribute("data-shelf"), article.getAttribute("data-name"), lab)
                    .ifPresent(place::appendChild);
        }
    }

    private static Optional<HTMLElement> of(String shelf, String name, Lab lab) {
        for (Family family : Family.values()) {
            if (family.id().equals(shelf)) {
                return family.kind(name).flatMap(kind -> of(family, kind, lab));
            }
        }
        for (Surface surface : Surface.values()) {
            if (shelf.equals("surface")
                    && surface.name().toLowerCase().replace('_', '-').equals(name)) {
                return Optional.of(DescentLive.of(surface).element());
            }
        }
        return Optional.empty();
    }

    private static Optional<HTMLElement> of(Family family, Kind kind, Lab lab) {
        return switch (family) {
            case FEATURE -> Optional.empty();
            case ACTIVATION ->
                Optional.of(
                        kind.choice().curve().isPresent()
                                ? new FunctionLive("y", -4, 4, kind, Choice::curve).element()
                                : new VectorLive(kind.choice(), lab).element());
            case LOSS -> Optional.of(LossLive.of(kind).element());
            case REGULARIZER ->
                kind.knobs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FunctionLive("penalty", -4, 4, kind, LivePlots::penalty)
                                .from(strong(kind.choice()))
                                .element());
            case OPTIMIZER -> Optional.of(DescentLive.of(kind).element());
            case SCHEDULE -> Optional.of(new ScheduleLive(kind).element());
            case INITIALIZER -> Optional.of(new InitializerLive(kind).element());
            case LAYER -> layer(kind, lab);
            case METRIC -> MetricLive.of(kind).map(MetricLive::element);
            case CALLBACK -> Optional.of(new CallbackLive(kind).element());
            case CONSTRAINT, DATA, FILE, COLUMN -> Optional.empty();
        };
    }

    /** Of a layer that takes neither pictures nor series, what one of its units does. */
    private static Optional<HTMLElement> layer(Kind kind, Lab lab) {
        Optional<HTMLElement> alone = LayerLive.of(kind, lab);
        boolean units = Layers.of(kind.choice()).size().isPresent();
        return alone.isEmpty() && units ? Optional.of(NeuronLive.element()) : alone;
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

    private static Optional<Curve> penalty(Choice choice) {
        Expr formula = Regularizer.formula(choice);
        return Optional.of(new Curve(formula, formula.derive(0)));
    }
}
