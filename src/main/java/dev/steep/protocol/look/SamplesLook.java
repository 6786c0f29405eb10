package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * A page of the samples of a part, and of one class if that is wanted. First come how many there are, and how many samples train, validate,
 * test and are removed: -1 for a test part that is closed. Then, for each sample of the page, its row, its part, its class or first number,
 * the one it came with, and its raw numbers. Nothing without data.
 *
 * @param part a {@link DataPart}'s place, {@link SampleTable#REMOVED} or {@link SampleTable#ANY}
 * @param group the class, or {@link SampleTable#ANY}
 * @param from how many come before the page
 */
public record SamplesLook(int part, int group, int from, int most) implements Look {
    static final String KIND = "samples";

    /** Numbers that come first. */
    public static final int HEAD = 5;

    /** Numbers of each sample before its own. */
    public static final int FIELDS = 4;

    /** Numbers of a page at the most, so that a message stays small. */
    private static final int LIMIT = 1 << 20;

    static SamplesLook unpack(Unpacker from) {
        return new SamplesLook(from.whole(), from.whole(), from.whole(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(part).number(group).number(from).number(most);
    }

    @Override
    public Answering begin(Source source) {
        return new Known(source.now(), numbers(source.table()));
    }

    private float[] numbers(SampleTable table) {
        if (table.count() == 0) {
            return new float[0];
        }
        int width = FIELDS + table.size();
        int room = Math.max(1, Math.min(most, LIMIT / width));
        int[] page = new int[room];
        int[] parts = new int[SampleTable.CLOSED + 1];
        int found = 0;
        for (int row = 0; row < table.count(); row++) {
            parts[table.part(row)]++;
            if (table.means(row, part) && (group == SampleTable.ANY || table.group(row) == group)) {
                if (found >= from && found - from < room) {
                    page[found - from] = row;
                }
                found++;
            }
        }
        int shown = Math.max(0, Math.min(room, found - Math.max(0, from)));
        float[] numbers = new float[HEAD + shown * width];
        numbers[0] = found;
        for (int i = 0; i < HEAD - 1; i++) {
            numbers[1 + i] = parts[i];
        }
        if (parts[SampleTable.CLOSED] > 0) {
            numbers[1 + DataPart.TEST.ordinal()] = -1;
        }
        for (int k = 0; k < shown; k++) {
            int row = page[k];
            int at = HEAD + k * width;
            numbers[at] = row;
            numbers[at + 1] = table.part(row);
            numbers[at + 2] = (float) table.target(row, 0);
            numbers[at + 3] = (float) table.given(row);
            for (int i = 0; i < table.size(); i++) {
                numbers[at + FIELDS + i] = (float) table.value(row, i);
            }
        }
        return numbers;
    }
}
