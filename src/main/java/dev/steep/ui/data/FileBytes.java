package dev.steep.ui.data;

import dev.steep.browser.GivenValues;
import dev.steep.browser.TypedArrays;
import dev.steep.catalog.Numbers;
import dev.steep.data.format.DataFiles;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.ui.state.Lab;
import elemental2.core.Uint8Array;
import elemental2.dom.Blob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads files of the student's and brings them to the worker, unless they are too large: how large they are is known before they
 * are read. Several are read at a time; the lab says how many are, and may stop it.
 */
public final class FileBytes {
    /** A file's content, not yet read, and its name, with the folders that it lies in. */
    public record Named(Blob blob, String name) {}

    private static final int AT_ONCE = 16;

    private final Lab lab;
    private final List<Named> files;
    private final Consumer<Report> then;
    private final Request.OpenFiles.File[] read;
    private int begun;
    private int done;
    private boolean over;

    private FileBytes(Lab lab, List<Named> files, Consumer<Report> then) {
        this.lab = lab;
        this.files = files;
        this.then = then;
        read = new Request.OpenFiles.File[files.size()];
    }

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
        Optional<String> refusal = refusal(files);
        if (refusal.isPresent()) {
            then.accept(new Report.Refused(refusal.get()));
            return;
        }
        FileBytes reading = new FileBytes(lab, files, then);
        lab.reads(() -> reading.end(new Report.Cancelled("You stopped reading these files.")));
        reading.next();
    }

    private void next() {
        lab.loading(
                "Reading: " + Numbers.grouped(done) + " of " + Numbers.count(files.size(), "file"),
                done / (double) files.size());
        while (begun < files.size() && begun - done < AT_ONCE) {
            begin(begun++);
        }
    }

    private void begin(int place) {
        Named file = files.get(place);
        GivenValues.bytes(file.blob())
                .then(
                        buffer -> {
                            read[place] =
                                    new Request.OpenFiles.File(file.name(), TypedArrays.bytes(new Uint8Array(buffer)));
                            done++;
                            went();
                            return null;
                        },
                        failure -> {
                            end(new Report.Refused(
                                    "The browser could not read " + file.name() + ". Was it moved or deleted?"));
                            return null;
                        });
    }

    private void went() {
        if (over) {
            return;
        }
        if (done < files.size()) {
            next();
            return;
        }
        over = true;
        lab.reads(() -> {});
        lab.turn();
        lab.bring(new Request.OpenFiles(Arrays.asList(read)), then);
    }

    private void end(Report report) {
        if (!over) {
            over = true;
            lab.loaded();
            then.accept(report);
        }
    }
}
