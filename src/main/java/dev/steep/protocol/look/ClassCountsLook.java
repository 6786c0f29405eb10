package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * How many samples of each class train, validate, test and are removed: four numbers for each class, one after the other; -1 for the test
 * part while it is closed. Where numbers are predicted, all samples are one class.
 */
public record ClassCountsLook() implements Look {
    static final String KIND = "class-counts";

    /** Numbers for each class. */
    public static final int FIELDS = 4;

    static ClassCountsLook unpack(Unpacker from) {
        return new ClassCountsLook();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {}

    @Override
    public Answering begin(Source source) {
        SampleTable table = source.table();
        float[] counts = new float[table.count() == 0 ? 0 : FIELDS * Math.max(1, table.classes())];
        boolean closed = false;
        for (int row = 0; row < table.count(); row++) {
            int part = table.part(row);
            closed |= part == SampleTable.CLOSED;
            if (part != SampleTable.CLOSED) {
                counts[FIELDS * table.group(row) + part]++;
            }
        }
        for (int at = DataPart.TEST.ordinal(); closed && at < counts.length; at += FIELDS) {
            counts[at] = -1;
        }
        return new Known(source.now(), counts);
    }
}
