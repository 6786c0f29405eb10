package dev.steep.data.generated.image;

import dev.steep.math.Elementary;
import dev.steep.math.Random;

/** A place in an image, and a direction: the axes of what is drawn there. */
public record Turned(double x, double y, double cosine, double sine) {
    /** At this place, in any direction. */
    public static Turned any(Random random, double x, double y) {
        return at(x, y, random.uniform(0, 2 * Math.PI));
    }

    /** At this place, turned by an angle. */
    static Turned at(double x, double y, double angle) {
        return new Turned(x, y, Elementary.cos(angle), Elementary.sin(angle));
    }

    /** Where a point of its own axes lies, to the right. */
    public double across(double along, double aside) {
        return x + along * cosine - aside * sine;
    }

    /** The same, downwards. */
    public double down(double along, double aside) {
        return y + along * sine + aside * cosine;
    }
}
