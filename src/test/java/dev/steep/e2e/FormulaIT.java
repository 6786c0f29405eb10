package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.steep.math.formula.LargeFormulas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An activation that a person types: drawn, typeset, trained, shared, and its mistakes shown where they are. */
class FormulaIT {
    private static final String XOR = "1/data=xor/Dense(4,%s)/Dense(1,sigmoid)/loss=binary_crossentropy";

    private static LabPage open(Build build, String activation) {
        return LabPage.lent(build, String.format(XOR, activation));
    }

    /** The settings of the first layer. */
    private static Locator settings(LabPage lab) {
        lab.find(".layer-card .layer-head").nth(1).click();
        return lab.find(".side-settings");
    }

    @ParameterizedTest
    @EnumSource
    void aFormulaIsTypedDrawnTrainedAndShared(Build build) {
        try (LabPage lab = open(build, "tanh")) {
            Locator settings = settings(lab);
            settings.getByLabel("Activation", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption("formula");
            Locator field = settings.getByLabel("Formula", new Locator.GetByLabelOptions().setExact(true));
            assertEquals("tanh(x)", field.inputValue());
            field.fill("x * sigmoid(1.702 x)");
            assertEquals(1, settings.locator("svg.plot path.plot-value[d^=M]").count());
            assertEquals(2, settings.locator(".curve-equation:has(math)").count());
            assertEquals("σ", settings.locator(".curve-value mi").nth(2).textContent());
            field.press("Enter");
            String recipe = String.format(XOR, "formula('x * sigmoid(1.702 x)')");
            lab.waitFor("steep.recipe().then(r => r === `" + recipe + "`)");
            assertEquals(1, ((List<?>) lab.call("train", Map.of("epochs", 1))).size());
            String trained = lab.weights();

            lab.reload();
            assertEquals(recipe, lab.call("recipe"));
            lab.call("train", Map.of("epochs", 1));
            assertEquals(trained, lab.weights());
            Locator again = settings(lab).locator(".formula-field");
            assertEquals("x * sigmoid(1.702 x)", again.inputValue());
            again.fill("sin(x) + x");
            again.press("Enter");
            lab.waitFor("steep.recipe().then(r => r.includes('sin'))");
            lab.page().goBack();
            lab.waitFor("document.querySelector('.formula-field').value === 'x * sigmoid(1.702 x)'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeIsMarkedAndTheLastGoodFormulaStays(Build build) {
        try (LabPage lab = open(build, "formula('max(0, x) ^ 2')")) {
            Locator settings = settings(lab);
            Locator field = settings.locator(".formula-field");
            String drawn = settings.locator("path.plot-value").getAttribute("d");
            Object recipe = lab.call("recipe");

            field.fill("x * sigmod(1.702 x)");
            assertEquals(
                    "\"sigmod\" is not a function here; did you mean sigmoid?",
                    settings.locator(".formula-message").innerText());
            assertEquals("sigmod", settings.locator(".formula-place mark").innerText());
            assertEquals("true", field.getAttribute("aria-invalid"));
            field.press("Enter");
            assertEquals(1, ((List<?>) lab.call("train", Map.of("epochs", 1))).size());
            assertEquals(recipe, lab.call("recipe"));
            assertEquals("x * sigmod(1.702 x)", field.inputValue());
            assertEquals(drawn, settings.locator("path.plot-value").getAttribute("d"));

            field.fill("<img src=x onerror=alert(1)>");
            assertEquals("=", settings.locator(".formula-place mark").innerText());
            assertEquals(0, settings.locator("img").count());

            field.press("Escape");
            assertEquals("max(0, x) ^ 2", field.inputValue());
            assertEquals("", settings.locator(".formula-message").textContent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOddAboutAFormulaIsSaid(Build build) {
        try (LabPage lab = open(build, "formula('max(0, x) ^ 2')")) {
            Locator settings = settings(lab);
            Locator field = settings.locator(".formula-field");
            Locator message = settings.locator(".formula-message");
            field.fill("log(x)");
            assertTrue(message.innerText().startsWith("It has no value at x = 0"), message.innerText());
            field.fill("1/0");
            assertTrue(settings.locator("svg.plot").textContent().contains("no value here"));
            field.fill("x +".repeat(4000));
            assertTrue(message.innerText().startsWith("This formula is too long"), message.innerText());
            assertTrue(settings.locator(".formula-place").innerText().length() < 150);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkWithABrokenFormulaOpensAndSaysSo(Build build) {
        String link = String.format(XOR, "formula('x * sigmod(1.702 x)')");
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + link)) {
            lab.eval("steep.ready");
            lab.find(".notice.trouble").getByText("sigmod").waitFor();
            assertEquals(1, lab.find(".notice").getByText("sigmod").count());
            assertEquals(
                    "x * sigmod(1.702 x)",
                    settings(lab).locator(".formula-field").inputValue());
            assertEquals(1, ((List<?>) lab.call("train", Map.of("epochs", 1))).size());
            Map<?, ?> outcome = (Map<?, ?>) lab.call("load", String.format(XOR, "formula('x +')"));
            assertEquals(1, ((List<?>) outcome.get("notices")).size(), outcome.toString());
            assertEquals(List.of(), outcome.get("problems"));
        }
    }

    /** Formulas that grow without bound if they, or their slopes, are written out as trees. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyFormulaOpensOrIsRefusedSoon(Build build) {
        try (LabPage lab = open(build, "tanh")) {
            lab.eval(
                    "window.opening = async link => { const start = performance.now();"
                            + " const late = new Promise((_, no) => setTimeout(() => no(new Error(`not open after 20 s: ${link}`)), 2e4));"
                            + " const {notices, problems} = await Promise.race([steep.load(link), late]);"
                            + " await steep.tensors().catch(() => []);"
                            + " late.catch(() => 0); return {ms: performance.now() - start, said: notices.length + problems.length}; }; 0");
            Map<String, String> links = new LinkedHashMap<>();
            LargeFormulas.all().forEach((name, text) -> links.put(name, layers(text, 1)));
            links.keySet().removeIf(name -> name.contains("sum ") || name.startsWith("nested product"));
            links.put("100 bars", layers("|".repeat(100) + "x" + "|".repeat(100), 1));
            links.put("1000 bars", layers("|".repeat(1000) + "x" + "|".repeat(1000), 1));
            links.put("5000 factors", layers("x*".repeat(4999) + "x", 1));
            links.put("20 layers of cubes", layers("x" + "³".repeat(900), 20));
            links.put("20 layers of products", layers("(x+1)".repeat(190), 20));
            int refused = 0;
            for (Map.Entry<String, String> link : links.entrySet()) {
                refused += opensSoon(lab, link.getKey(), link.getValue()) ? 0 : 1;
            }
            assertTrue(refused >= 5 && refused < links.size() / 4, refused + " of " + links.size() + " say something");
            assertEquals(
                    0,
                    opening(lab, layers("|".repeat(20) + "x" + "|".repeat(20), 1))
                            .getValue());
            assertEquals(0, opening(lab, layers("x*".repeat(490) + "x", 1)).getValue());
            assertEquals(1, ((List<?>) lab.call("train", Map.of("epochs", 1))).size());
            settings(lab);
            assertEquals(1, lab.find(".side-settings path.plot-slope[d^=M]").count());
            assertTrue(lab.find(".side-settings .curve-slope").innerText().contains("operations"));
        }
    }

    /**
     * Opens a link within a second; returns whether nothing had to be said of it. On a machine that is busy, where an ordinary
     * link takes longer than its 30 ms too, it may take 30 times as long as that; one that is interrupted is tried again, as
     * another text so that nothing is known of it.
     */
    private static boolean opensSoon(LabPage lab, String name, String link) {
        String times = "";
        for (int i = 0; i < 3; i++) {
            Map.Entry<Double, Integer> opened = opening(lab, link.replace("formula('", "formula('" + " ".repeat(i)));
            boolean soon = opened.getKey() < 1000;
            double usual = soon ? 0 : opening(lab, String.format(XOR, "tanh")).getKey();
            if (soon || opened.getKey() < 30 * usual) {
                return opened.getValue() == 0;
            }
            times += opened.getKey() + " ms, an ordinary link " + usual + " ms; ";
        }
        throw new AssertionError(name + " took " + times);
    }

    /** How long a link took to open, in milliseconds, and how many sentences came of it. */
    private static Map.Entry<Double, Integer> opening(LabPage lab, String link) {
        Map<?, ?> opened = (Map<?, ?>) lab.page().evaluate("link => opening(link)", link);
        return Map.entry(((Number) opened.get("ms")).doubleValue(), ((Number) opened.get("said")).intValue());
    }

    private static String layers(String formula, int count) {
        return "1/data=xor/" + ("Dense(8,formula('" + formula + "'))/").repeat(count)
                + "Dense(1,sigmoid)/loss=binary_crossentropy";
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneShowsTheWholeCurve(Build build) {
        String activation = "formula('0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))')";
        String address = "index.html?build=" + build.name + "#" + String.format(XOR, activation);
        try (LabPage lab = LabPage.open(Site.shared(), address, 390, 844)) {
            lab.eval("steep.ready");
            lab.eval("document.querySelectorAll('.layer-card .layer-head')[1].click()");
            lab.button("Settings").click();
            Locator plot = lab.find(".side-settings svg.plot");
            plot.scrollIntoViewIfNeeded();
            assertTrue(plot.boundingBox().width > 300, "The plot is small.");
            assertTrue(lab.number("document.documentElement.scrollWidth") <= 390, "The page scrolls sideways.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationIsDrawn(Build build) {
        try (LabPage lab = open(build, "relu")) {
            Locator settings = settings(lab);
            Locator menu = settings.getByLabel("Activation", new Locator.GetByLabelOptions().setExact(true));
            List<String> names =
                    menu.locator("option").evaluateAll("all => all.map(o => o.value)") instanceof List<?> all
                            ? all.stream().map(String::valueOf).toList()
                            : List.of();
            assertEquals("formula", names.get(names.size() - 1));
            for (String name : names) {
                menu.selectOption(name);
                boolean drawn = settings.locator("path.plot-value[d^=M]").count() == 1;
                assertEquals(!name.endsWith("softmax"), drawn, name);
            }
            assertTrue(names.size() > 25, names.toString());
        }
    }
}
