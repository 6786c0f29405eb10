package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * By how much an image is changed, to see what the network makes of it: turned, made larger, shifted, then made noisy.
 *
 * @param noise standard deviation, in raw numbers
 * @param down pixels
 * @param right pixels
 * @param degrees counterclockwise
 * @param scale how many times as large
 */
public record ImageTrial(double noise, double down, double right, double degrees, double scale) {
    /** The image as it is. */
    public static final ImageTrial NONE = new ImageTrial(0, 0, 0, 0);

    /** One of the five. */
    public enum Kind {
        NOISE,
        DOWN,
        RIGHT,
        DEGREES,
        SCALE
    }

    /** As large as it is. */
    public ImageTrial(double noise, double down, double right, double degrees) {
        this(noise, down, right, degrees, 1);
    }

    /** The same with another number for one of them. */
    public ImageTrial with(Kind kind, double number) {
        return switch (kind) {
            case NOISE -> new ImageTrial(number, down, right, degrees, scale);
            case DOWN -> new ImageTrial(noise, number, right, degrees, scale);
            case RIGHT -> new ImageTrial(noise, down, number, degrees, scale);
            case DEGREES -> new ImageTrial(noise, down, right, number, scale);
            case SCALE -> new ImageTrial(noise, down, right, degrees, number);
        };
    }

    static ImageTrial unpack(Unpacker from) {
        return new ImageTrial(from.number(), from.number(), from.number(), from.number(), from.number());
    }

    void pack(Packer to) {
        to.number(noise).number(down).number(right).number(degrees).number(scale);
    }
}
