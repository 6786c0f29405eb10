package dev.steep.descent;

import dev.steep.catalog.Choice;
import dev.steep.network.optimizer.OptimizerSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where an optimizer's steps lead on a surface. A path ends early where a number overflows.
 *
 * @param places the first is the start
 */
public record Path(Surface surface, List<Place> places) {
    /** Weights, and the loss and its gradient there; losses and gradients may be infinite or NaN. */
    public record Place(double[] weights, double loss, double[] gradient) {
        /** Whether it can be gone on from. */
        boolean finite() {
            return Double.isFinite(loss) && Arrays.stream(gradient).allMatch(Double::isFinite);
        }
    }

    /** So many steps of an optimizer from a start on. */
    public static Path of(Surface surface, Slope slope, Choice optimizer, double[] start, int steps) {
        OptimizerSteps rule = new OptimizerSteps(optimizer, start.length);
        double[] weights = start.clone();
        List<Place> places = new ArrayList<>();
        places.add(place(slope, weights));
        while (places.size() <= steps && places.get(places.size() - 1).finite()) {
            rule.step(weights, places.get(places.size() - 1).gradient().clone());
            places.add(place(slope, weights));
        }
        return new Path(surface, places);
    }

    private static Place place(Slope slope, double[] weights) {
        double[] gradient = new double[weights.length];
        return new Place(weights.clone(), slope.at(weights, gradient), gradient);
    }

    /** How many steps it has. */
    public int steps() {
        return places.size() - 1;
    }

    /** The place after a step; the start is 0. */
    public Place at(int step) {
        return places.get(Math.min(step, steps()));
    }

    /** Its first steps. */
    public Path first(int steps) {
        return new Path(surface, places.subList(0, Math.min(steps, steps()) + 1));
    }
}
