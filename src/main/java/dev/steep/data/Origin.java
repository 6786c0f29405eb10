package dev.steep.data;

import java.util.List;
import java.util.Optional;

/** The table that samples come from: how it was understood, and its cells as they were written. */
public interface Origin {
    /**
     * What became of a column.
     *
     * @param name of the column
     * @param use {@code label}, {@code target}, {@code feature}, {@code group}, {@code time} or {@code drop}
     * @param type {@code number}, {@code category}, {@code ordinal} or {@code date}
     * @param why it is left out, or what of it could not be used; empty if there is nothing to say
     * @param gaps how many of all rows have none of it
     * @param different how many different values it has; as many as counted, if there are very many
     * @param bars how many rows have values from the lowest to the highest in even steps, or each of the most frequent words
     * @param ends the lowest and the highest value, or the words of the bars
     */
    record Seen(
            String name, String use, String type, String why, int gaps, int different, int[] bars, List<String> ends) {}

    /**
     * A column to predict from that has no value in some rows.
     *
     * @param column its name
     * @param category whether it holds words, each of which is a feature
     * @param rows in how many rows that could be samples it has no value
     * @param fate what becomes of them
     */
    record Gap(String column, boolean category, int rows, Fate fate) {}

    /** What becomes of rows where a column has no value. */
    enum Fate {
        /** They are no samples. */
        LEFT_OUT,
        /** They are samples; preparation fills the number, and an unknown category is one of its own. */
        KEPT
    }

    /** The columns to predict from that have gaps, in the table's order. */
    List<Gap> gaps();

    /** The names of columns that have gaps in rows that are samples. */
    default List<String> kept() {
        return gaps().stream()
                .filter(gap -> gap.fate() == Fate.KEPT)
                .map(Gap::column)
                .toList();
    }

    /** How many rows the table has. */
    int rows();

    /** How many rows the file has, of which the table may be a part. */
    default int total() {
        return rows();
    }

    /** The row of the table that each sample is. */
    int[] used();

    /** How many columns the table has. */
    int width();

    /** A column's name. */
    String name(int place);

    /** What became of a column. */
    Seen seen(int place);

    /** What stands in a row of the table, as far as that is kept as it was written; empty for nothing. */
    String cell(int row, int place);

    /** The columns that count: what is predicted first, then what it is predicted from. */
    int[] counted();

    /** What separates cells, how letters and decimals are written, and whether names stand in the first row: words of {@code OwnFile}'s knobs. */
    List<String> understood();

    /** Everything that was understood, left out or changed, in whole sentences. */
    List<String> sentences();

    /** Why rows are missing, shortest: {@code 177 without age}. */
    String lost();

    /** What a person should decide before training; empty for most tables. */
    String decision();

    /** Which group each sample belongs to, if a column says so. */
    Optional<int[]> groups();

    /** How much each sample counts in the loss of training, if a column says so. */
    Optional<float[]> weights();

    /** The time of each sample, if a column says so. */
    Optional<double[]> times();
}
