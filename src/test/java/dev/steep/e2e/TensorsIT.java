package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of all tensors: found by a word, seen with their numbers, and taken along as files. */
class TensorsIT {
    private static final String RECIPE = "#1/data=digits(60)/Conv2D(3,3,activation=relu)/MaxPooling2D/Flatten"
            + "/Dropout(0.5)/Dense(10,softmax)/optimizer=Adam/seed=3";

    private static final String SHOWN = """
            [...document.querySelectorAll('.tensors .number-table tbody td')].map(cell => cell.textContent).filter(Boolean)
            """;

    @ParameterizedTest
    @EnumSource
    void everyTensorIsFoundSeenAndTaken(Build build) throws IOException {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + RECIPE, 1400, 900)) {
            lab.eval("steep.ready");
            lab.call("show", "tensors");
            assertEquals(
                    lab.number("steep.tensors().then(all => all.length)"),
                    lab.find(".tensor-name").count());
            lab.find(".tensor-search").fill("gradient conv2d");
            lab.find(".tensor-name").getByText("conv2d/kernel/gradient").first().click();
            lab.find(".tensors .histogram-empty")
                    .getByText("after the first training step")
                    .waitFor();
            lab.eval("steep.train({steps: 4})");
            lab.find(".tensors .number-table td").last().waitFor();
            lab.find(".tensor-about").getByText("step 4").waitFor();
            same(lab, "conv2d/kernel/gradient", 3);

            lab.find(".tensor-search").fill("conv2d/kernel");
            lab.find(".tensor-name").first().focus();
            Keyboard keys = lab.page().keyboard();
            keys.press("ArrowDown");
            keys.press("ArrowUp");
            keys.press("Enter");
            lab.find(".tensor-title")
                    .getByText("conv2d/kernel", new Locator.GetByTextOptions().setExact(true))
                    .waitFor();
            lab.waitFor(SHOWN.strip() + ".length === 9");
            same(lab, "conv2d/kernel", 3);
            lab.find(".tensor-history canvas").waitFor();

            byte[] npy = download(lab, "NPY");
            int start = 10 + npy[8];
            String header = new String(npy, 10, npy[8], StandardCharsets.US_ASCII);
            assertTrue(header.contains("'shape': (3, 3, 1, 3), }"), header);
            String[] csv = new String(download(lab, "CSV"), StandardCharsets.UTF_8).split("\n");
            assertEquals("axis0,axis1,axis2,axis3,value", csv[0]);
            ByteBuffer numbers = ByteBuffer.wrap(npy, start, npy.length - start).order(ByteOrder.LITTLE_ENDIAN);
            List<?> values = (List<?>) lab.eval("steep.tensor('conv2d/kernel').then(t => [...t.values])");
            assertEquals(27, values.size());
            for (int i = 0; i < values.size(); i++) {
                float value = ((Number) values.get(i)).floatValue();
                assertEquals(value, numbers.getFloat());
                assertEquals(value, Float.parseFloat(csv[i + 1].substring(csv[i + 1].lastIndexOf(',') + 1)));
            }

            lab.call("show", "norms");
            lab.find(".norms-moment").getByText("step 4").waitFor();
            List<Drawn.Picture> norms = Drawn.on(lab).pictures().stream()
                    .filter(each -> each.kind().equals("norms"))
                    .toList();
            assertEquals(
                    List.of("norms conv2d/kernel", "norms conv2d/bias", "norms dense/kernel", "norms dense/bias"),
                    norms.stream().map(Drawn.Picture::look).toList());
            for (Drawn.Picture row : norms) {
                String name = row.look().substring(6);
                assertNorm(lab, name, row.cells().get(0));
                assertNorm(lab, name + "/gradient", row.cells().get(1));
                if (name.endsWith("/kernel")) { // its card says the same
                    double ratio =
                            figure(row.cells().get(2)) / figure(row.cells().get(0));
                    String said = lab.find("[data-wish='norms " + name + "'][data-picture=norms-line]")
                            .innerText();
                    assertEquals(100 * ratio, figure(said.replaceAll("[a-z%\\s\u00a0]", "")), 2 * ratio, said);
                }
            }
            lab.call("show", "tensors");

            lab.find(".tensor-search").fill("nothing of this kind");
            lab.find(".tensor-count").getByText("None has this").waitFor();
        }
    }

    private static double figure(Object cell) {
        return Double.parseDouble(cell.toString().replace("−", "-").replace(",", ""));
    }

    /** The first tile's numbers are those of the tensor, to three digits. */
    private static void same(LabPage lab, String name, int tiles) {
        assertEquals(
                true,
                lab.eval("(async () => {"
                        + "const {values} = await steep.tensor('" + name + "');"
                        + "const shown = " + SHOWN.strip() + ".map(text => Number(text.replace('−', '-')));"
                        + "return shown.length === values.length / " + tiles
                        + " && shown.every((each, i) => Math.abs(each - values[i * " + tiles + "])"
                        + " <= Math.max(6e-5, 0.006 * Math.abs(each))); })()"),
                name);
    }

    private static void assertNorm(LabPage lab, String name, Object figure) {
        double norm = lab.number("steep.tensor('" + name + "').then(t => Math.hypot(...t.values))");
        assertEquals(norm, Double.parseDouble(figure.toString()), 0.05 * norm, name);
    }

    private static byte[] download(LabPage lab, String button) throws IOException {
        Download file = lab.page().waitForDownload(() -> lab.button(button).click());
        return Files.readAllBytes(file.path());
    }
}
