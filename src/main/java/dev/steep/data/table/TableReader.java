package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.StoredFile;
import dev.steep.data.file.TextDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            return LoadedText.job(file).then(this::read);
        }
        byte[] beginning = file.slice(0, BEGINNING).orElseGet(file::beginning);
        if (encoding(beginning).equals("utf-16")) {
            return DataJob.of(() -> FileResult.nothing(List.of(file.name() + " is written in UTF-16 and too large to be"
                    + " read as a whole. Save it in UTF-8: of such a file rows are chosen while it is read.")));
        }
        char delimiter = Reading.delimiter(asked).orElseGet(() -> Delimiter.of(beginning));
        return new RowPicker(file, RowChoice.of(asked), delimiter, ROOM).then(this::read);
    }

    private String encoding(byte[] bytes) {
        return asked.get(OwnFile.ENCODING).orElseGet(() -> TextDecoding.encoding(bytes));
    }

    private DataJob<FileResult> read(Optional<LoadedText> loaded) {
        if (loaded.isEmpty()) {
            return DataJob.of(() -> FileResult.nothing(List.of(file.lost())));
        }
        LoadedText text = loaded.get();
        String encoding = encoding(text.bytes());
        return DataJob.of("Reading " + file.name(), () -> utf8(text.bytes()))
                .then(utf8 -> csv(utf8, text))
                .then(csv -> table(csv, encoding, text.total()))
                .then(table -> DataJob.of("Choosing columns", () -> table.map(
                                each -> each.asked(asked).after(notices))
                        .orElseGet(() -> FileResult.nothing(notices))));
    }

    private byte[] utf8(byte[] bytes) {
        return asked.get(OwnFile.ENCODING)
                .map(encoding -> TextDecoding.utf8(bytes, encoding, notices))
                .orElseGet(() -> TextDecoding.utf8(bytes, notices));
    }

    private DataJob<Csv> csv(byte[] utf8, LoadedText text) {
        RowChoice choice = RowChoice.of(asked);
        if (text.lines().isPresent()) {
            notices.add(file.name() + " has " + Numbers.bytes(file.size()) + " and "
                    + Numbers.grouped(text.total()) + " rows, more than there is room for. "
                    + Numbers.grouped(text.lines().get().size())
                    + " of them were chosen at random while it was read: always the same ones of this file.");
        }
        char delimiter = Reading.delimiter(asked).orElseGet(() -> Delimiter.of(utf8));
        return Csv.job(utf8, delimiter, choice, text.lines(), notices);
    }

    private DataJob<Optional<Table>> table(Csv csv, String encoding, int total) {
        Numerals numerals = Reading.numerals(asked).orElseGet(() -> Numerals.of(csv.rows(), csv.delimiter()));
        Header header = new Header(csv, numerals);
        boolean named = asked.get(OwnFile.HEADER)
                .map(wanted -> wanted && csv.rows().size() > 1)
                .orElseGet(header::isThere);
        List<String[]> body = named ? csv.rows().subList(1, csv.rows().size()) : csv.rows();
        if (body.isEmpty()) {
            notices.add(file.name() + " holds no rows.");
            return DataJob.of(Optional::empty);
        }
        if (body.size() == 1 && header.isAlone()) {
            notices.add(file.name() + " holds the names of its columns and nothing below them.");
            return DataJob.of(Optional::empty);
        }
        int width = body.get(0).length;
        List<String> names = Header.names(named ? Optional.of(csv.rows().get(0)) : Optional.empty(), width, notices);
        List<Column> columns = new ArrayList<>();
        ColumnReader reader = new ColumnReader(numerals, notices);
        int above = named ? 1 : 0;
        boolean kept = file.size() <= KEPT;
        return DataJob.of(
                "Reading numbers",
                width,
                "column",
                i -> columns.add(reader.column(names.get(i), csv.column(i, above))),
                () -> {
                    reader.tellAboutThousands();
                    return Optional.of(new Table(
                            file.name(),
                            columns,
                            new Reading(
                                    Optional.of(file).filter(each -> kept || each instanceof GivenFile),
                                    asked,
                                    csv.delimiter(),
                                    encoding,
                                    numerals,
                                    named,
                                    kept
                                            ? (row, column) -> Optional.of(csv.cell(row + above, column))
                                            : Reading.Written.of(
                                                    new ArrayList<>(body.subList(0, Math.min(FIRST, body.size())))),
                                    List.copyOf(notices),
                                    Math.max(total, csv.seen()) - above)));
                });
    }
}
