package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.TextDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table from text: finds the delimiter, the decimal sign, the header, and whether each column holds numbers or words. */
public final class TableReader {
    private static final int FIRST = 30; // rows of a large file that are kept as they were written
    private static final int KEPT = 48 << 20; // bytes of a file that is kept itself

    private final NamedBytes file;
    private final Choice asked;
    private final List<String> notices = new ArrayList<>();

    private TableReader(NamedBytes file, Choice asked) {
        this.file = file;
        this.asked = asked;
    }

    /**
     * Reads the first of them, a slice at a time.
     *
     * @param wanted what a recipe asks of a file that it waits for
     */
    public static DataJob<FileResult> job(List<NamedBytes> files, Optional<Choice> wanted) {
        List<String> others = new ArrayList<>();
        for (NamedBytes other : files.subList(1, files.size())) {
            others.add(other.name() + " is left out; one table is opened at a time.");
        }
        NamedBytes file = files.get(0);
        Choice asked = wanted.filter(choice -> choice.is(OwnFile.KIND))
                .orElseGet(OwnFile.KIND::choice)
                .with(OwnFile.NAME, file.name());
        return job(file, asked).then(result -> DataJob.of(() -> result.after(others)));
    }

    /** Reads a file as a recipe asks. */
    static DataJob<FileResult> job(NamedBytes file, Choice asked) {
        return new TableReader(file, asked).job();
    }

    private DataJob<FileResult> job() {
        String encoding = asked.get(OwnFile.ENCODING).orElseGet(() -> TextDecoding.encoding(file.bytes()));
        return DataJob.of("Reading " + file.name(), this::utf8)
                .then(this::csv)
                .then(csv -> table(csv, encoding))
                .then(table -> DataJob.of("Choosing columns", () -> table.map(
                                each -> each.asked(asked).after(notices))
                        .orElseGet(() -> FileResult.nothing(notices))));
    }

    private byte[] utf8() {
        return asked.get(OwnFile.ENCODING)
                .map(encoding -> TextDecoding.utf8(file.bytes(), encoding, notices))
                .orElseGet(() -> TextDecoding.utf8(file.bytes(), notices));
    }

    private DataJob<Csv> csv(byte[] text) {
        return Reading.delimiter(asked)
                .map(delimiter -> Csv.job(text, delimiter, notices))
                .orElseGet(() -> Csv.job(text, notices));
    }

    private DataJob<Optional<Table>> table(Csv csv, String encoding) {
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
        boolean kept = file.bytes().length <= KEPT;
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
                                    Optional.of(file).filter(each -> kept),
                                    asked,
                                    csv.delimiter(),
                                    encoding,
                                    numerals,
                                    named,
                                    kept
                                            ? (row, column) -> Optional.of(csv.cell(row + above, column))
                                            : Reading.Written.of(
                                                    new ArrayList<>(body.subList(0, Math.min(FIRST, body.size())))),
                                    List.copyOf(notices))));
                });
    }
}
