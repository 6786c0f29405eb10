package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;

/**
 * What the page knows of the table that the samples come from.
 *
 * @param name of the file
 * @param rows how many rows it has
 * @param total how many rows its file has
 * @param used how many of them are samples
 * @param lost why others are not, shortest: {@code 177 without age}; empty if all are
 * @param decision what a person should decide before training; empty for most tables
 * @param understood delimiter, encoding, decimal sign and whether there is a header, as words of the knobs
 * @param sentences everything that was understood, left out or changed
 * @param counts how many samples each class has; empty for numbers
 * @param width how many columns the table has
 * @param from the first of {@code columns} among them
 * @param columns some of its columns
 * @param gaps the columns to predict from that have no value in some rows; of very many the first ones
 * @param cells what stands in the first rows of these columns, row after row, as it was written
 */
public record TableFacts(
        String name,
        int rows,
        int total,
        int used,
        String lost,
        String decision,
        List<String> understood,
        List<String> sentences,
        int[] counts,
        int width,
        int from,
        List<Column> columns,
        List<Gap> gaps,
        List<String> cells) {
    /** No table. */
    public static final TableFacts NONE = new TableFacts(
            "", 0, 0, 0, "", "", List.of(), List.of(), new int[0], 0, 0, List.of(), List.of(), List.of());

    /**
     * What became of a column.
     *
     * @param use {@code label}, {@code target}, {@code feature}, {@code group}, {@code time} or {@code drop}
     * @param type {@code number}, {@code category}, {@code ordinal} or {@code date}
     * @param why it is left out, or what of it could not be used; empty if there is nothing to say
     * @param gaps how many rows have none of it
     * @param different how many different values it has, as far as they were counted
     * @param bars how many rows have values from the lowest to the highest in even steps, or each of the most frequent words
     * @param ends the lowest and the highest value, or the words of the bars
     */
    public record Column(
            String name, String use, String type, String why, int gaps, int different, int[] bars, List<String> ends) {
        static Column unpack(Unpacker from) {
            return new Column(
                    from.word(),
                    from.word(),
                    from.word(),
                    from.word(),
                    from.whole(),
                    from.whole(),
                    from.ints(),
                    from.words());
        }

        void pack(Packer to) {
            to.word(name).word(use).word(type).word(why).number(gaps).number(different);
            to.ints(bars).words(ends);
        }
    }

    /**
     * A column to predict from that has no value in some rows, and what became of them.
     *
     * @param column its name
     * @param category whether it holds words, each of which is a feature
     * @param rows in how many rows that could be samples it has no value
     * @param fate what became of them
     * @param usual what stands for a missing value: a number; empty where nothing does
     */
    public record Gap(String column, boolean category, int rows, Fate fate, String usual) {
        static Gap unpack(Unpacker from) {
            return new Gap(from.word(), from.flag(), from.whole(), Fate.values()[from.whole()], from.word());
        }

        void pack(Packer to) {
            to.word(column).flag(category).number(rows).number(fate.ordinal()).word(usual);
        }
    }

    /** What became of rows without a value. */
    public enum Fate {
        LEFT_OUT,
        MEDIAN,
        MEAN,
        /** Filled with the median, and told by a further feature. */
        INDICATOR,
        /** A category of its own. */
        CATEGORY
    }

    static TableFacts unpack(Unpacker from) {
        return new TableFacts(
                from.word(),
                from.whole(),
                from.whole(),
                from.whole(),
                from.word(),
                from.word(),
                from.words(),
                from.words(),
                from.ints(),
                from.whole(),
                from.whole(),
                from.list(Column::unpack),
                from.list(Gap::unpack),
                from.words());
    }

    void pack(Packer to) {
        to.word(name).number(rows).number(total).number(used).word(lost).word(decision);
        to.words(understood).words(sentences).ints(counts).number(width).number(from);
        to.list(columns, (packer, column) -> column.pack(packer));
        to.list(gaps, (packer, gap) -> gap.pack(packer)).words(cells);
    }
}
