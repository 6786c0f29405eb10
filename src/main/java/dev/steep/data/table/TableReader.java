package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.Content;
import dev.steep.data.file.ContentStamp;
import dev.steep.data.file.EncodedText;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.StoredFile;
import dev.steep.data.file.TextDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a table from text: finds the delimiter, the decimal sign, the header, and whether each column holds numbers or words. */
public final class TableReader {
    private static final int FIRST = 30; // rows of a large file that are kept as they were written
    private static final int KEPT = 48 << 20; // bytes of a file that is kept in memory
    private static final int BEGINNING = 1 << 16; // bytes that tell the delimiter of a large file
    private static final int ROOM = 128 << 20; // bytes of rows that are chosen of a large file

    private final StoredFile file;
    private final Choice asked;
    private final List<String> notices = new ArrayList<>();

    private TableReader(StoredFile file, Choice asked) {
        this.file = file;
        this.asked = asked;
    }

    /**
     * Reads the first of them, a slice at a time.
     *
     * @param wanted what a recipe asks of a file that it waits for
     */
    public static DataJob<FileResult> job(List<? extends StoredFile> files, Optional<Choice> wanted) {
        List<String> others = new ArrayList<>();
        for (StoredFile other : files.subList(1, files.size())) {
            others.add(other.name() + " is left out; one table is opened at a time.");
        }
        StoredFile file = files.get(0);
        Choice asked = wanted.filter(choice -> choice.is(OwnFile.KIND))
                .orElseGet(OwnFile.KIND::choice)
                .with(OwnFile.NAME, file.name());
        return job(file, asked).then(result -> DataJob.of(() -> result.after(others)));
    }

    /** Reads a file as a recipe asks. */
    static DataJob<FileResult> job(StoredFile file, Choice asked) {
        return new TableReader(file, asked).job();
    }

    private DataJob<FileResult> job() {
        if (file.size() <= NamedBytes.LARGEST) {
            return Content.of(file)
                    .map(content -> read(content, Optional.empty(), 0, text -> Optional.of(text.stamp())
                            .filter(each -> file instanceof GivenFile)))
                    .orElseGet(this::nothing);
        }
        byte[] beginning = file.slice(0, BEGINNING).orElseGet(file::beginning);
        if (asked.get(OwnFile.ENCODING).map("utf-16"::equals).orElseGet(() -> TextDecoding.isUtf16(beginning))) {
            return DataJob.of(() -> FileResult.nothing(List.of(file.name() + " is written in UTF-16 and too large to be"
                    + " read as a whole. Save it in UTF-8: of such a file rows are chosen while it is read.")));
        }
        char delimiter = TableReading.delimiter(asked).orElseGet(() -> Delimiter.of(beginning));
        return new RowPicker(file, RowChoice.of(asked), delimiter, ROOM).then(picked -> picked.map(rows -> read(
                        Content.of(rows.bytes()),
                        Optional.of(rows.lines()),
                        rows.total(),
                        text -> Optional.of(rows.stamp())))
                .orElseGet(this::nothing));
    }

    private DataJob<FileResult> nothing() {
        return DataJob.of(() -> FileResult.nothing(List.of(file.lost())));
    }

    /**
     * Reads the text of the file.
     *
     * @param lines of the file in which rows begin, if the text has but some of them
     * @param total how many rows the file has; 0 if the text has all of them
     * @param stamp of the file, if it is known once the text is read
     */
    private DataJob<FileResult> read(
            Content content, Optional<IntList> lines, int total, Function<EncodedText, Optional<ContentStamp>> stamp) {
        return EncodedText.job(file.name(), content, asked.get(OwnFile.ENCODING), notices)
                .then(found -> found.map(text -> read(text, lines, total)
                                .then(result -> DataJob.of(() -> result.stamped(stamp.apply(text)))))
                        .orElseGet(this::nothing));
    }

    private DataJob<FileResult> read(EncodedText text, Optional<IntList> lines, int total) {
        return csv(text.utf8(), lines, total)
                .then(csv -> table(csv, text, lines, total))
                .then(table -> DataJob.of("Choosing columns", () -> table.map(
                                each -> each.asked(asked).after(notices))
                        .orElseGet(() -> FileResult.nothing(notices))));
    }

    private DataJob<Csv> csv(Content utf8, Optional<IntList> lines, int total) {
        RowChoice choice = RowChoice.of(asked);
        if (lines.isPresent()) {
            notices.add(file.name() + " has " + Numbers.bytes(file.size()) + " and "
                    + Numbers.grouped(total) + " rows, more than there is room for. "
                    + Numbers.grouped(lines.get().size())
                    + " of them were chosen at random while it was read: always the same ones of this file.");
        }
        char delimiter = TableReading.delimiter(asked).orElseGet(() -> Csv.delimiter(utf8));
        return Csv.job(new RowReader(utf8, delimiter), choice, lines, notices);
    }

    private DataJob<Optional<Table>> table(Csv csv, EncodedText text, Optional<IntList> lines, int total) {
        if (csv.lost()) {
            notices.add(file.lost());
            return DataJob.of(Optional::empty);
        }
        Numerals numerals = TableReading.numerals(asked).orElseGet(() -> Numerals.of(csv.rows(), csv.delimiter()));
        Header header = new Header(csv, numerals);
        boolean named = asked.get(OwnFile.HEADER)
                .map(wanted -> wanted && csv.rows().size() > 1)
                .orElseGet(header::isThere);
        int above = named ? 1 : 0;
        if (csv.rows().size() == above) {
            notices.add(file.name() + " holds no rows.");
            return DataJob.of(Optional::empty);
        }
        if (csv.rows().size() == above + 1 && header.isAlone()) {
            notices.add(file.name() + " holds the names of its columns and nothing below them.");
            return DataJob.of(Optional::empty);
        }
        List<String> names =
                Header.names(named ? Optional.of(csv.rows().get(0)) : Optional.empty(), csv.width(), notices);
        return new ColumnsReader(csv, above, names, numerals, header::holdsWords, notices).then(columns -> {
            if (csv.lost()) {
                notices.add(file.lost());
                return DataJob.of(Optional::empty);
            }
            boolean kept = file.size() <= KEPT;
            boolean stays = lines.isEmpty() && file instanceof GivenFile && text.isAsWritten();
            TableReading.Written written = kept || stays
                    ? csv.written(above)
                    : TableReading.Written.of(new ArrayList<>(csv.rows()
                            .subList(above, Math.min(above + FIRST, csv.rows().size()))));
            TableReading reading = new TableReading(
                    Optional.of(file).filter(each -> kept || each instanceof GivenFile),
                    asked,
                    csv.delimiter(),
                    text.encoding(),
                    numerals,
                    named,
                    written,
                    List.copyOf(notices),
                    Math.max(total, csv.seen()) - above);
            return DataJob.of(() -> Optional.of(new Table(file.name(), columns, reading)));
        });
    }
}
