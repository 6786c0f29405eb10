package dev.steep.data.table;

import dev.steep.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of files.
 *
 * @param data the data set, if one could be made of them
 * @param notices what was understood, what was left out and why: whole sentences for the person who chose the files
 * @param table the table behind the data set, kept so that another column can be made the label
 */
public record FileResult(Optional<Dataset> data, List<String> notices, Optional<Table> table) {
    public FileResult {
        notices = List.copyOf(notices);
    }

    /** Nothing could be read. */
    public static FileResult nothing(List<String> notices) {
        return new FileResult(Optional.empty(), notices, Optional.empty());
    }

    /** The same table with another column to be predicted; this reading if there is no table. */
    public FileResult withLabel(String column) {
        return table.map(known -> known.labelled(column)).orElse(this);
    }

    /** The same with these sentences before its own. */
    public FileResult after(List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(notices);
        return new FileResult(data, all, table);
    }
}
