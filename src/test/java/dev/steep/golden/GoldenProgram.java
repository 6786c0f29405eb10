package dev.steep.golden;

import dev.steep.reference.Reference;
import org.teavm.jso.JSBody;

/** Trains the golden models in a page, and reports the hash of each. */
public final class GoldenProgram {
    private GoldenProgram() {}

    public static void main(String[] arguments) {
        for (Golden golden : Golden.values()) {
            report(golden.name(), golden.train(new Reference()));
        }
    }

    @JSBody(
            params = {"name", "hash"},
            script = "window.hashes = window.hashes || {}; window.hashes[name] = hash;")
    private static native void report(String name, int hash);
}
