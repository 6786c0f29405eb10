package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page has a strict content security policy and works under it, in both builds and on any host. */
class PolicyIT {
    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'none'";
    private static final String META = "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">";

    /** The lab fetches files from other hosts, when somebody asks for that. */
    private static final String LAB = META.replace("object-src", "connect-src 'self' https: http:; object-src");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Site.file(""))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyPageHasThePolicyBeforeAnythingElseIsLoaded() throws IOException {
        assertEquals(5, pages().size());
        for (Path page : pages()) {
            String text = Files.readString(page);
            String meta = page.endsWith("index.html") ? LAB : META;
            assertTrue(text.contains(meta), page.toString());
            assertTrue(text.indexOf(meta) < text.replace("<script", "<link").indexOf("<link"), page.toString());
            assertFalse(
                    text.contains("<style") || text.contains("style=") || text.matches("(?s).* on[a-z]+=.*"),
                    page.toString());
            assertFalse(text.replaceAll("<script src=[^>]*></script>", "").contains("<script"), page.toString());
        }
    }

    @Test
    void noScriptMakesCodeFromText() throws IOException {
        for (String file : List.of("page.js", "worker.js", "steep-runtime.js", "steep.js", "lib/uPlot.iife.min.js")) {
            String text = Files.readString(Site.file(file));
            assertFalse(text.matches("(?s).*\\b(new Function|Function\\(|eval\\().*"), file);
        }
    }

    /** On a plain host, and on one that isolates its pages and has the policy as a header too, which binds the worker. */
    static Stream<Arguments> hosts() {
        Map<String, String> both = new HashMap<>(Site.ISOLATED);
        both.put("Content-Security-Policy", POLICY);
        return Stream.of(Build.values()).flatMap(build -> Stream.of(Map.<String, String>of(), both)
                .map(headers -> Arguments.of(build, headers)));
    }

    private static LabPage watched(Site site, String address) {
        LabPage lab = LabPage.blank(new NewContextOptions());
        lab.page()
                .addInitScript("window.violations = []; addEventListener('securitypolicyviolation', e =>"
                        + " violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));");
        lab.start(site, address);
        return lab;
    }

    private static void check(LabPage lab, Build build, Map<String, String> headers) {
        assertEquals(build.name, lab.build());
        assertEquals(headers.containsKey("Cross-Origin-Opener-Policy"), lab.eval("crossOriginIsolated"));
        assertEquals(List.of(), lab.eval("violations"));
        assertEquals(List.of(), lab.errors());
        assertFalse(
                lab.console().toString().contains("JavaScript build"),
                lab.console().toString());
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void theLabWorksUnderIt(Build build, Map<String, String> headers) {
        String digits = "1/data=digits(100)/Conv2D(2,3,activation=relu)/Flatten/Dense(10,softmax)";
        try (Site site = Site.under("/courses/dl/", headers);
                LabPage lab = watched(site, "?build=" + build.name + "#" + digits)) {
            lab.eval("steep.ready");
            lab.button("Epoch").click();
            lab.waitFor("steep.history().then(h => h.length === 1)");
            for (Locator tab : lab.page().getByRole(AriaRole.TAB).all()) {
                tab.click();
                lab.page().waitForTimeout(100);
            }
            lab.page().evaluate("document.querySelector('.theme-switch').click()");
            lab.find("button[aria-label^='Add a layer']").last().click();
            lab.page().keyboard().press("Escape");
            lab.call(
                    "load",
                    "1/data=xor/Dense(4,formula('x * sigmoid(1.702 x)'))/Dense(1,sigmoid)/loss=binary_crossentropy");
            lab.button("Epoch").click();
            lab.waitFor("steep.history().then(h => h.length === 1)");
            for (Locator tab : lab.page().getByRole(AriaRole.TAB).all()) {
                tab.click();
                lab.page().waitForTimeout(100);
            }
            lab.find(".layer-card .layer-head").nth(1).click();
            lab.find(".formula-field").first().fill("max(0, x) + sin(x)");
            lab.find(".formula-field").first().press("Enter");
            lab.waitFor("steep.recipe().then(text => text.includes('sin'))");
            lab.find("input[type=file]").first().setInputFiles(table());
            lab.waitFor("steep.recipe().then(text => text.includes('table.csv'))");
            lab.call("train", Map.of("steps", 3));
            lab.call("bench", "w1", Map.of("ms", 10));
            check(lab, build, headers);
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void theOtherPagesWorkUnderIt(Build build, Map<String, String> headers) {
        try (Site site = Site.under("/courses/dl/", headers)) {
            try (LabPage lab = watched(site, "embed.html?build=" + build.name)) {
                lab.eval("steep.ready");
                lab.call("train", Map.of("steps", 3));
                check(lab, build, headers);
            }
            try (LabPage lab = watched(site, "bench.html?ms=1&build=" + build.name)) {
                lab.button("Measure").click();
                lab.waitFor("document.querySelector('.bench-status').textContent.length > 0");
                check(lab, build, headers);
            }
        }
    }

    private static FilePayload table() {
        StringBuilder text = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 60; i++) {
            text.append(i % 7).append(',').append(i % 5).append(i % 2 == 0 ? ",red\n" : ",blue\n");
        }
        return new FilePayload("table.csv", "text/csv", text.toString().getBytes(UTF_8));
    }
}
