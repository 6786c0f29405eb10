package dev.steep.golden;

import dev.steep.browser.ModuleLoader;
import dev.steep.kernels.Kernels;
import dev.steep.reference.Reference;
import org.teavm.jso.JSBody;

/** Trains the golden models in a page, and reports the hash of each. */
public final class GoldenProgram {
    private GoldenProgram() {}

    public static void main(String[] arguments) {
        for (Golden golden : Golden.values()) {
            report("reference " + golden, golden.train(new Reference()));
            report("kernels " + golden, golden.train(new Kernels(new ModuleLoader())));
        }
    }

    @JSBody(
            params = {"name", "hash"},
            script = "window.hashes = window.hashes || {}; window.hashes[name] = hash;")
    private static native void report(String name, int hash);
}
