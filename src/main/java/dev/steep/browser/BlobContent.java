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
    /** What is fetched at once where less is asked for: each time that the browser is asked takes a millisecond or two. */
    private static final int BLOCK = 1 << 20;

    private final Blob blob;
    private final double size;
    private Uint8Array block = new Uint8Array(0);
    private double from;

    /** @param blob which is handed over, not copied */
    public BlobContent(Blob blob) {
        this.blob = blob;
        size = GivenValues.size(blob);
    }

    Blob blob() {
        return blob;
    }

    @Override
    public double size() {
        return size;
    }

    @Override
    public Optional<byte[]> read(double first, int count) {
        if (count == 0) {
            return Optional.of(new byte[0]);
        }
        double end = first + count;
        if (first < from || end > from + block.length) {
            block = new Uint8Array(read(blob, first, Math.max(end, Math.min(first + BLOCK, size))));
            from = first;
        }
        boolean there = end <= from + block.length;
        Optional<byte[]> part = there
                ? Optional.of(TypedArrays.bytes(new Uint8Array(block.buffer, (int) (first - from), count)))
                : Optional.empty();
        if (!there || end >= size || count > BLOCK) {
            block = new Uint8Array(0); // nothing is held longer than it is of use
        }
        return part;
    }

    /** Of no length if the file was moved or changed since. */
    @JSBody(
            params = {"blob", "from", "to"},
            script = "try { return new FileReaderSync().readAsArrayBuffer(blob.slice(from, to)); }"
                    + "catch (gone) { return new ArrayBuffer(0); }")
    private static native ArrayBuffer read(Blob blob, double from, double to);
}
