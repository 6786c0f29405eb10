package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * Some columns of the data set, for scatter plots. First comes how many samples may be shown, then for each of those that are told: its
 * row, its part, its class or first number, and its numbers in the columns. Of more than {@code most} samples, some are drawn evenly.
 *
 * @param columns of {@link SampleTable#at}
 */
public record PointsLook(int[] columns, int most) implements Look {
    static final String KIND = "points";

    /** Numbers of each sample before those of the columns. */
    public static final int FIELDS = 3;

    static PointsLook unpack(Unpacker from) {
        return new PointsLook(from.ints(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.ints(columns).number(most);
    }

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), numbers(source.table()));
    }

    private float[] numbers(SampleTable table) {
        for (int column : columns) {
            if (column < 0 || column >= table.columns()) {
                return new float[0];
            }
        }
        int[] rows = table.some(SampleTable.ANY, most);
        int width = FIELDS + columns.length;
        float[] numbers = new float[1 + rows.length * width];
        numbers[0] = table.rows(SampleTable.ANY).length;
        for (int k = 0; k < rows.length; k++) {
            int at = 1 + k * width;
            numbers[at] = rows[k];
            numbers[at + 1] = table.part(rows[k]);
            numbers[at + 2] = (float) table.target(rows[k], 0);
            for (int i = 0; i < columns.length; i++) {
                numbers[at + FIELDS + i] = (float) table.at(rows[k], columns[i]);
            }
        }
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointsLook look && words().equals(look.words());
    }

    @Override
    public int hashCode() {
        return words().hashCode();
    }
}
