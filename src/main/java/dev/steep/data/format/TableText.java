package dev.steep.data.format;

import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.table.TableReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Tables of other formats as separated values, so that all that can be done with a CSV can be done with them. */
final class TableText {
    private static final int ROWS = 512;

    private TableText() {}

    /** A column: its name, and what stands in a row; an empty text for a missing value. */
    record Column(String name, IntFunction<String> cells) {}

    /** The data set that comes of it. */
    static DataJob<FileResult> job(String name, List<Column> columns, int rows, List<String> notices) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        line(text, columns, -1);
        int pieces = (rows + ROWS - 1) / ROWS;
        return DataJob.of(
                        "Reading",
                        pieces,
                        "part",
                        piece -> {
                            for (int row = piece * ROWS; row < Math.min(rows, (piece + 1) * ROWS); row++) {
                                line(text, columns, row);
                            }
                        },
                        text::toByteArray)
                .then(bytes -> TableReader.job(List.of(new NamedBytes(name, bytes)), Optional.empty()))
                .then(result -> DataJob.of(() -> result.after(notices)));
    }

    private static void line(ByteArrayOutputStream text, List<Column> columns, int row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            line.append(i == 0 ? "" : ",")
                    .append(quoted(row < 0 ? column.name() : column.cells().apply(row)));
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        text.write(bytes, 0, bytes.length);
    }

    private static String quoted(String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r' && c != ';' && c != '\t' && c != '|';
        }
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
