package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * How many samples of a part are of each class.
 *
 * @param classes how many classes the data have
 */
public record CountsLook(int classes, DataPart part) implements Look {
    /** Of the training part. */
    public CountsLook(int classes) {
        this(classes, DataPart.TRAINING);
    }

    static final String KIND = "counts";

    static CountsLook unpack(Unpacker from) {
        return new CountsLook(from.whole(), DataPart.values()[from.whole()]);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(classes).number(part.ordinal());
    }

    @Override
    public Answering begin(Source source) {
        float[] counts = new float[Math.max(0, classes)];
        for (int row : source.rows(part)) {
            int mine = (int) source.truth(row);
            if (mine >= 0 && mine < counts.length) {
                counts[mine]++;
            }
        }
        return new Known(source.now(), counts);
    }
}
