package dev.steep.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Begins to make the WebAssembly build smaller, while TeaVM writes the JavaScript build and javac compiles the tests.
 * {@link FinishSite} waits for it.
 */
public final class OptimizeAhead {
    private OptimizeAhead() {}

    /** Arguments: as those of {@link FinishSite#main}. */
    public static void main(String[] arguments) {
        try {
            binaryen(arguments)
                    .begin(
                            Files.readAllBytes(FinishSite.module(Path.of(arguments[1]))),
                            FinishSite.optimized(Path.of(arguments[2])));
        } catch (IOException e) {
            System.out.println(
                    "wasm-opt could not be begun: " + e); // and what that means FinishSite says, which tries again
        }
    }

    static Binaryen binaryen(String[] arguments) {
        return new Binaryen(
                new Binaryen.Source(URI.create(arguments[4]), arguments[5]), Path.of(arguments[3], ".cache", "steep"));
    }
}
