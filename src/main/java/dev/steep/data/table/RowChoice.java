package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.data.file.OwnFile;
import java.util.Optional;

/**
 * How many rows of a table are used.
 *
 * @param cells for which there is room
 * @param rows that somebody asks for; none for as many as there is room for
 * @param draw which of the many ways to choose them
 */
record RowChoice(int cells, Optional<Integer> rows, int draw) {
    /** As many as there is room for. */
    static final RowChoice ALL = new RowChoice(RowSample.MOST_CELLS, Optional.empty(), 0);

    static RowChoice of(Choice asked) {
        return new RowChoice(RowSample.MOST_CELLS, asked.get(OwnFile.ROWS), asked.get(OwnFile.DRAW));
    }

    /** As many rows as are held while the table is read, of which the chosen ones are always some. */
    boolean isMuch(int held) {
        return rows.filter(wanted -> held > 4L * wanted + 1000).isPresent();
    }
}
