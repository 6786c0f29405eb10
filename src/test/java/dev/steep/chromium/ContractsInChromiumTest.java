package dev.steep.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.steep.contract.Declared;
import dev.steep.e2e.Browsers;
import dev.steep.engine.Backend;
import dev.steep.jsinterop.BridgeBuild;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.reference.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The contracts again, inside the browser: the same tests of both back ends, compiled by TeaVM, in both builds. */
class ContractsInChromiumTest {
    private static final String ORIGIN = "http://localhost/";

    @TempDir
    static Path folder;

    /** What the JVM has, by keeper and name. */
    private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();

    private static BrowserContext pages;

    @BeforeAll
    static void openBrowser() {
        pages = Browsers.shared().newContext();
        pages.route("**/*", ContractsInChromiumTest::serve);
    }

    @AfterAll
    static void closePages() {
        pages.close();
    }

    @TestFactory
    Stream<DynamicNode> contracts() {
        // in the background, so that the tests of one build run while TeaVM still compiles the other
        Map<BridgeBuild, CompletableFuture<Void>> compiled = Arrays.stream(BridgeBuild.values())
                .collect(Collectors.toMap(build -> build, build -> CompletableFuture.runAsync(() -> compile(build))));
        return Arrays.stream(BridgeBuild.values()).flatMap(build -> {
            compiled.get(build).join();
            Page page = open(build);
            return Arrays.stream(Keeper.values())
                    .flatMap(keeper -> Stream.of(
                            dynamicContainer(build + " " + keeper, tests(build, keeper, page)),
                            dynamicContainer(
                                    build + " " + keeper + " has the bits that the JVM has",
                                    sameBits(build, keeper, page))));
        });
    }

    private static Stream<DynamicTest> tests(BridgeBuild build, Keeper keeper, Page page) {
        List<Trial> trials = Trial.of(keeper.contract(), stride(build));
        Set<String> names = trials.stream().map(Trial::test).collect(Collectors.toCollection(TreeSet::new));
        DynamicTest complete = dynamicTest("has the tests that it has on the JVM", () -> {
            String found = (String) page.evaluate("keeper => names(keeper)", keeper.name());
            assertEquals(names, new TreeSet<>(found.lines().toList()));
        });
        return Stream.concat(
                Stream.of(complete),
                trials.stream()
                        .map(trial -> dynamicTest(trial.toString(), () -> {
                            List<String> arguments = List.of(keeper.name(), trial.test(), trial.argument());
                            String failure = (String) page.evaluate("trial => run(...trial)", arguments);
                            if (!failure.isEmpty()) {
                                fail(build + " " + keeper + " " + trial + ": " + failure);
                            }
                        })));
    }

    /** For everything that can be picked, all numbers of a short training. */
    private static Stream<DynamicTest> sameBits(BridgeBuild build, Keeper keeper, Page page) {
        List<String> picks = keeper.trains() ? Declared.names() : List.of();
        return picks.stream()
                .map(name -> dynamicTest(name, () -> {
                    List<String> arguments = List.of(keeper.name(), name);
                    String here = (String) page.evaluate("picked => numbers(...picked)", arguments);
                    assertEquals(
                            NUMBERS.computeIfAbsent(
                                    keeper + " " + name, known -> Declared.numbers(name, onTheJvm(keeper))),
                            here,
                            build + " " + keeper + " " + name);
                }));
    }

    private static Backend onTheJvm(Keeper keeper) {
        return switch (keeper) {
            case REFERENCE -> new Reference();
            case KERNELS -> new Kernels(new GraalHost());
            case NUMBERS -> throw new IllegalArgumentException("Numbers are written, not trained.");
        };
    }

    /** Both builds write the same modules, JavaScript more slowly: of a row of numbers it takes only some. */
    private static int stride(BridgeBuild build) {
        return switch (build) {
            case WASM -> 1;
            case JS -> 5;
        };
    }

    private static void compile(BridgeBuild build) {
        try {
            build.compileInto(folder, ContractProgram.class);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Page open(BridgeBuild build) {
        Page page = pages.newPage();
        page.navigate(ORIGIN);
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(ORIGIN + build.script()));
        page.evaluate(build.start());
        return page;
    }

    private static void serve(Route route) {
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
