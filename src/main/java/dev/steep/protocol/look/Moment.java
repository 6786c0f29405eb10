package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * The state of the experiment that numbers were read in. A caption beside a picture is made from it, so that both tell of the
 * same time.
 *
 * @param epoch finished epochs
 * @param step finished steps since the start
 * @param sample row of the chosen sample; {@link #DRAWN} if the student drew it
 */
public record Moment(int epoch, int step, int sample) {
    /** The chosen sample is no row of the data set. */
    public static final int DRAWN = -1;

    /** What was looked at: {@code sample 7}, {@code your drawing}. */
    public String subject() {
        return sample == DRAWN ? "your drawing" : "sample " + sample;
    }

    /** Reads what {@link #pack} has written. */
    public static Moment unpack(Unpacker from) {
        return new Moment(from.whole(), from.whole(), from.whole());
    }

    /** Writes its parts. */
    public void pack(Packer to) {
        to.number(epoch).number(step).number(sample);
    }
}
