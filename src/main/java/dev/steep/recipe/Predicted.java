package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.data.file.ColumnUse;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment on a table predicts, as far as that is known without its numbers.
 *
 * @param classes how many there are; 0 for numbers, less than 0 if that is not known
 * @param numbers how many are predicted together, if it is numbers
 */
public record Predicted(int classes, int numbers) {
    /**
     * @param data the choice of a file
     * @param label the column that is predicted
     * @param columns of the table
     * @param answers for each of them, how many classes it has as it was found; 0 for numbers, -1 if it cannot be predicted
     */
    public static Predicted of(Choice data, String label, List<String> columns, int[] answers) {
        int place = columns.indexOf(label);
        int found = place < 0 ? -1 : answers[place];
        int numbers = 1;
        Optional<String> type = Optional.empty();
        for (Choice each : data.get(ColumnUse.Knobs.COLUMNS)) {
            boolean same = each.get(ColumnUse.Knobs.COLUMN).equals(label);
            type = same ? each.get(ColumnUse.Knobs.TYPE) : type;
            numbers += !same && ColumnUse.of(each) == ColumnUse.TARGET ? 1 : 0;
        }
        boolean number = type.filter("number"::equals).isPresent();
        boolean category = type.isPresent() && !number;
        return new Predicted(number || numbers > 1 ? 0 : category && found == 0 ? -1 : found, numbers);
    }
}
