package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.OwnFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a table beyond its name: how it is read, and what its columns are for and hold. Data of a file, changed. */
public final class TableChoice {
    /** What a column is for where it is the one that is predicted first. */
    public static final String LABEL = "label";

    private TableChoice() {}

    /**
     * The same data with another use of a column.
     *
     * @param use {@link #LABEL}, or the name of one of {@link ColumnUse}
     */
    public static Choice use(Choice data, String column, String use) {
        Optional<String> type = type(data, column);
        if (use.equals(LABEL)) {
            return said(data, column, ColumnUse.AUTO, type).with(OwnFile.LABEL, column);
        }
        for (ColumnUse each : ColumnUse.values()) {
            if (each.kind().name().equals(use)) {
                return said(data, column, each, type);
            }
        }
        return data;
    }

    /** The same data, in which a column is not used. */
    public static Choice without(Choice data, String column) {
        return said(data, column, ColumnUse.DROP, type(data, column));
    }

    /** The same data with another type of a column; one that the lab leaves out becomes an input by that. */
    public static Choice type(Choice data, String column, String type, boolean leftOut) {
        ColumnUse use = find(data, column).map(ColumnUse::of).orElse(ColumnUse.AUTO);
        return said(data, column, leftOut && use == ColumnUse.AUTO ? ColumnUse.FEATURE : use, Optional.of(type));
    }

    /** The same data, read otherwise: the name of an option of {@link OwnFile} and one of its words. */
    public static Choice reading(Choice data, String option, String word) {
        Choice changed = data;
        for (Knob<?> knob : data.kind().options()) {
            changed = knob.name().equals(option) ? read(changed, knob, word) : changed;
        }
        return changed;
    }

    private static <T> Choice read(Choice data, Knob<T> knob, String word) {
        return data.with(knob, knob.domain().read(Phrase.of(word), knob.preset(), knob.name(), new Remarks()));
    }

    /** The same file, of which nothing else is said. */
    public static Choice plain(Choice data) {
        return data.kind()
                .choice()
                .with(OwnFile.NAME, data.get(OwnFile.NAME))
                .with(OwnFile.CONTENT, data.get(OwnFile.CONTENT))
                .with(OwnFile.ADDRESS, data.get(OwnFile.ADDRESS));
    }

    /** How many rows are asked for, if that is said. */
    public static Optional<Integer> rows(Choice data) {
        return data.is(OwnFile.KIND) ? data.get(OwnFile.ROWS) : Optional.empty();
    }

    /** Which rows are chosen. */
    public static int draw(Choice data) {
        return data.is(OwnFile.KIND) ? data.get(OwnFile.DRAW) : 0;
    }

    /** The file of a choice in a sentence: {@code iris.csv (4.6 kB)}. */
    public static String named(Choice data) {
        return OwnFile.named(data);
    }

    /** What is predicted first: the column that is asked for, else the one that was found. */
    public static String label(Choice data, String found) {
        return data.get(OwnFile.LABEL).isEmpty() ? found : data.get(OwnFile.LABEL);
    }

    private static Optional<Choice> find(Choice data, String column) {
        return data.get(ColumnUse.Knobs.COLUMNS).stream()
                .filter(each -> each.get(ColumnUse.Knobs.COLUMN).equals(column))
                .findFirst();
    }

    private static Optional<String> type(Choice data, String column) {
        return find(data, column).flatMap(each -> each.get(ColumnUse.Knobs.TYPE));
    }

    private static Choice said(Choice data, String column, ColumnUse use, Optional<String> type) {
        Choice saying = use.kind().choice().with(ColumnUse.Knobs.COLUMN, column).with(ColumnUse.Knobs.TYPE, type);
        return said(data, find(data, column).map(saying::withOptionsOf).orElse(saying));
    }

    /** What the lab finds by itself needs no word. */
    private static Choice said(Choice data, Choice saying) {
        String column = saying.get(ColumnUse.Knobs.COLUMN);
        List<Choice> columns = new ArrayList<>(data.get(ColumnUse.Knobs.COLUMNS));
        columns.removeIf(each -> each.get(ColumnUse.Knobs.COLUMN).equals(column));
        if (!saying.equals(ColumnUse.AUTO.kind().choice().with(ColumnUse.Knobs.COLUMN, column))) {
            columns.add(saying);
        }
        return data.with(ColumnUse.Knobs.COLUMNS, columns);
    }

    /** What becomes of rows where a column has no value, if that is said of it: a word of {@link ColumnUse.Knobs#MISSING}. */
    static Optional<String> missing(Choice data, String column) {
        return data.is(OwnFile.KIND) ? find(data, column).flatMap(ColumnUse::missing) : Optional.empty();
    }

    /** The same data with another word for that; nothing for what becomes of all rows with missing values. */
    static Choice withMissing(Choice data, String column, Optional<String> word) {
        if (!data.is(OwnFile.KIND)) {
            return data;
        }
        Choice saying = find(data, column)
                .orElseGet(() -> ColumnUse.AUTO.kind().choice().with(ColumnUse.Knobs.COLUMN, column));
        return saying.kind().options().contains(ColumnUse.Knobs.MISSING)
                ? said(data, saying.with(ColumnUse.Knobs.MISSING, word))
                : data;
    }
}
