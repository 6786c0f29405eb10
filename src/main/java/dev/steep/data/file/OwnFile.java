package dev.steep.data.file;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import java.util.List;
import java.util.Optional;

/** What a link says of a student's own files. It cannot carry them. */
public final class OwnFile {
    public static final Knob<String> NAME = Knob.text(
            "name",
            "",
            NamedBytes.LONGEST_NAME,
            "The file's name, so that whoever opens the link knows which one to drop.");

    public static final Knob<String> LABEL = Knob.text(
            "label", "", NamedBytes.LONGEST_NAME, "The column that is to be predicted; empty to let the lab choose.");

    /** What stands between the cells of a table; none for what the lab finds. */
    public static final Knob<Optional<String>> DELIMITER = Knob.word(
                    "delimiter",
                    "comma",
                    List.of("comma", "semicolon", "tab", "bar", "blank"),
                    "What stands between the cells of a table, where the lab does not find it.")
            .optional();

    /** How a table's letters are written; none for what the lab finds. */
    public static final Knob<Optional<String>> ENCODING = Knob.word(
                    "encoding",
                    "utf-8",
                    List.of("utf-8", "utf-16", "windows-1252"),
                    "How the letters of a table are written, where the lab does not find it.")
            .optional();

    /** What stands before the decimals of a table's numbers; none for what the lab finds. */
    public static final Knob<Optional<String>> DECIMAL = Knob.word(
                    "decimal",
                    "point",
                    List.of("point", "comma"),
                    "What stands before the decimals of a table's numbers, where the lab does not find it.")
            .optional();

    /** Whether a table's first row names its columns; none for what the lab finds. */
    public static final Knob<Optional<Boolean>> HEADER = Knob.flag(
                    "header",
                    true,
                    "Whether the first row of a table names its columns, where the lab does not find it.")
            .optional();

    /** What becomes of rows with gaps; none for what the lab finds best. */
    public static final Knob<Optional<String>> MISSING = ColumnUse.Knobs.MISSING.about(
            "What becomes of a table's rows with missing values: drop leaves them out, keep has preparation fill them;"
                    + " a missing category is a category of its own then.");

    /** What the file holds; empty where a link does not say. */
    public static final Knob<String> CONTENT = Knob.text(
            "content",
            "",
            30,
            "How many bytes the file has, and their CRC-32: so that another file of the same name is told from it.");

    /** Where the file was fetched; a link to it never fetches it by itself. */
    public static final Knob<String> ADDRESS = Knob.text(
            "url",
            "",
            400,
            "Where the file was fetched, so that whoever opens the link can fetch it too, by a press of a button.");

    /** How many rows of a table are used, chosen at random; none for all for which there is room. */
    public static final Knob<Optional<Integer>> ROWS = Knob.whole(
                    "rows",
                    100_000,
                    10,
                    100_000_000,
                    "How many rows of a table are used: chosen at random, always the same ones of a file.")
            .optional();

    /** Which rows are chosen. */
    public static final Knob<Integer> DRAW = Knob.whole(
            "draw",
            0,
            0,
            1_000_000,
            "Which rows are chosen, where a table is not used as a whole: another number, other rows.");

    /** Any file that needs no settings but its label; what else can be said is of tables. */
    public static final Kind KIND = Kind.of(
                    "file",
                    "Your own file",
                    "Samples from a file that you opened; they never leave this page.",
                    NAME,
                    LABEL)
            .withOptions(
                    ColumnUse.Knobs.COLUMNS,
                    DELIMITER,
                    ENCODING,
                    DECIMAL,
                    HEADER,
                    MISSING,
                    CONTENT,
                    ADDRESS,
                    ROWS,
                    DRAW);

    private OwnFile() {}

    /** What the file of a choice holds, as far as that is said. */
    public static Optional<ContentStamp> stamp(Choice choice) {
        return ContentStamp.read(choice.get(CONTENT));
    }

    /** The file of a choice in a sentence: {@code iris.csv (4.6 kB)}. */
    public static String named(Choice choice) {
        return (choice.get(NAME).isEmpty() ? "a file" : choice.get(NAME))
                + stamp(choice).map(each -> " (" + each.size() + ")").orElse("");
    }

    /** What is to be said where a link asked for other content than this; nothing if it is the same, or nobody knows. */
    public static Optional<String> doubt(Choice asked, String name, ContentStamp there) {
        return stamp(asked).filter(each -> !each.equals(there)).map(each -> {
            String same = asked.get(NAME).equals(name) ? "This is another " + name : "This is " + name;
            return each.size().equals(there.size())
                    ? same + " than the link was made with: as large, but with other content. Its numbers will differ."
                    : same + ": " + there.size() + ", the link was made with "
                            + (asked.get(NAME).equals(name) ? each.size() : named(asked))
                            + ". Its numbers will differ.";
        });
    }
}
