package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * How many of the numbers that a layer gives lie at the ends of its activation, and how many there are, for the first samples of the
 * validation part: within 2 % of the range of the lower or the upper end. There the slope is all but 0.
 *
 * @param output the tensor that the layer gives
 * @param low the lower end: 0 of sigmoid, -1 of tanh
 * @param high the upper end
 */
public record EndsLook(String output, double low, double high) implements Look {
    static final String KIND = "ends";

    /** What counts as an end, as a share of the range. */
    private static final double NEAR = 0.02;

    private static final double SELDOM = 1000;

    static EndsLook unpack(Unpacker from) {
        return new EndsLook(from.word(), from.number(), from.number());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(output).number(low).number(high);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        float[] given = source.sampled(output);
        double near = NEAR * (high - low);
        int ends = 0;
        for (float each : given) {
            ends += each <= low + near || each >= high - near ? 1 : 0;
        }
        return new Known(source.now(), given.length == 0 ? given : new float[] {ends, given.length});
    }
}
