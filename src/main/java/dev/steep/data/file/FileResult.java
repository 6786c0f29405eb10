package dev.steep.data.file;

import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of files.
 *
 * @param data the data set, if one could be made of them
 * @param notices what was understood, what was left out and why: whole sentences for the person who chose the files
 * @param source what makes the data set again when a setting of it changes, if it has any
 * @param label the column that is predicted; empty if there is no such choice
 * @param stamp of the files as they were dropped, once it was counted
 */
public record FileResult(
        Optional<Dataset> data,
        List<String> notices,
        Optional<FileSource> source,
        String label,
        Optional<ContentStamp> stamp) {
    public FileResult {
        notices = List.copyOf(notices);
    }

    /** A result whose files were not counted. */
    public FileResult(Optional<Dataset> data, List<String> notices, Optional<FileSource> source, String label) {
        this(data, notices, source, label, Optional.empty());
    }

    /** Data without settings. */
    public static FileResult of(Dataset data, List<String> notices) {
        return new FileResult(Optional.of(data), notices, Optional.empty(), "");
    }

    /** Nothing could be read. */
    public static FileResult nothing(List<String> notices) {
        return new FileResult(Optional.empty(), notices, Optional.empty(), "");
    }

    /** What is said at once. Of a table that is what became of it, and what puts it in doubt: its sheet keeps the rest. */
    public List<String> told() {
        List<String> kept = data.flatMap(Dataset::origin).map(Origin::sentences).orElse(List.of());
        return notices.stream()
                .filter(sentence -> !kept.contains(sentence)
                        || NoticeText.isDoubt(sentence)
                        || kept.indexOf(sentence) == kept.size() - 1)
                .toList();
    }

    /** The same with these sentences before its own. */
    public FileResult after(List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(notices);
        return new FileResult(data, all, source, label, stamp);
    }

    /** The same with these sentences in place of its own. */
    public FileResult instead(List<String> others) {
        return new FileResult(data, others, source, label, stamp);
    }

    /** The same, of files that have this stamp. */
    public FileResult stamped(Optional<ContentStamp> counted) {
        return new FileResult(data, notices, source, label, counted);
    }
}
