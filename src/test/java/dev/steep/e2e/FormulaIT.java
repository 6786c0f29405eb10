package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.steep.math.LargeFormulas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An activation that a person types: drawn, typeset, trained, shared, and its mistakes shown where they are. */
class FormulaIT {
    private static final String XOR = "1/data=xor/Dense(4,%s)/Dense(1,sigmoid)/loss=binary_crossentropy";

    private static LabPage open(Build build, String activation) {
        LabPage lab =
                LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + String.format(XOR, activation));
        lab.eval("steep.ready");
        return lab;
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

            lab.page().reload();
            lab.waitFor("document.querySelector('html[data-build]')");
            lab.eval("steep.ready");
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
        try (LabPage lab = open(build, "formula('x * sigmod(1.702 x)')")) {
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
    void everyFormulaOpensOrIsRefusedSoon(Build build) {
        try (LabPage lab = open(build, "tanh")) {
            lab.eval(
                    "window.opening = async link => { const start = performance.now(); const {notices, problems} = await"
                            + " steep.load(link); await steep.tensors();"
                            + " return {ms: performance.now() - start, said: notices.concat(problems).length}; }; 0");
            opening(
                    lab,
                    "1/data=xor/Dense(8,formula('x * sigmoid(1.702 x)'))/Dense(1,sigmoid)/loss=binary_crossentropy");
            Map<String, String> links = new LinkedHashMap<>();
            LargeFormulas.all().forEach((name, text) -> links.put(name, layers(text, 1)));
            links.put("100 bars", layers("|".repeat(100) + "x" + "|".repeat(100), 1));
            links.put("1000 bars", layers("|".repeat(1000) + "x" + "|".repeat(1000), 1));
            links.put("5000 factors", layers("x*".repeat(4999) + "x", 1));
            links.put("20 layers of cubes", layers("x" + "³".repeat(900), 20));
            links.put("20 layers of products", layers("(x+1)".repeat(190), 20));
            int refused = 0;
            for (Map.Entry<String, String> link : links.entrySet()) {
                // a machine that is busy is slow with ordinary links too: one opens in 30 ms on one that is not
                double usual = opening(lab, String.format(XOR, "tanh")).getKey();
                Map.Entry<Double, Double> hostile = opening(lab, link.getValue());
                assertTrue(
                        hostile.getKey() < Math.max(1000, 20 * usual),
                        link.getKey() + " took " + hostile.getKey() + " ms, an ordinary link " + usual + " ms");
                refused += hostile.getValue() > 0 ? 1 : 0;
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

    /** How long a link took to open, in milliseconds, and how many sentences came of it. */
    private static Map.Entry<Double, Double> opening(LabPage lab, String link) {
        Map<?, ?> opened = (Map<?, ?>) lab.page().evaluate("link => opening(link)", link);
        return Map.entry(((Number) opened.get("ms")).doubleValue(), ((Number) opened.get("said")).doubleValue());
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
                assertEquals(!name.equals("softmax"), drawn, name);
            }
            assertTrue(names.size() > 25, names.toString());
        }
    }
}
