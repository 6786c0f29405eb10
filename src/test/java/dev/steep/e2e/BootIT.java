package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab starts: in both builds, in any folder, and when a host or browser cannot do WebAssembly. */
class BootIT {
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
            int limit = build == Build.WASM ? 900 : 1250;
            assertTrue(kilobytes < limit, "The first visit takes " + kilobytes + " kB, more than " + limit + " kB.");
        }
    }
}
