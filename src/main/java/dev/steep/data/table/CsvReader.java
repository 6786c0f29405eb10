package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.Findings;
import dev.steep.data.file.NoticeText;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Finds out where the rows of a text of separated values begin; what is no proper quoting is said with its line. Of more rows than there
 * is room for, some are chosen at random, always the same.
 */
final class CsvReader implements DataJob<CsvReader> {
    /** Between two looks at the clock. */
    private static final int ROWS = 64;

    private final RowReader reader;
    private final Optional<IntList> lines;
    private final List<String> notices;
    private final RowSample kept;
    private final Findings unclosed = new Findings();
    private final Findings trailing = new Findings();
    private final Findings tall = new Findings();
    private final Findings control = new Findings();
    private boolean stopped;
    private boolean said;
    private int line = 1;
    private int row;

    /**
     * @param choice of rows
     * @param lines of the file in which rows begin, if the text has but some of them
     */
    CsvReader(RowReader reader, RowChoice choice, Optional<IntList> lines, List<String> notices) {
        this.reader = reader;
        this.lines = lines;
        this.notices = notices;
        kept = new RowSample(choice);
    }

    /** The rows that are used. */
    RowSample sample() {
        return kept;
    }

    /** Reads them again. */
    RowReader reader() {
        return reader;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (!said) {
            for (int i = 0; i < ROWS && !stopped && !reader.ends(); i++) {
                stopped = !read();
            }
            if (stopped || reader.ends()) {
                say();
                said = true;
            } else if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress(
                "Reading the table", (int) (reader.next() >> 10), (int) (reader.size() >> 10), "kilobyte");
    }

    @Override
    public CsvReader result() {
        return this;
    }

    /** Reads a row, if it still can be. */
    private boolean read() {
        int next = row++;
        lines.filter(known -> next < known.size()).ifPresent(known -> line = known.get(next));
        int first = line;
        RowParser.Outcome outcome = reader.read();
        if (reader.lost()) {
            return false;
        }
        RowParser found = reader.row();
        found.odd().forEach(odd -> note(odd, first));
        if (outcome == RowParser.Outcome.TOO_LONG) {
            notices.add("After row " + Numbers.grouped(kept.rows()) + " the table cannot be read: the row in line "
                    + Numbers.grouped(first) + " has more than " + Numbers.grouped(RowParser.LONGEST_ROW) + " cells.");
            return false;
        }
        line += found.lines();
        if (found.length() > 1 || !reader.text().cell(found.start(0)).isEmpty()) {
            kept.add(first, reader.place(), found.length());
        }
        return true;
    }

    private void note(RowParser.Odd odd, int first) {
        Findings findings =
                switch (odd.fault()) {
                    case UNCLOSED -> unclosed;
                    case TRAILING -> trailing;
                    case TALL -> tall;
                    case CONTROL -> control;
                };
        findings.at(first + odd.line(), List.of(odd.text()));
    }

    private void say() {
        kept.end();
        kept.say(notices);
        unclosed.say(
                notices,
                places -> NoticeText.doubt((unclosed.count() == 1
                                ? "A quotation mark opens a cell and never closes it"
                                : Numbers.grouped(unclosed.count()) + " quotation marks open a cell and never close it")
                        + places
                        + "; it was read as an ordinary character."));
        trailing.say(
                notices,
                places -> Numbers.count(trailing.count(), "cell") + " with text after the closing quotation mark"
                        + places + "; it was added to the cell.");
        tall.say(
                notices,
                places -> Numbers.count(tall.count(), "quoted cell") + " of more than " + RowParser.USUAL_LINES
                        + " lines" + places + ". If that is not meant, a quotation mark is missing there.");
        control.say(
                notices,
                places -> Numbers.count(control.count(), "cell") + " with invisible control characters" + places
                        + ": the file may be damaged.");
    }
}
