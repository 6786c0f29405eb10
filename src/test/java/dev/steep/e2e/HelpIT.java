package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.steep.catalog.Choice;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help opens beside the lab and by itself, is found, and its plots show the engine's own numbers. */
class HelpIT {
    private static final Pattern VALUES = Pattern.compile("y = (\\S+), y′ = (\\S+)");

    /** From a picker, by the search and from a word; the experiment stays as it is. */
    @ParameterizedTest
    @EnumSource
    void helpOpensBesideTheLab(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            Object recipe = lab.eval("steep.recipe()");
            lab.find(".side-settings a.help-link").first().click();
            Locator heading = lab.find(".help-article h2");
            heading.getByText("Adam").waitFor();
            lab.find(".help-article .live .surface-path").first().waitFor();
            double rightOfLab =
                    lab.find(".middle").boundingBox().x + lab.find(".middle").boundingBox().width;
            assertTrue(rightOfLab <= lab.find(".help-side").boundingBox().x, "beside it, not over it");
            lab.find(".help-side .help-field").fill("learning rate");
            lab.find(".help-hits a").first().waitFor();
            lab.page().keyboard().press("Enter");
            heading.getByText("Learning rate").waitFor();
            lab.find(".help-side .help-field").fill("overfiting");
            lab.find(".help-count").getByText("Did you mean overfitting?").waitFor();
            lab.find(".help-hits").getByText("Overfitting").first().waitFor();
            lab.find(".help-side .help-field").fill("");
            lab.find(".help-back").click();
            heading.getByText("Adam").waitFor();
            lab.find(".network .term").first().click();
            heading.getByText("Weight").waitFor();
            lab.find(".help-article")
                    .getByText("bias", new Locator.GetByTextOptions().setExact(true))
                    .click();
            heading.getByText("Bias").waitFor();
            lab.find(".help-article").click();
            lab.find(".help-close").click();
            assertFalse(lab.find(".help-side").isVisible());
            assertEquals(recipe, lab.eval("steep.recipe()"));
        }
    }

    /** By a link, also by another name; the texts are there without the program. */
    @ParameterizedTest
    @EnumSource
    void anEntryOpensByItself(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "help.html?build=" + build.name + "#leaky_relu")) {
            Locator words = lab.find("#leaky_relu .live-words");
            words.waitFor();
            Choice leaky = Activation.LEAKY_RELU.kind().choice();
            sees(words, leaky, 2);
            lab.find("#leaky_relu .knob-number").nth(1).fill("0.45");
            lab.page().keyboard().press("Enter");
            lab.find("#leaky_relu .knob-number").nth(0).fill("-3");
            lab.page().keyboard().press("Enter");
            sees(words, leaky.with(ActivationKnobs.NEGATIVE_SLOPE, 0.45), -3);
            lab.eval("location.hash = '#swish'");
            lab.waitFor("location.hash === '#silu' && document.title.includes('SiLU')");
            assertFalse(lab.find("#leaky_relu").isVisible());
            lab.eval("location.hash = '#softmax'");
            lab.find("#softmax .live-words").getByText("sum 1.00").waitFor();
            lab.eval("location.hash = '#MaxPooling2D'");
            lab.find("#MaxPooling2D .live-words").getByText("28×28×1 → 14×14×1").waitFor();
            assertEquals(2, lab.find("#MaxPooling2D .live-part canvas").count());
            lab.eval("location.hash = '#Add'");
            lab.find("#Add .live-words").getByText("28×28×1 → 28×28×1").waitFor();
            assertEquals(3, lab.find("#Add .live-part canvas").count(), "two that are given, and their sum");
            lab.eval("location.hash = '#spiral'");
            lab.find("#spiral .live-words")
                    .getByText("500 samples of 2 numbers")
                    .waitFor();
            assertEquals(500, lab.find("#spiral .live-points circle").count());
        }
    }

    private static void sees(Locator words, Choice choice, double x) {
        Matcher said = VALUES.matcher(words.innerText().replace('−', '-'));
        assertTrue(said.find(), words.innerText());
        double[][] numbers = choice.curve().orElseThrow().at(new double[] {x});
        assertEquals(numbers[0][0], Double.parseDouble(said.group(1)), 0.005, "the value at " + x);
        assertEquals(numbers[1][0], Double.parseDouble(said.group(2)), 0.005, "the slope at " + x);
    }

    /** On a phone help is a sheet, and closing it loses nothing; a word is explained by the first tap and leads to help by the next. */
    @Test
    void aPhoneHasASheet() {
        try (LabPage lab = LabPage.blank(new NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK))) {
            lab.start(Site.shared(), "index.html");
            lab.eval("steep.ready");
            Locator word = lab.find(".network .term").first();
            word.tap();
            lab.find("[role=tooltip]").waitFor();
            assertFalse(lab.find(".help-side").isVisible());
            word.tap();
            lab.find(".help-article h2").getByText("Weight").waitFor();
            assertEquals(390, lab.eval("document.documentElement.scrollWidth"));
            lab.find(".help-close").tap();
            assertFalse(lab.find(".help-side").isVisible());
            assertTrue(lab.find(".layer-card").first().isVisible());
        }
    }

    /** Without scripts, by the style sheet alone. */
    @Test
    void textsNeedNoProgram() {
        try (LabPage lab = LabPage.blank(new NewContextOptions().setJavaScriptEnabled(false))) {
            lab.visit(Site.shared(), "help.html#Conv2D");
            lab.find("#Conv2D").getByText("When to use it").waitFor();
            assertFalse(lab.find("#help").isVisible());
            assertTrue(lab.find("#Conv2D math").first().isVisible());
            lab.find("#Conv2D").getByText("MaxPooling2D").first().click();
            lab.find("#MaxPooling2D h2").waitFor();
        }
    }
}
