package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet "Your file", as a person uses it: quiet until it is wished for, and every change shows what comes of it. */
class TableSheetIT {
    @ParameterizedTest
    @EnumSource
    void aTableIsChangedInItsSheetAndTrained(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            lab.find("input[type=file]").first().setInputFiles(wine());
            lab.waitFor(
                    "document.querySelector('.table-line').textContent.includes('118 of 120 rows used: left out 2')");
            assertFalse(lab.find("dialog.table-sheet").isVisible());
            lab.waitFor("document.querySelector('.cell-rows .tile-row b').textContent.length > 0");
            assertTrue(lab.find(".cell-head").innerText().contains("quality"));
            assertTrue(lab.find(".gallery-rows").innerText().contains(",50"), "cells stay as they were written");

            lab.waitFor(
                    "document.querySelector('.predictions.few .prediction-sample')?.textContent.match(/,50  [0-9]+,5  (rot|weiß)$/)");
            lab.call("show", "samples");
            lab.waitFor(
                    "document.querySelector('.samples-table thead')?.textContent === 'samplepartquality<b>acid</b>alcoholcolour'");
            lab.waitFor(
                    "document.querySelector('.samples-table tbody tr')?.textContent.match(/,50[0-9]+,5(rot|weiß)$/)");

            lab.find(".table-line button").click();
            Locator sum = lab.find(".sheet-sum");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('3 inputs')");
            assertTrue(sum.innerText().contains("quality, 4 classes"), sum::innerText);
            assertTrue(lab.find(".sheet-table").innerText().contains("<b>acid</b>"), "names are never markup");
            assertEquals("comma", lab.find("select[aria-label='Decimals']").inputValue());

            lab.find("select[aria-label='Type of quality']").focus();
            lab.find("select[aria-label='Type of quality']").selectOption("number");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('predicts quality, a number')");
            assertEquals("Type of quality", lab.page().evaluate("document.activeElement.getAttribute('aria-label')"));
            lab.find("select[aria-label='Use of wine_id']").selectOption("feature");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('4 inputs')");
            lab.find("select[aria-label='Use of alcohol']").selectOption("drop");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('all 120 rows')");
            String recipe = (String) lab.call("recipe");
            assertTrue(recipe.contains("columns=(column(quality,number),feature(wine_id),drop(alcohol))"), recipe);
            assertTrue(recipe.contains("/Dense(1)/loss=mean_squared_error"), recipe);

            lab.page().keyboard().press("Escape");
            assertFalse(lab.find("dialog.table-sheet").isVisible());
            lab.call("train", Map.of("epochs", 10));
            assertTrue(lab.number("steep.history().then(h => h.at(-1).val_mean_absolute_error)") < 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingValuesAreFilledColumnByColumn(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            lab.find("input[type=file]").first().setInputFiles(people());
            lab.waitFor("document.querySelector('.table-line').textContent.includes('64 of 80 rows used')");
            lab.find(".table-line button").click();
            Locator age = lab.find(".table-sheet select[aria-label='Missing values of age']");
            Locator fate = lab.find(".table-sheet .missing-menu:has([aria-label='Missing values of age'])");
            assertTrue(
                    fate.innerText().contains("10 missing") && fate.innerText().contains("rows left out"));

            age.focus();
            age.selectOption("mean");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('72 of 80 rows')");
            assertEquals(
                    "Missing values of age", lab.page().evaluate("document.activeElement.getAttribute('aria-label')"));
            assertTrue(fate.innerText().contains("the mean"), fate::innerText);
            double mean =
                    lab.number("+document.querySelector('.table-sheet .missing-fate').textContent.match(/[0-9.]+/)");
            assertTrue(39 < mean && mean < 41, "mean " + mean);
            age.selectOption("indicator");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('6 inputs')");
            assertTrue(fate.innerText().contains("told by a further input"), fate::innerText);
            lab.find("select[aria-label='Missing values of port']").selectOption("keep");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('all 80 rows')");
            String recipe = (String) lab.call("recipe");
            assertTrue(recipe.contains("columns=(column(age,missing=keep),column(port,missing=keep))"), recipe);
            assertTrue(recipe.contains("features=feature(age,same,missing=indicator)"), recipe);

            lab.page().keyboard().press("Escape");
            lab.button("Details").click();
            Locator prepared = lab.find(".prepare-sheet select[aria-label='Missing values of age']");
            assertEquals("indicator", prepared.inputValue(), "both sheets tell the same");
            lab.find(".prepare-sheet select[aria-label='Rescale age']").selectOption("asinh");
            prepared.selectOption("drop");
            lab.waitFor("document.querySelector('.prepare-sheet .missing-fate').textContent.includes('rows left out')");
            lab.page().keyboard().press("Escape");
            recipe = (String) lab.call("recipe");
            assertTrue(recipe.contains("column(age,missing=drop)") && recipe.contains("feature(age,asinh)"), recipe);

            lab.eval("steep.undo()");
            lab.eval("steep.undo()");
            lab.eval("steep.undo()");
            lab.eval("steep.undo()");
            lab.waitFor("document.querySelector('.table-line').textContent.includes('72 of 80 rows used')");
            lab.find(".table-line button").click();
            lab.waitFor("document.querySelector('.table-sheet .missing-fate').textContent.includes('the mean')");
            assertEquals("mean", age.inputValue());
            lab.find(".table-sheet .prepare-missing select").selectOption("median");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('all 80 rows')");
            lab.button("Back to what the lab found").click();
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('64 of 80 rows')");
            assertFalse(((String) lab.call("recipe")).contains("missing="), "no rule is left");
        }
    }

    /** Ages of 39 and 41, missing in every eighth row; a port is missing in every tenth. */
    private static FilePayload people() {
        StringBuilder csv = new StringBuilder("age,port,fare,kind\n");
        for (int i = 1; i <= 80; i++) {
            csv.append(i % 8 == 0 ? "" : i % 2 == 0 ? "39" : "41").append(',');
            csv.append(i % 10 == 0 ? "" : i % 3 == 0 ? "Kiel" : i % 3 == 1 ? "Oslo" : "Riga")
                    .append(',');
            csv.append(1.0 / i).append(',').append(i % 4 < 2 ? "a" : "b").append('\n');
        }
        return new FilePayload("people.csv", "text/csv", csv.toString().getBytes(UTF_8));
    }

    /** German, with an identifier, gaps, and markup for a name; its quality goes with its acid. */
    private static FilePayload wine() {
        StringBuilder csv = new StringBuilder("wine_id;<b>acid</b>;alcohol;colour;quality\n");
        for (int i = 0; i < 120; i++) {
            csv.append(1000 + i * 37 % 120).append(';');
            csv.append(i % 40).append(",50;");
            csv.append(i < 2 ? "n/a" : 8 + i % 6 + ",5").append(';');
            csv.append(i % 3 == 0 ? "rot" : "weiß")
                    .append(';')
                    .append(3 + i % 40 / 10)
                    .append('\n');
        }
        return new FilePayload("wein.csv", "text/csv", csv.toString().getBytes(UTF_8));
    }
}
