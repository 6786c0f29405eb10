package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.TextDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table from text: finds the delimiter, the header, and whether each column holds numbers or words. */
public final class TableReader {
    private static final double ODD = 0.05; // share of cells without a number that a column of numbers may have

    private TableReader() {}

    /** Reads the first of them, a slice at a time. */
    public static DataJob<FileResult> job(List<NamedBytes> files) {
        List<String> notices = new ArrayList<>();
        for (NamedBytes other : files.subList(1, files.size())) {
            notices.add(other.name() + " is left out; one table is opened at a time.");
        }
        String name = files.get(0).name();
        return DataJob.of(
                        "Reading " + name, () -> TextDecoding.utf8(files.get(0).bytes(), notices))
                .then(text -> Csv.job(text, notices))
                .then(csv -> columns(name, csv, notices))
                .then(columns -> DataJob.of(
                        "Choosing columns",
                        () -> columns.isEmpty()
                                ? FileResult.nothing(notices)
                                : labelled(new Table(name, columns)).after(notices)));
    }

    private static FileResult labelled(Table table) {
        return table.labelled(LabelColumn.usual(table));
    }

    private static DataJob<List<Column>> columns(String name, Csv csv, List<String> notices) {
        Optional<String[]> header = Header.of(csv);
        List<String[]> body =
                header.isPresent() ? csv.rows().subList(1, csv.rows().size()) : csv.rows();
        if (body.isEmpty()) {
            notices.add(name + " holds no rows.");
            return DataJob.of(List::of);
        }
        if (body.size() == 1 && Header.isAlone(csv)) {
            notices.add(name + " holds the names of its columns and nothing below them.");
            return DataJob.of(List::of);
        }
        int width = body.get(0).length;
        List<String> names = Header.names(header, width, notices);
        List<Column> columns = new ArrayList<>();
        return DataJob.of(
                "Reading numbers",
                width,
                "column",
                i -> columns.add(column(names.get(i), csv.column(i, header.isPresent() ? 1 : 0), csv.delimiter() == ';', notices)),
                () -> columns);
    }

    /** Numbers if nearly all cells that are no gaps hold one, else words. */
    private static Column column(String name, List<String> cells, boolean decimalComma, List<String> notices) {
        double[] values = new double[cells.size()];
        int numbers = 0;
        int infinite = 0;
        List<String> odd = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            String cell = cells.get(row);
            values[row] = Double.NaN;
            if (Cell.isGap(cell)) {
                continue;
            }
            double number = Cell.number(cell, decimalComma);
            if (Cell.isInfinite(cell, decimalComma)) {
                infinite++;
            } else if (Double.isNaN(number)) {
                odd.add(cell);
            } else {
                values[row] = number;
                numbers++;
            }
        }
        if (numbers == 0 || odd.size() > ODD * (numbers + odd.size())) {
            return Column.Textual.of(name, cells);
        }
        if (!odd.isEmpty()) {
            notices.add(NoticeText.name(name) + " holds numbers; " + Numbers.count(odd.size(), "cell")
                    + " with other text (such as " + NoticeText.quote(odd.get(0)) + ") became gaps.");
        }
        if (infinite > 0) {
            notices.add(NoticeText.name(name) + " has " + Numbers.count(infinite, "infinite number")
                    + "; these became gaps.");
        }
        return new Column.Numeric(name, values);
    }
}
