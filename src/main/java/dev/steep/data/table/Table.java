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

/** A table as it was read, before one of its columns is chosen to be predicted from the others. Immutable. */
public final class Table implements FileSource {
    private final String name;
    private final List<Column> all;
    private final TableReading reading;
    private Optional<List<LabelChoice>> choices = Optional.empty(); // of 10,000 columns they take a while

    /** A table that is no text. */
    public Table(String name, List<Column> all) {
        this(name, all, TableReading.none(name));
    }

    /**
     * @param name of the file
     * @param all its columns, all equally long; at least one
     */
    Table(String name, List<Column> all, TableReading reading) {
        this.name = name;
        this.all = List.copyOf(all);
        this.reading = reading;
        int rows = all.get(0).rows();
        for (Column column : all) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        column.name() + " has " + column.rows() + " rows, the first column " + rows);
            }
        }
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** Its columns. */
    public List<Column> all() {
        return all;
    }

    /** How many rows. */
    public int rows() {
        return all.get(0).rows();
    }

    /** How it was read. */
    TableReading reading() {
        return reading;
    }

    /** The column of this name. */
    public Optional<Column> column(String wanted) {
        return all.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    @Override
    public List<LabelChoice> columns() {
        List<LabelChoice> known = choices.orElseGet(() -> all.stream()
                .map(column -> new LabelChoice(column.name(), LabelColumn.answers(column)))
                .toList());
        choices = Optional.of(known);
        return known;
    }

    @Override
    public Choice choice() {
        return reading.asked();
    }

    /** With the column that the choice asks for, if there is such a one, and it can be predicted. */
    @Override
    public DataJob<FileResult> with(Choice choice) {
        if (reading.serves(choice)) {
            return DataJob.of("Choosing columns", () -> asked(choice));
        }
        return reading.file()
                .map(file -> TableReader.job(file, choice))
                .orElseGet(() -> DataJob.of(() -> FileResult.nothing(List.of(name
                        + " is too large to be kept beside its numbers. To have it read otherwise, drop it again while this"
                        + " experiment waits for it."))));
    }

    /** The data set that is made where nobody asks for anything. */
    public FileResult found() {
        return asked(choice());
    }

    /** The data set that a choice asks for; where its label cannot be predicted, the usual one is. */
    FileResult asked(Choice choice) {
        String wanted = choice.get(OwnFile.LABEL);
        ColumnUses uses = new ColumnUses(this, choice);
        String usual = LabelColumn.usual(this, uses);
        FileResult asked = labelled(wanted.isEmpty() ? usual : wanted, uses, wanted.isEmpty());
        if (wanted.isEmpty()) {
            return LabelColumn.missed(this, uses)
                    .map(why -> asked.after(List.of(why)))
                    .orElse(asked);
        }
        if (asked.data().isPresent() || wanted.equals(usual)) {
            return asked;
        }
        List<String> notices = new ArrayList<>(asked.notices());
        notices.add("The column " + usual + " is predicted instead.");
        return labelled(usual, uses, true).instead(notices);
    }

    /** The data set that predicts this column from the others. Says so if there is no such column, or no way. */
    private FileResult labelled(String label, ColumnUses uses, boolean found) {
        return column(label)
                .map(column -> Assembly.of(this, column, uses, found))
                .orElseGet(() -> new FileResult(
                        Optional.empty(),
                        List.of("There is no column " + NoticeText.quote(label) + " in " + name + "."),
                        Optional.of(this),
                        ""));
    }
}
