package dev.steep.ui.data;

import dev.steep.browser.GivenValues;
import dev.steep.browser.TypedArrays;
import dev.steep.data.format.DataFiles;
import dev.steep.protocol.Request;
import elemental2.core.Uint8Array;
import elemental2.dom.Blob;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of the student's, unless they are too large: how large they are is known before they are read. */
public final class FileBytes {
    /** A file's content, not yet read, and its name. */
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
        return DataFiles.refusal("All of it together", together);
    }

    /** Reads them one after the other; {@code failed} gets a sentence if that does not go well. */
    public static void read(List<Named> files, Consumer<List<Request.OpenFiles.File>> then, Consumer<String> failed) {
        read(files, new ArrayList<>(), then, failed);
    }

    private static void read(
            List<Named> left,
            List<Request.OpenFiles.File> read,
            Consumer<List<Request.OpenFiles.File>> then,
            Consumer<String> failed) {
        if (left.isEmpty()) {
            then.accept(List.copyOf(read));
            return;
        }
        Named file = left.get(0);
        GivenValues.bytes(file.blob())
                .then(
                        buffer -> {
                            byte[] bytes = TypedArrays.bytes(new Uint8Array(buffer));
                            read.add(new Request.OpenFiles.File(file.name(), bytes));
                            read(left.subList(1, left.size()), read, then, failed);
                            return Promise.resolve((Object) "");
                        },
                        failure -> {
                            failed.accept("The browser could not read " + file.name() + ". Was it moved or deleted?");
                            return Promise.resolve((Object) "");
                        });
    }
}
