package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab starts: in both builds, in any folder, and when a host or browser cannot do WebAssembly. */
class BootIT {
    private static final String LATER = "steep-later.wasm.lzma";
    private static final String REFUSED =
            "The part of Steep that this takes could not be fetched: the host answered 503 for " + LATER
                    + ". Try it again";
    /** A page that does not hand the second part on to its workers. */
    private static final String FORGETFUL =
            "const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function (message, ...rest)"
                    + " { if (!(message instanceof WebAssembly.Module)) post.call(this, message, ...rest); };";

    private static final String SAYS_WHY = "steep.%s().then(() => 'fulfilled', reason => reason.message)";

    @ParameterizedTest
    @EnumSource
    void startsWithACleanConsole(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            assertEquals(build.name, lab.build());
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsInAnyFolder(Build build) {
        try (Site site = Site.under("/courses/deep-learning/");
                LabPage lab = LabPage.open(site, "?build=" + build.name)) {
            assertEquals(build.name, lab.build());
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsEmbedded(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "embed.html?build=" + build.name)) {
            assertEquals(build.name, lab.build());
        }
    }

    @Test
    void prefersWebAssembly() {
        try (LabPage lab = LabPage.open(Site.shared(), "")) {
            assertEquals("wasm", lab.build());
        }
    }

    @Test
    void takesJavaScriptWhereWebAssemblyHasNoGc() {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().addInitScript("WebAssembly.validate = () => false;");
            lab.start(Site.shared(), "");
            assertEquals("js", lab.build());
        }
    }

    @Test
    void takesJavaScriptWhenTheWebAssemblyFileIsMissing() {
        try (Site site = Site.without("steep.wasm.lzma");
                LabPage lab = LabPage.open(site, "")) {
            assertEquals("js", lab.build());
            assertTrue(lab.takeErrors().stream().anyMatch(error -> error.contains("steep.wasm.lzma")));
        }
    }

    @Test
    void saysSoWhenNothingLoads() {
        try (Site site = Site.without("steep.wasm.lzma", "steep.js");
                LabPage lab = LabPage.open(site, "")) {
            String note = lab.find("#boot-error").innerText();
            assertTrue(note.contains("steep.js did not load"), note);
            assertEquals(0, lab.page().getByText("Steep is starting").count());
            lab.takeErrors();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "embed.html", "bench.html"})
    void aPageOnADiskSaysWhatToDo(String page) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().navigate(Site.file(page).toAbsolutePath().toUri().toString());
            lab.page()
                    .getByText("python3 -m http.server")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setTimeout(15_000));
            lab.takeErrors();
        }
    }

    @Test
    void aPageWhoseScriptIsMissingSaysWhatToDo() {
        try (Site site = Site.without("page.js")) {
            List<LabPage> waiting = Stream.of("index.html", "embed.html", "bench.html")
                    .map(page -> {
                        LabPage lab = LabPage.blank(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
                        lab.visit(site, page);
                        assertFalse(lab.find(".boot-help").isVisible(), page);
                        return lab;
                    })
                    .toList();
            for (LabPage lab : waiting) {
                lab.find(".boot-help").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
                lab.takeErrors();
                lab.close();
            }
        }
    }

    @Test
    void aBrowserWithoutWorkersIsTold() {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().addInitScript("delete window.Worker;");
            lab.start(Site.shared(), "");
            String note = lab.find("#boot-error").innerText();
            assertTrue(note.contains("this browser has no workers"), note);
            assertEquals(0, lab.page().getByText("Steep is starting").count());
            lab.takeErrors();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scriptsMayWaitBeforeTheProgramIsThere(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page()
                    .addInitScript("addEventListener('DOMContentLoaded', () => { window.waited = steep.ready.then(() =>"
                            + " steep.recipe()); });");
            lab.visit(Site.shared(), "index.html?build=" + build.name);
            assertTrue(((String) lab.eval("waited")).startsWith("1/"));
        }
    }

    /** What it says first, before the page's program listens, is lost: the page has to ask. */
    @ParameterizedTest
    @EnumSource
    void aWorkerThatIsThereBeforeThePageIsNotWaitedFor(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page()
                    .addInitScript("const add = addEventListener; window.addEventListener = (type, then, options) =>"
                            + " add.call(window, type, type === 'DOMContentLoaded' ? event => setTimeout(then, 3000, event) : then,"
                            + " options);");
            lab.start(Site.shared(), "index.html?build=" + build.name);
            double begun = lab.number("performance.now()");
            double opened = lab.number("steep.ready.then(() => performance.now())");
            assertTrue(begun > 3000, "The page began after " + begun + " ms already.");
            assertTrue(
                    opened - begun < 5000, "The first experiment opened " + (opened - begun) + " ms after the page.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstVisitIsSmall(Build build) {
        try (Site site = Site.under("/");
                LabPage lab = LabPage.open(site, "index.html?build=" + build.name)) {
            lab.page().waitForLoadState();
            long kilobytes = site.bytesSent() / 1000;
            System.out.println("First visit, " + build.name + ": " + kilobytes + " kB");
            int limit = build == Build.WASM ? 640 : 1300;
            assertTrue(kilobytes < limit, "The first visit takes " + kilobytes + " kB, more than " + limit + " kB.");
        }
    }

    /** A function that it runs, and that is on the list of what comes later, is said by its name. A machine in haste may need more, once. */
    @Test
    void aFirstVisitRunsTheFirstPartAlone() throws IOException {
        List<String> later = Files.readAllLines(Site.file("../later.txt"));
        List<String> waited = List.of("nothing");
        for (int tries = 0; tries < 3 && !waited.isEmpty(); tries++) {
            waited = visited(later);
        }
        assertEquals(
                List.of(),
                waited,
                "The first visit runs functions that come later. Have the list written anew: mvn verify -DskipUnitTests"
                        + " -Dlistings=write -Dit.test=FirstVisitIT, then build again.");
    }

    /** What page and worker waited for in a first visit. */
    private static List<String> visited(List<String> later) throws IOException {
        try (Site site = Site.without(LATER);
                LabPage lab = LabPage.blank(new NewContextOptions())) {
            List<String> waited = waiting(lab, later);
            lab.start(site, "index.html?build=wasm");
            lab.eval(
                    "steep.ready.then(() => {"
                            + " steep.on('epoch', () => window.epochs = (window.epochs || 0) + 1); window.opened = true; }); 0");
            waitFor(lab, "window.opened", waited);
            lab.page().keyboard().press("Space");
            waitFor(lab, "window.epochs > 0", waited);
            lab.takeErrors();
            return List.copyOf(waited);
        }
    }

    /** Waits until this is so, or until the program waits for something that it will not get. */
    private static void waitFor(LabPage lab, String condition, List<String> waited) {
        for (int tries = 0;
                tries < 200 && waited.isEmpty() && !Boolean.TRUE.equals(lab.eval("!!(" + condition + ")"));
                tries++) {
            lab.page().waitForTimeout(100);
        }
        assertTrue(!waited.isEmpty() || Boolean.TRUE.equals(lab.eval("!!(" + condition + ")")), condition);
    }

    /** The functions for which page or worker wait. */
    private static List<String> waiting(LabPage lab, List<String> later) {
        List<String> waited = new ArrayList<>();
        lab.page().onConsoleMessage(message -> {
            if (message.text().startsWith("Steep waits")) {
                String[] words = message.text().split(" ");
                waited.add(later.get(Integer.parseInt(words[words.length - 1])));
            }
        });
        return waited;
    }

    @Test
    void theSecondPartComesOnceAndIsHandedOn() {
        try (LabPage lab = refusing(Set.of(), "")) {
            List<String> requests = new ArrayList<>();
            lab.page().context().onRequest(request -> requests.add(request.url()));
            lab.find("[role=tab]:visible").nth(1).hover();
            lab.waitFor("performance.getEntriesByType('resource').some(each => each.name.includes('" + LATER + "'))");
            lab.call("tensors");
            lab.call("backprop");
            lab.call("evaluate");
            assertEquals(1, requests.stream().filter(BootIT::isLater).count());
        }
    }

    private static boolean isLater(String address) {
        return address.contains(LATER);
    }

    /** And is asked again. */
    @Test
    void aHostThatRefusesTheSecondPartIsSaid() {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        refused.addAll(List.of("fetch", "xhr")); // the second is the way of whoever cannot wait
        try (LabPage lab = refusing(refused, FORGETFUL)) {
            lab.find("#result-explain-tab").click();
            lab.waitFor("document.getElementById('part-missing')?.textContent.includes('answered 503')");
            assertEquals(REFUSED, lab.eval(SAYS_WHY.formatted("recipe")));
            refused.clear();
            assertEquals("fulfilled", lab.eval(SAYS_WHY.formatted("recipe")));
            assertEquals(0, lab.find("#part-missing").count());
            lab.takeErrors();
        }
    }

    /** A worker that is not handed what the page has. */
    @Test
    void aHostThatRefusesAWorkerIsSaid() {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        refused.add("xhr");
        try (LabPage lab = refusing(refused, FORGETFUL)) {
            String said = (String) lab.eval(SAYS_WHY.formatted("backprop"));
            assertTrue(said.contains("could not be fetched"), said);
            refused.clear();
            lab.waitFor("(" + SAYS_WHY.formatted("backprop") + ").then(said => said === 'fulfilled')");
            lab.takeErrors();
        }
    }

    /** A page that has opened with its first part alone. From then on, requests for the second part of these kinds are refused. */
    private static LabPage refusing(Set<String> kinds, String script) {
        for (int tries = 0; tries < 3; tries++) {
            AtomicBoolean opened = new AtomicBoolean();
            AtomicBoolean hasty = new AtomicBoolean(); // a slow machine may need the second part at once
            LabPage lab = LabPage.blank(new NewContextOptions());
            lab.page().context().route(BootIT::isLater, route -> {
                hasty.compareAndSet(false, !opened.get());
                if (opened.get() && kinds.contains(route.request().resourceType())) {
                    route.fulfill(new Route.FulfillOptions().setStatus(503));
                } else {
                    route.resume();
                }
            });
            lab.page().addInitScript(script);
            lab.start(Site.shared(), "index.html?build=wasm");
            lab.eval("steep.ready");
            opened.set(true);
            if (!hasty.get()) {
                return lab;
            }
            lab.close();
        }
        throw new AssertionError("The first part alone does not open the page.");
    }
}
