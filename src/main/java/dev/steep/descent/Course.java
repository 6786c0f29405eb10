package dev.steep.descent;

import java.util.List;

/**
 * What became of a path, and how that is known.
 *
 * @param minimum the number of the minimum that it has come to, or is nearest to
 * @param lowest whether no minimum is lower than that
 * @param reached the first step from which on the loss stays within {@link #NEAR} of the way to the minimum; of what diverges, the last step
 * @param weight which weight turns round most often
 * @param turns how often that weight's gradient changed its sign in the last {@code looked} steps
 * @param looked how many steps were looked at for that
 * @param way how much of the way from the first loss to the minimum's is done, 0 to 1 or below 0
 */
public record Course(
        Kind kind, int minimum, boolean lowest, int reached, int weight, int turns, int looked, double way) {
    /** In the order of concern. */
    public enum Kind {
        DIVERGES("diverges"),
        OSCILLATES("oscillates"),
        RESTS("rests"),
        CRAWLS("crawls"),
        APPROACHES("on its way"),
        CONVERGES("converges");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** One word for it. */
        public String word() {
            return word;
        }
    }

    /** A path has come to a minimum when this share of the way in loss is left. */
    public static final double NEAR = 0.01;

    /** A path crawls if it has not done this share of the way. */
    private static final double HALF = 0.5;

    private static final int LOOKED = 20;

    /** A gradient of this share of the first one is as good as none. */
    private static final double FLAT = 1e-3;

    /** Judges a path by all of its steps. */
    public static Course of(Path path, Slope slope) {
        List<Path.Place> places = path.places();
        double first = places.get(0).loss();
        Path.Place last = places.get(path.steps());
        double[][] minima = path.surface().minima();
        int minimum = nearest(minima, last.weights());
        double floor = slope.loss(minima[minimum]);
        boolean lowest = true;
        for (double[] other : minima) {
            lowest &= slope.loss(other) >= floor - 1e-9;
        }
        int looked = Math.min(LOOKED, path.steps());
        int weight = 0;
        int turns = 0;
        for (int i = 0; i < last.weights().length; i++) {
            int of = turns(places, i, looked);
            if (of > turns) {
                turns = of;
                weight = i;
            }
        }
        double way = (first - last.loss()) / (first - floor);
        int reached = reached(places, floor, NEAR * Math.max(Math.abs(first - floor), 1e-6));
        Kind kind = kind(path, last, first, reached, turns, looked, way);
        return new Course(
                kind, minimum, lowest, kind == Kind.DIVERGES ? path.steps() : reached, weight, turns, looked, way);
    }

    private static Kind kind(Path path, Path.Place last, double first, int reached, int turns, int looked, double way) {
        double most = path.places().stream().mapToDouble(Path.Place::loss).max().orElse(first);
        if (!last.finite() || last.loss() > first && last.loss() > 0.5 * most) {
            return Kind.DIVERGES;
        }
        if (reached <= path.steps()) {
            return Kind.CONVERGES;
        }
        if (looked > 1 && 2 * turns >= looked) {
            return Kind.OSCILLATES;
        }
        if (length(last.gradient()) <= FLAT * length(path.at(0).gradient())) {
            return Kind.RESTS;
        }
        return way < HALF ? Kind.CRAWLS : Kind.APPROACHES;
    }

    /** One more than there are steps, if it does not stay so near. */
    private static int reached(List<Path.Place> places, double floor, double near) {
        int reached = places.size();
        while (reached > 0 && places.get(reached - 1).loss() <= floor + near) {
            reached--;
        }
        return reached;
    }

    private static int turns(List<Path.Place> places, int weight, int looked) {
        int turns = 0;
        for (int i = places.size() - looked; i < places.size(); i++) {
            turns += places.get(i).gradient()[weight] * places.get(i - 1).gradient()[weight] < 0 ? 1 : 0;
        }
        return turns;
    }

    private static int nearest(double[][] minima, double[] weights) {
        int nearest = 0;
        for (int i = 1; i < minima.length; i++) {
            if (distance(minima[i], weights) < distance(minima[nearest], weights)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double length(double[] vector) {
        return Math.sqrt(distance(vector, new double[vector.length]));
    }
}
