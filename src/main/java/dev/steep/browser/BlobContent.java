package dev.steep.browser;

import dev.steep.data.file.Content;
import elemental2.core.ArrayBuffer;
import elemental2.core.Uint8Array;
import elemental2.dom.Blob;
import java.util.Optional;
import org.teavm.jso.JSBody;

/**
 * A file that the browser keeps, on the disk most likely: it goes to a worker without being read, and the worker reads the parts that it
 * needs. A page cannot read it this way, since reading waits for the disk.
 */
public final class BlobContent implements Content {
    private final Blob blob;

    /** @param blob which is handed over, not copied */
    public BlobContent(Blob blob) {
        this.blob = blob;
    }

    Blob blob() {
        return blob;
    }

    @Override
    public double size() {
        return GivenValues.size(blob);
    }

    @Override
    public Optional<byte[]> read(double from, int count) {
        if (count == 0) {
            return Optional.of(new byte[0]);
        }
        Uint8Array bytes = new Uint8Array(read(blob, from, from + count));
        return bytes.length == count ? Optional.of(TypedArrays.bytes(bytes)) : Optional.empty();
    }

    /** Of no length if the file was moved or changed since. */
    @JSBody(
            params = {"blob", "from", "to"},
            script = "try { return new FileReaderSync().readAsArrayBuffer(blob.slice(from, to)); }"
                    + "catch (gone) { return new ArrayBuffer(0); }")
    private static native ArrayBuffer read(Blob blob, double from, double to);
}
