package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * One sample: its row, its part, its class or first number, the one it came with, and its raw numbers. Nothing where there is no such row,
 * or it may not be shown.
 */
public record SampleLook(int row) implements Look {
    static final String KIND = "sample";

    static SampleLook unpack(Unpacker from) {
        return new SampleLook(from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(row);
    }

    @Override
    public Answering begin(Source source) {
        SampleTable table = source.table();
        if (row < 0 || row >= table.count() || table.part(row) == SampleTable.CLOSED) {
            return new Known(source.now(), new float[0]);
        }
        float[] numbers = new float[SamplesLook.FIELDS + table.size()];
        numbers[0] = row;
        numbers[1] = table.part(row);
        numbers[2] = (float) table.target(row, 0);
        numbers[3] = (float) table.given(row);
        for (int i = 0; i < table.size(); i++) {
            numbers[SamplesLook.FIELDS + i] = (float) table.value(row, i);
        }
        return new Known(source.now(), numbers);
    }
}
