package dev.steep.data.file;

/**
 * A column of a table as something to predict.
 *
 * @param name of the column
 * @param classes how many there are; 0 if it is numbers that are predicted, {@link #NOTHING} if it cannot be predicted
 */
public record LabelChoice(String name, int classes) {
    public static final int NOTHING = -1;
}
