package dev.steep.data;

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
public record Reading(Optional<Dataset> data, List<String> notices, Optional<Table> table) {
    public Reading {
        notices = List.copyOf(notices);
    }

    /** Nothing could be read. */
    static Reading nothing(List<String> notices) {
        return new Reading(Optional.empty(), notices, Optional.empty());
    }

    /** The same table with another column to be predicted; this reading if there is no table. */
    public Reading withLabel(String column) {
        return table.map(known -> known.labelled(column)).orElse(this);
    }

    /** The same with these sentences before its own. */
    Reading after(List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(notices);
        return new Reading(data, all, table);
    }
}
