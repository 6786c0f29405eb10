package dev.steep.ui.data;

import dev.steep.browser.BlobContent;
import dev.steep.browser.GivenValues;
import dev.steep.catalog.Numbers;
import dev.steep.data.format.DataFiles;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.ui.state.Lab;
import elemental2.dom.Blob;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings files of the student's to the worker, which reads what it needs of them, unless they are too large: how large they are is
 * known before they are read.
 */
public final class FileBytes {
    /** A file's content, not yet read, and its name, with the folders that it lies in. */
    public record Named(Blob blob, String name) {}

    private FileBytes() {}

    /** Why they are not read, if they are not. */
    public static Optional<String> refusal(List<Named> files) {
        double together = 0;
        for (Named file : files) {
            double size = GivenValues.size(file.blob());
            Optional<String> refusal = DataFiles.refusal(file.name(), size);
            if (refusal.isPresent()) {
                return refusal;
            }
            together += size;
        }
        double all = together;
        return DataFiles.refusal(files.size()).or(() -> DataFiles.refusal("All of it together", all));
    }

    /** Makes an experiment of them. {@code then} takes what became of it; a refusal is said by nobody else. */
    public static void bring(Lab lab, List<Named> files, Consumer<Report> then) {
        bring(lab, files, "", then);
    }

    /** The same of files that were fetched from an address. */
    static void bring(Lab lab, List<Named> files, String address, Consumer<Report> then) {
        Optional<String> refusal = refusal(files);
        if (refusal.isPresent()) {
            then.accept(new Report.Refused(refusal.get()));
            return;
        }
        hand(lab, contents(files), address, then);
    }

    /** The same files as the worker takes them. */
    static List<Request.OpenFiles.File> contents(List<Named> files) {
        return files.stream()
                .map(file -> new Request.OpenFiles.File(file.name(), new BlobContent(file.blob())))
                .toList();
    }

    /** Makes an experiment of files that are small enough. */
    static void hand(Lab lab, List<Request.OpenFiles.File> files, String address, Consumer<Report> then) {
        lab.loading("Reading: " + Numbers.count(files.size(), "file"), 0);
        lab.turn();
        lab.bring(new Request.OpenFiles(files, address), then);
    }
}
