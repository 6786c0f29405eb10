package dev.steep.ui.inside;

import dev.steep.protocol.look.PcaLook;
import java.util.HashMap;
import java.util.Map;

/**
 * Has projections of the same samples follow one another without turning round: a direction may be called its opposite, and of the two the
 * one is taken that lies nearer to the picture before.
 */
final class SteadySigns {
    private Map<Integer, double[]> before = new HashMap<>();

    /** What is shown next is of something else. */
    void forget() {
        before = new HashMap<>();
    }

    /**
     * The signs for both directions, 1 or -1.
     *
     * @param numbers of a {@link PcaLook}
     */
    double[] of(float[] numbers) {
        double[] along = new double[2];
        Map<Integer, double[]> places = new HashMap<>();
        for (int at = PcaLook.HEAD; at + PcaLook.FIELDS <= numbers.length; at += PcaLook.FIELDS) {
            double[] place = {numbers[at + 2], numbers[at + 3]};
            double[] old = before.get((int) numbers[at]);
            if (old != null) {
                along[0] += place[0] * old[0];
                along[1] += place[1] * old[1];
            }
            places.put((int) numbers[at], place);
        }
        double[] signs = {along[0] < 0 ? -1 : 1, along[1] < 0 ? -1 : 1};
        places.values().forEach(place -> {
            place[0] *= signs[0];
            place[1] *= signs[1];
        });
        before = places;
        return signs;
    }
}
