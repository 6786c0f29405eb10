package dev.steep.data.table;

import dev.steep.catalog.Choice;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import java.util.List;
import java.util.Optional;

/**
 * How a table was read from its file.
 *
 * @param file as it was dropped, to be read again otherwise
 * @param asked what a recipe said of it; of what it says nothing, the file itself decided
 * @param delimiter between cells; a blank is any number of them
 * @param encoding a word of {@link OwnFile#ENCODING}
 * @param header whether the first row names the columns
 * @param first some of the first rows below the header, as they were written
 * @param notices what was said of reading it
 */
record Reading(
        NamedBytes file,
        Choice asked,
        char delimiter,
        String encoding,
        Numerals numerals,
        boolean header,
        List<String[]> first,
        List<String> notices) {
    private static final String DELIMITERS = ",;\t| ";

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
        return asked.get(OwnFile.DELIMITER).equals(choice.get(OwnFile.DELIMITER))
                && asked.get(OwnFile.ENCODING).equals(choice.get(OwnFile.ENCODING))
                && asked.get(OwnFile.DECIMAL).equals(choice.get(OwnFile.DECIMAL))
                && asked.get(OwnFile.HEADER).equals(choice.get(OwnFile.HEADER));
    }

    /** Delimiter, encoding, decimal sign and header, as words of the knobs. */
    List<String> words() {
        String[] names = {"comma", "semicolon", "tab", "bar", "blank"};
        return List.of(
                names[Math.max(0, DELIMITERS.indexOf(delimiter))],
                encoding,
                numerals.equals(Numerals.COMMA) ? "comma" : "point",
                "" + header);
    }
}
