package dev.steep.data.file;

import dev.steep.catalog.Choice;
import dev.steep.data.DataJob;
import java.util.List;

/** What is kept of files that were read, to make the data set again when a setting of it changes. */
public interface FileSource {
    /** What a recipe says to ask for the data set as it was read first. Its kind has {@link OwnFile#NAME}. */
    Choice choice();

    /** Makes the data set that a choice of the same kind asks for. What it asks in vain is a notice of the result. */
    DataJob<FileResult> with(Choice choice);

    /** The choice nearest to this one for which there is room. */
    default Choice fitting(Choice choice) {
        return choice;
    }

    /** The columns, any of which may be predicted; none if there is no such choice. */
    default List<LabelChoice> columns() {
        return List.of();
    }
}
