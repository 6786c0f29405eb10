package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.data.file.OwnFile;
import dev.steep.data.file.StoredFile;
import java.util.List;
import java.util.Optional;

/**
 * How a table was read from its file.
 *
 * @param file as it was dropped, to be read again otherwise; none if it is too large to be kept, or holds no text
 * @param asked what a recipe said of it; of what it says nothing, the file itself decided
 * @param delimiter between cells; a blank is any number of them
 * @param encoding a word of {@link OwnFile#ENCODING}
 * @param header whether the first row names the columns
 * @param written the cells below the header as they were written, as far as they are kept
 * @param notices what was said of reading it
 * @param total how many rows the file has, used or not; 0 where all are
 */
record TableReading(
        Optional<StoredFile> file,
        Choice asked,
        char delimiter,
        String encoding,
        Numerals numerals,
        boolean header,
        Written written,
        List<String> notices,
        int total) {
    /** Cells as they were written. */
    interface Written {
        /** Nothing is kept. */
        Written NOTHING = (row, column) -> Optional.empty();

        Optional<String> cell(int row, int column);

        /** The first rows of a list of them. */
        static Written of(List<String[]> rows) {
            return (row, column) -> row < rows.size() ? Optional.of(rows.get(row)[column]) : Optional.empty();
        }
    }

    private static final String DELIMITERS = ",;\t| ";
    private static final char NO_TEXT = 0;

    /** Of a table that is no text. */
    static TableReading none(String name) {
        return new TableReading(
                Optional.empty(),
                OwnFile.KIND.choice().with(OwnFile.NAME, name),
                NO_TEXT,
                "",
                Numerals.POINT,
                true,
                Written.NOTHING,
                List.of(),
                0);
    }

    /** The character that a word of {@link OwnFile#DELIMITER} stands for, if a choice has one. */
    static Optional<Character> delimiter(Choice asked) {
        return asked.get(OwnFile.DELIMITER)
                .map(word -> DELIMITERS.charAt(
                        List.of("comma", "semicolon", "tab", "bar", "blank").indexOf(word)));
    }

    /** The decimal sign that a choice asks for, if it asks for one. */
    static Optional<Numerals> numerals(Choice asked) {
        return asked.get(OwnFile.DECIMAL).map(word -> word.equals("comma") ? Numerals.COMMA : Numerals.POINT);
    }

    /** Whether a choice asks for nothing that is to be read otherwise. */
    boolean serves(Choice choice) {
        return delimiter == NO_TEXT
                || asked.get(OwnFile.DELIMITER).equals(choice.get(OwnFile.DELIMITER))
                        && asked.get(OwnFile.ENCODING).equals(choice.get(OwnFile.ENCODING))
                        && asked.get(OwnFile.DECIMAL).equals(choice.get(OwnFile.DECIMAL))
                        && asked.get(OwnFile.HEADER).equals(choice.get(OwnFile.HEADER))
                        && RowChoice.of(asked).equals(RowChoice.of(choice));
    }

    /** Delimiter, encoding, decimal sign and header, as words of the knobs; none of a table that is no text. */
    List<String> words() {
        if (delimiter == NO_TEXT) {
            return List.of();
        }
        String[] names = {"comma", "semicolon", "tab", "bar", "blank"};
        return List.of(
                names[Math.max(0, DELIMITERS.indexOf(delimiter))],
                encoding,
                numerals.equals(Numerals.COMMA) ? "comma" : "point",
                "" + header);
    }
}
