package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is lost without a word: what of a link, an object or a file is not used is named on the page. */
class LostIT {
    /** Part of a link, and what the page has to quote of it. */
    private static final Map<String, String> LOST = Map.of(
            "Dense(4)zq7", "\"zq7\" after \"Dense(4)\"",
            "Dense(4)(3)", "\"(3)\" after \"Dense(4)\"",
            "data=sine", "\"xor\" is not used",
            "fit(epochs=3,epochs=9)", "\"3\" is not used",
            "seed=5,zq7", "\",zq7\" after \"seed=5\"",
            "Dense(4)))", "\"))\" after \"Dense(4)\"",
            "Dense(4", "The bracket that opens after \"Dense\" is never closed",
            "fit(epochs=1e99)", "\"1e99\"");

    @ParameterizedTest
    @EnumSource
    void whatOfALinkIsNotUsedIsNamed(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            LOST.forEach((part, quoted) -> {
                lab.eval("location.hash = '1/data=xor/" + part + "'");
                lab.waitFor("document.querySelector('.notices').innerText.includes('" + quoted + "')");
                Map<?, ?> outcome = (Map<?, ?>) lab.call("load", "1/data=xor/" + part);
                assertTrue(outcome.get("notices").toString().contains(quoted), outcome::toString);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOfAnObjectIsNotUsedIsNamed(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            String notices = String.valueOf(
                    lab.eval(
                            "steep.load({data: {name: 'xor', file: 'a.csv'}, fit: 5, zq7: 1,"
                                    + " layers: [{class_name: 'Dense', name: 'first', config: {units: NaN, activation: x => x, zq8: 2}}],"
                                    + " compile: {metrics: ['zq9', 'accuracy'], loss: 'huber'}}, {}, 'more').then(o => o.notices.join(' '))"));
            for (String named :
                    List.of("xor", "\"fit\": \"5\"", "zq7", "NaN", "x => x", "zq8", "zq9", "takes 2 arguments")) {
                assertTrue(notices.contains(named), named + " is not in " + notices);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuoteThatIsNeverClosedIsSaidWithItsLine(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("window.rows = ['x,kind']; for (let i = 0; i < 40; i++) rows.push(i / 2 + ',' + 'ab'[i % 2]);"
                    + "rows[2] = '0.5,\"b'; 0");
            Map<?, ?> outcome = (Map<?, ?>) lab.eval("steep.loadFile(new Blob([rows.join('\\n')]), 'open.csv')");
            assertTrue(outcome.get("notices").toString().contains("never closes it (line 3)"), outcome::toString);
            Map<?, ?> data = (Map<?, ?>) outcome.get("data");
            assertEquals(40, (int) data.get("training") + (int) data.get("validation"));
            lab.page().getByText("never closes it (line 3)").first().waitFor();
        }
    }

    /** Names as text for JavaScript, and how the recipe gives them. */
    @ParameterizedTest
    @EnumSource
    void halfACharacterInAFileNameOpensAllTheSame(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval(
                    "window.table = new Blob([Array.from({length: 40}, (_, i) => i / 2 + ',' + 'ab'[i % 2]).join('\\n')]); 0");
            for (String name : List.of("'\\ud83d.csv'", "'\\udc00\\ud83d'", "'a'.repeat(119) + '\\ud83c\\udf75.csv'")) {
                Object opened = lab.eval("steep.loadFile(table, " + name + ").then(o => o.data.name)");
                String recipe = (String) lab.call("recipe");
                assertTrue(recipe.startsWith("1/data=file("), recipe);
                assertTrue(opened.toString().length() <= 120, opened::toString);
                assertTrue((boolean) lab.eval("encodeURIComponent(location.href).length > 0"));
                assertEquals(recipe, lab.eval("steep.load(location.href).then(() => steep.recipe())"));
                assertEquals(1, lab.eval("steep.train({epochs: 1}).then(h => h.length)"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfACharacterInALinkOrAClassIsShownAsUnreadable(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            assertEquals(
                    "1/data=file(\uFFFD a)/Dense(4)",
                    lab.eval("steep.load(\"1/data=file('\\ud83d a')/Dense(4)\").then(() => steep.recipe())"));
            String notices = (String)
                    lab.eval("steep.load({data: {file: '\\udc00'}, layers: []}).then(o => o.notices.join(' '))");
            assertTrue(notices.contains("half a character"), notices);
            assertEquals(
                    List.of("\uFFFD", "b"),
                    lab.eval("steep.setData({x: [1, 2, 3, 4, 5, 6, 7, 8], xShape: [8, 1], y: [0, 1, 0, 1, 0, 1, 0, 1],"
                            + " classes: ['\\ud83d', 'b']}).then(o => o.data.classes)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecipeComesBackFromEachOfItsForms(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            String link =
                    "1/data=xor/Dense(4,formula('x * sigmoid(1.702 x)'),kernel_initializer=constant(0.30000000000000004))"
                            + "/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.0012345678901234567)";
            String written = (String) lab.eval("steep.load(" + quoted(link) + ").then(() => steep.recipe())");
            for (String form : List.of("text", "expanded", "object")) {
                assertEquals(
                        List.of(written, 0),
                        lab.eval("steep.recipe('" + form + "').then(r => steep.load(r))"
                                + ".then(o => steep.recipe().then(r => [r, o.notices.length]))"));
            }
            assertEquals(
                    0.0012345678901234567,
                    lab.number("steep.recipe('object').then(r => r.compile.optimizer.config.learning_rate)"));
            assertEquals(
                    "1/data=xor/Dense(4,kernel_initializer=constant)",
                    lab.eval(
                            "steep.load('1/data=xor/Dense(4,kernel_initializer=constant(-0))').then(() => steep.recipe())"));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }
}
