package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.FileSource;
import dev.steep.data.file.LabelChoice;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.OwnFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as it was read, before one of its columns is chosen to be predicted from the others.
 *
 * @param name of the file
 * @param all its columns, all equally long; at least one
 */
public record Table(String name, List<Column> all) implements FileSource {
    public Table {
        all = List.copyOf(all);
        int rows = all.get(0).rows();
        for (Column column : all) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        column.name() + " has " + column.rows() + " rows, the first column " + rows);
            }
        }
    }

    /** How many rows. */
    public int rows() {
        return all.get(0).rows();
    }

    /** The column of this name. */
    public Optional<Column> column(String wanted) {
        return all.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The column that is predicted unless another is asked for. */
    public String usualLabel() {
        return LabelColumn.usual(this);
    }

    @Override
    public List<LabelChoice> columns() {
        return all.stream()
                .map(column -> new LabelChoice(column.name(), LabelColumn.answers(column)))
                .toList();
    }

    @Override
    public Choice choice() {
        return OwnFile.KIND.choice().with(OwnFile.NAME, name);
    }

    /** With the column that the choice asks for, if there is such a one, and it can be predicted. */
    @Override
    public DataJob<FileResult> with(Choice choice) {
        return DataJob.of("Choosing columns", () -> labelledOrUsual(choice.get(OwnFile.LABEL)));
    }

    private FileResult labelledOrUsual(String wanted) {
        String usual = usualLabel();
        FileResult asked = labelled(wanted.isEmpty() ? usual : wanted);
        if (asked.data().isPresent() || wanted.isEmpty() || wanted.equals(usual)) {
            return asked;
        }
        List<String> notices = new ArrayList<>(asked.notices());
        notices.add("The column " + usual + " is predicted instead.");
        return labelled(usual).instead(notices);
    }

    /** The data set that predicts this column from the others. Says so if there is no such column, or no way. */
    public FileResult labelled(String label) {
        return column(label)
                .map(column -> Assembly.of(this, column))
                .orElseGet(() -> new FileResult(
                        Optional.empty(),
                        List.of("There is no column " + NoticeText.quote(label) + " in " + name + "."),
                        Optional.of(this),
                        ""));
    }
}
