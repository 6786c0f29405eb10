package dev.steep.protocol;

/**
 * By how much an image is changed, to see what the network makes of it: turned, then shifted, then made noisy.
 *
 * @param noise standard deviation, in raw numbers
 * @param down pixels
 * @param right pixels
 * @param degrees counterclockwise
 */
public record ImageTrial(double noise, double down, double right, double degrees) {
    /** One of the four. */
    public enum Kind {
        NOISE,
        DOWN,
        RIGHT,
        DEGREES
    }

    /** The same with another number for one of them. */
    public ImageTrial with(Kind kind, double number) {
        return switch (kind) {
            case NOISE -> new ImageTrial(number, down, right, degrees);
            case DOWN -> new ImageTrial(noise, number, right, degrees);
            case RIGHT -> new ImageTrial(noise, down, number, degrees);
            case DEGREES -> new ImageTrial(noise, down, right, number);
        };
    }

    static ImageTrial unpack(Unpacker from) {
        return new ImageTrial(from.number(), from.number(), from.number(), from.number());
    }

    void pack(Packer to) {
        to.number(noise).number(down).number(right).number(degrees);
    }
}
