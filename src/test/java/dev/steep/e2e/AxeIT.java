package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing, and nothing scrolls sideways, whatever the page shows, at every width and in both themes; all views at the widest and narrowest. */
class AxeIT {
    private static final String SCRIPT = script();

    private static final List<String> EXPERIMENTS = List.of(
            "1/data=digits(300)/split(0.2,0.1)/Conv2D(4,3,activation=relu)/BatchNormalization/MaxPooling2D/Dropout(0.2)/Flatten"
                    + "/Dense(10,softmax)/metrics=(precision,auc)/callbacks=EarlyStopping(patience=3)",
            "1/data=circle(100)/Dense(4,formula('sin(x)'))/Dense(1,sigmoid)/loss=binary_crossentropy",
            "1/data=sine(80)/Dense(4,tanh)/Dense(1)/loss=mean_squared_error/optimizer=SGD(CosineDecay(0.1,100))");

    private static final String PROBLEM = "1/data=xor(100)/Dense(11,tanh)/Dense(3)/loss=binary_crossentropy";

    private final List<String> findings = new ArrayList<>();

    private static String script() {
        try (InputStream in = AxeIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(LabPage lab, String state) {
        check(lab, state, "html");
    }

    /** The same of a part of the page, in half the time: where the rest has been looked at and is as it was. */
    private void check(LabPage lab, String state, String part) {
        lab.eval("Promise.all(document.getAnimations().map(a => a.finished.catch(() => 0)))");
        Object found = lab.page().evaluate("""
                async part => {
                    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                    const {violations} = await axe.run(part, {runOnly: tags, resultTypes: ['violations']});
                    return violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
                }""", part);
        ((List<?>) found).forEach(each -> findings.add(state + ": " + each));
        fits(lab, state);
    }

    /** What is open over the page, or beside it. */
    private void dialog(LabPage lab, String state) {
        String open = "dialog[open]";
        check(lab, state, lab.find(open).count() == 1 ? open : "html");
    }

    private void fits(LabPage lab, String state) {
        if (lab.number("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0) {
            findings.add(state + ": the page scrolls sideways");
        }
    }

    @ParameterizedTest
    @CsvSource({"1400,LIGHT", "1400,DARK", "1024,LIGHT", "768,LIGHT", "390,LIGHT", "390,DARK"})
    void thePageHasNoFindings(int width, ColorScheme scheme) {
        try (LabPage lab = LabPage.blank(
                new NewContextOptions().setViewportSize(width, 850).setColorScheme(scheme))) {
            lab.start(Site.shared(), "index.html");
            lab.eval("steep.ready");
            lab.eval(SCRIPT);
            check(lab, "at first");
            boolean all = scheme == ColorScheme.LIGHT && (width == 1400 || width == 390);
            boolean views =
                    all || width == 1400; // axe itself, which takes seconds; dark colours are those of every width
            Set<Object> seen = new HashSet<>();
            for (String experiment : all ? EXPERIMENTS : EXPERIMENTS.subList(0, 1)) {
                lab.call("load", experiment);
                lab.call("train", Map.of("epochs", 2));
                for (Object view : (List<?>)
                        lab.eval("steep.views().then(all => all.filter(view => view.suits).map(view => view.id))")) {
                    if (seen.add(view) || view.equals("curves")) {
                        lab.call("show", view);
                        if (view.equals("curves")) {
                            check(lab, view + " of " + experiment);
                        } else if (views) {
                            check(lab, view + " of " + experiment, ".results");
                        } else {
                            lab.eval("new Promise(requestAnimationFrame)");
                            fits(lab, view + " of " + experiment);
                        }
                    }
                }
                lab.find(".layer-card .layer-head").nth(1).click();
                check(lab, "a layer of " + experiment);
                lab.page().keyboard().press("Escape");
                lab.find(".glimpse-open").nth(1).evaluate("button => button.click()");
                lab.find(".enlarged .number-table td").first().waitFor();
                dialog(lab, "a picture of " + experiment + " large");
                lab.page().keyboard().press("Escape");
            }
            for (Locator sheet : lab.find(".sheet-button:visible, .side-switch .segment:visible")
                    .all()) {
                sheet.click();
                dialog(lab, "the sheet " + sheet.innerText());
                lab.page().keyboard().press("Escape");
            }
            lab.find(".share").click();
            dialog(lab, "the dialog to share");
            lab.page().keyboard().press("Escape");
            lab.page().keyboard().press("?");
            dialog(lab, "the keys");
            lab.page().keyboard().press("Escape");
            lab.find("a.help-link").first().evaluate("link => link.click()");
            lab.find(".help-article").first().waitFor();
            check(lab, "help beside");
            lab.page().keyboard().press("Escape");
            lab.call("load", PROBLEM);
            check(lab, "a problem");
        }
        assertEquals("", String.join("\n", findings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embed.html",
                "embed.html?controls=data,share&theme=dark",
                "bench.html",
                "help.html",
                "help.html#Conv2D",
                "help.html?theme=dark#Adam"
            })
    void otherPagesHaveNone(String page) {
        try (LabPage lab = LabPage.open(Site.shared(), page)) {
            lab.eval(SCRIPT);
            check(lab, page);
        }
        assertEquals("", String.join("\n", findings));
    }
}
