package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An experiment is shared as a link, in a page, as a code; and the lab in a page says what it is and where more of it is. */
class ShareIT {
    private static final String TINY = "1/data=digits(100)/Flatten/Dense(10,softmax)";
    private static final String XOR = "1/data=xor/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy";

    @ParameterizedTest
    @EnumSource
    void theDialogSharesInThreeWays(Build build) {
        try (LabPage lab =
                LabPage.blank(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            lab.start(Site.shared(), "index.html?build=" + build.name + "#" + TINY);
            lab.eval("steep.ready");
            lab.button("Share").focus();
            lab.page().keyboard().press("Enter");
            Locator dialog = lab.find("dialog.share-dialog");
            dialog.waitFor();
            Locator text = lab.page().getByLabel("Link to this experiment");
            String link = text.inputValue();
            assertEquals(Site.shared().url("index.html") + "#" + TINY, link);
            dialog.getByText(link.length() + " characters.").waitFor();
            assertTrue(dialog.innerText().contains("2 layers, with all settings"), dialog.innerText());
            assertTrue(dialog.innerText().contains("(100 samples, made anew)"), dialog.innerText());
            copied(lab, dialog);
            assertEquals(link, lab.eval("navigator.clipboard.readText()"));
            lab.eval(
                    "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false; 0");
            dialog.locator(".copy-button").first().click();
            dialog.getByText("The text is selected").waitFor();
            assertEquals(
                    link,
                    lab.eval("{ const t = document.activeElement; t.value.slice(t.selectionStart, t.selectionEnd) }"));
            lab.button("QR code").click();
            assertTrue(dialog.locator("svg[role=img] path").count() == 2);
            embeds(lab, dialog);
            lab.page().keyboard().press("Escape");
            lab.waitFor("!document.querySelector('dialog[open]') && document.activeElement.matches('.share')");
            lab.waitFor(
                    "!document.querySelector('iframe')"); // the event that the dialog is closed comes a little later
        }
    }

    private static void copied(LabPage lab, Locator dialog) {
        dialog.locator(".copy-button").first().click();
        dialog.getByText("Copied.").first().waitFor();
    }

    private static void embeds(LabPage lab, Locator dialog) {
        lab.button("In a page").click();
        FrameLocator preview = lab.page().frameLocator(".embed-preview iframe");
        preview.locator(".embed-title").waitFor();
        lab.eval("""
                {
                    const set = (label, value) => {
                        const control = [...document.querySelectorAll('.embed-form label')]
                            .find(each => each.textContent.includes(label)).querySelector('select, input');
                        control.type === 'checkbox' ? control.checked = value : control.value = value;
                        control.dispatchEvent(new Event('change'));
                    };
                    set('Theme', 'dark'), set('Shape', 'WIDE'), set('It can be shared', true);
                }""");
        String snippet = lab.page().getByLabel("HTML for the page").inputValue();
        assertTrue(snippet.contains("/embed.html?theme=dark&amp;controls=share#" + TINY + "\""), snippet);
        assertTrue(snippet.contains("aspect-ratio: 16 / 9"), snippet);
        preview.locator("html[data-bs-theme=dark]").waitFor();
        assertTrue(lab.number(
                        "{ const r = document.querySelector('.embed-preview iframe').getBoundingClientRect(); r.width / r.height }")
                > 1.7);
    }

    @Test
    void theLabInAPageHasAHeadingAThemeAndAWayOut() {
        try (LabPage lab =
                LabPage.blank(new NewContextOptions().setViewportSize(390, 700).setColorScheme(ColorScheme.DARK))) {
            lab.start(Site.shared(), "embed.html#" + XOR);
            lab.eval("steep.ready");
            assertEquals("dark", lab.eval("document.documentElement.dataset.bsTheme"));
            assertEquals(
                    List.of("Steep Exclusive or (XOR)"),
                    lab.eval(
                            "[...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).map(h => h.innerText.replace(/\\s+/g, ' '))"));
            for (String hidden : List.of(".dataset", ".share", ".sheet-button >> text=Data")) {
                assertFalse(lab.find(hidden).first().isVisible(), hidden);
            }
            lab.call("set", "seed", 7);
            assertEquals(
                    Site.shared().url("index.html") + "#" + XOR + "/seed=7",
                    lab.eval("document.querySelector('.embed-open').href"));
            assertEquals(390, lab.eval("document.documentElement.scrollWidth"));
            lab.start(Site.shared(), "embed.html?theme=light&controls=data,share&again#" + XOR);
            lab.eval("steep.ready");
            assertEquals("light", lab.eval("document.documentElement.dataset.bsTheme"));
            for (String shown : List.of(".dataset", ".share", ".sheet-button >> text=Data")) {
                assertTrue(lab.find(shown).first().isVisible(), shown);
            }
            lab.button("Share").click();
            assertTrue(lab.page()
                    .getByLabel("Link to this experiment")
                    .inputValue()
                    .startsWith(Site.shared().url("index.html#")));
            assertEquals(390, lab.eval("document.documentElement.scrollWidth"));
        }
    }

    /** By keyboard and by touch, and Escape takes it away. */
    @Test
    void aWordOfTheFieldIsExplained() {
        try (LabPage lab = LabPage.blank(new NewContextOptions().setHasTouch(true))) {
            lab.start(Site.shared(), "index.html#" + TINY);
            lab.eval("steep.ready");
            Locator word = lab.find(".term").filter(new Locator.FilterOptions().setHasText("multiply-adds"));
            word.focus();
            lab.find("[role=tooltip]").getByText("added to a sum").waitFor();
            assertEquals("term-tip", word.getAttribute("aria-describedby"));
            lab.page().keyboard().press("Escape");
            assertEquals(0, lab.find("[role=tooltip]").count());
            lab.find(".split-counts .term").tap();
            lab.find("[role=tooltip]").getByText("never learns from").waitFor();
        }
    }
}
