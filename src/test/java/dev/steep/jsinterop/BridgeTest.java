package dev.steep.jsinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import dev.steep.e2e.Browsers;
import dev.steep.jsinterop.program.BridgeProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JsInterop bridge, seen from inside the page: {@code BridgeProgram} is compiled to both builds and run in a browser,
 * and each check in it is a test here.
 */
class BridgeTest {
    private static final String ORIGIN = "http://localhost/";
    /** Nothing may be compiled from text but WebAssembly, as in the product's own pages. */
    private static final String PAGE = "<!doctype html><meta http-equiv=Content-Security-Policy"
            + " content=\"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'\"><title>Bridge</title>";

    private static final double PATIENCE_MS = 10_000;

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicNode> bridge() throws Exception {
        Map<BridgeBuild, Map<String, String>> results = new LinkedHashMap<>();
        for (BridgeBuild build : BridgeBuild.values()) {
            build.compileInto(folder, BridgeProgram.class);
        }
        for (BridgeBuild build : BridgeBuild.values()) {
            results.put(build, run(Browsers.shared(), build));
        }
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest(
                                "both builds ran the same checks",
                                () -> assertEquals(
                                        new TreeSet<>(
                                                results.get(BridgeBuild.WASM).keySet()),
                                        new TreeSet<>(
                                                results.get(BridgeBuild.JS).keySet()))),
                        DynamicTest.dynamicTest("both ran to their end", () -> {
                            for (Map<String, String> ran : results.values()) {
                                assertEquals("", ran.get("the program runs to its end"));
                                assertTrue(ran.size() > 150, ran.size() + " checks");
                            }
                        })),
                results.entrySet().stream()
                        .map(entry ->
                                DynamicContainer.dynamicContainer(entry.getKey().name(), tests(entry.getValue()))));
    }

    private static Stream<DynamicTest> tests(Map<String, String> results) {
        return results.entrySet().stream()
                .map(result -> DynamicTest.dynamicTest(result.getKey(), () -> assertEquals("", result.getValue())));
    }

    /** Runs one build in a page of its own. Returns each check's failure, empty for none. */
    private static Map<String, String> run(Browser browser, BridgeBuild build) {
        Map<String, String> results = new LinkedHashMap<>();
        try (Page page = browser.newPage()) {
            page.onPageError(error -> results.put("nothing is thrown past the checks", error));
            page.exposeFunction("report", result -> results.put((String) result[0], (String) result[1]));
            page.route("**/*", route -> serve(route, build));
            page.navigate(ORIGIN);
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(ORIGIN + "probe.js"));
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(ORIGIN + build.script()));
            page.evaluate(build.start() + ".then(() => report('the program runs to its end', ''))");
            page.waitForCondition(
                    () -> !results.containsValue("no answer"),
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
        } catch (TimeoutError e) {
            // Each check that has no answer says so itself.
        }
        return results;
    }

    private static void serve(Route route, BridgeBuild build) {
        String name = route.request().url().substring(ORIGIN.length());
        switch (name) {
            case "" -> answer(route, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            case "data.json" ->
                answer(route, "application/json", "{\"list\":[1,2,3]}".getBytes(StandardCharsets.UTF_8));
            case "worker.js" ->
                answer(
                        route,
                        "text/javascript",
                        ("importScripts('" + build.script() + "'); " + build.start()).getBytes(StandardCharsets.UTF_8));
            case "probe.js" -> answer(route, "text/javascript", resource(name));
            default -> {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    answer(route, name.endsWith(".wasm") ? "application/wasm" : "text/javascript", read(file));
                } else {
                    route.fulfill(new Route.FulfillOptions().setStatus(404));
                }
            }
        }
    }

    private static void answer(Route route, String type, byte[] body) {
        route.fulfill(new Route.FulfillOptions().setContentType(type).setBodyBytes(body));
    }

    private static byte[] resource(String name) {
        try (InputStream in = BridgeTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
