package dev.steep.data.table;

import dev.steep.data.file.NoticeText;
import java.util.List;
import java.util.Optional;

/**
 * A table as it was read, before one of its columns is chosen to be predicted from the others.
 *
 * @param name of the file
 * @param columns all equally long; at least one
 */
public record Table(String name, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
        int rows = columns.get(0).rows();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        column.name() + " has " + column.rows() + " rows, the first column " + rows);
            }
        }
    }

    /** How many rows. */
    public int rows() {
        return columns.get(0).rows();
    }

    /** The column of this name. */
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The column that is predicted unless another is asked for. */
    public String usualLabel() {
        return LabelColumn.usual(this);
    }

    /** The data set that predicts this column from the others. Says so if there is no such column, or no way. */
    public FileResult labelled(String label) {
        return column(label)
                .map(column -> Assembly.of(this, column))
                .orElseGet(() -> new FileResult(
                        Optional.empty(),
                        List.of("There is no column " + NoticeText.quote(label) + " in " + name + "."),
                        Optional.of(this)));
    }
}
