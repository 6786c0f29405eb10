package dev.steep.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.steep.e2e.Browsers;
import dev.steep.engine.Backend;
import dev.steep.jsinterop.BridgeBuild;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.reference.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training gives the same weights, to the last bit, on the JVM and in both builds in a browser, by either back end. */
class GoldenTest {
    private static final String ORIGIN = "http://localhost/";

    @TempDir
    Path folder;

    @Test
    void onTheJvm() {
        Backend reference = new Reference();
        Backend kernels = new Kernels(new GraalHost());
        assertEquals(
                written(), table((backend, golden) -> golden.train(backend.equals("kernels") ? kernels : reference)));
    }

    @ParameterizedTest
    @EnumSource
    void inTheBrowser(BridgeBuild build) throws Exception {
        build.compileInto(folder, GoldenProgram.class);
        try (Page page = Browsers.shared().newPage()) {
            page.route("**/*", this::serve);
            page.navigate(ORIGIN);
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(ORIGIN + build.script()));
            Map<?, ?> hashes = (Map<?, ?>) page.evaluate(build.start() + ".then(() => window.hashes)");
            assertEquals(written(), table((backend, golden) -> (Integer) hashes.get(backend + " " + golden)));
        }
    }

    /** All hashes in one text, so that a failure shows every one that changed. */
    private static String table(BiFunction<String, Golden, Integer> hash) {
        return Stream.of("reference", "kernels")
                .flatMap(backend -> Arrays.stream(Golden.values())
                        .map(golden ->
                                backend + " " + golden + " 0x" + Integer.toHexString(hash.apply(backend, golden))))
                .collect(Collectors.joining("\n"));
    }

    private static String written() {
        return table((backend, golden) -> golden.hash(backend));
    }

    private void serve(Route route) {
        String name = route.request().url().substring(ORIGIN.length());
        Path file = folder.resolve(name);
        if (name.isEmpty()) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
        } else if (Files.exists(file)) {
            String type = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
            route.fulfill(new Route.FulfillOptions().setContentType(type).setPath(file));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }
}
