package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.steep.data.Archives;
import dev.steep.data.image.JvmImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A student's own files: they are understood, learned from, and never lost to a bad one. */
class FilesIT {
    @ParameterizedTest
    @EnumSource
    void aPairOfIdxFilesIsLearned(Build build) throws IOException {
        try (LabPage lab = LabPage.lent(build)) {
            FilePayload[] pair = squares(400);
            Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) lab.bring(pair)).get("data");
            assertEquals(List.of(12, 12, 1), data.get("shape"));
            assertEquals(4, ((List<?>) data.get("classes")).size());
            assertEquals(320, data.get("training"));
            assertEquals(80, data.get("validation"));
            lab.call("train", Map.of("epochs", 6));
            double accuracy = lab.number("steep.history().then(h => h.at(-1).val_accuracy)");
            assertTrue(accuracy > 0.9, "validation accuracy " + accuracy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsLearned(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) lab.bring(flowers(300))).get("data");
            assertEquals(List.of("iris", "rose", "tulip"), data.get("classes"));
            assertEquals(List.of(2), data.get("shape"));
            lab.call("train", Map.of("epochs", 12));
            double accuracy = lab.number("steep.history().then(h => h.at(-1).val_accuracy)");
            assertTrue(accuracy > 0.9, "validation accuracy " + accuracy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherColumnToPredictBringsItsHeadAndItsUnit(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.bring(birds(90));
            String classes = (String) lab.call("recipe");
            lab.find("select[aria-label='Column to predict']").selectOption("body_mass_g");
            lab.waitFor("steep.recipe().then(text => text.includes('target=standardise)/Dense(16,relu)'))");
            lab.page()
                    .getByText("dense_2 has 1 unit, linear; the loss is mean_squared_error; mean_absolute_error is"
                            + " measured")
                    .first()
                    .waitFor();
            lab.call("train", Map.of("epochs", 20));
            lab.waitFor("[...document.querySelectorAll('.prediction-words')]"
                    + ".some(each => /^said \\d,\\d{3} g, is \\d,\\d{3} g$/.test(each.textContent))");
            assertTrue(lab.number("steep.history().then(h => h.at(-1).val_mean_absolute_error)") > 1);
            assertTrue(lab.number("steep.history().then(h => h.at(-1).val_loss)") < 1);
            assertTrue(lab.number("steep.predict([180, 0], 1).then(p => p[0])") > 2000);
            lab.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                    .first()
                    .click();
            lab.waitFor("steep.recipe().then(text => text === '" + classes + "')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNoneIsRefusedAndTheExperimentKept(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            Object before = lab.call("recipe");
            String sentence = (String) lab.eval(
                    "steep.loadFile(new Blob([new Uint8Array(99)]), 'photo.xyz').then(() => '', e => e.message)");
            assertTrue(sentence.contains("photo.xyz"), sentence);
            assertEquals(before, lab.call("recipe"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesArePickedByAPerson(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            lab.find("input[type=file]").first().setInputFiles(flowers(60));
            lab.waitFor("steep.recipe().then(text => text.includes('flowers.csv'))");
            lab.page().getByText("rose").first().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidOfOneFileGoesWithTheNext(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            Locator files = lab.find("input[type=file]").first();
            files.setInputFiles(new FilePayload("empty.csv", "text/csv", new byte[0]));
            lab.page().getByText("empty.csv is empty").first().waitFor();
            files.setInputFiles(flowers(60));
            lab.waitFor("steep.recipe().then(text => text.includes('flowers.csv'))");
            assertEquals(0, lab.page().getByText("empty.csv is empty").count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aZipOfImagesIsDroppedAndLearned(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            byte[] zip = Archives.zip("pets.zip", pets("", 80), true).bytes();
            drop(lab, "pets.zip", zip);
            lab.waitFor("steep.recipe().then(text => text.includes('images(pets'))");
            lab.page().getByText("Read 80 images").first().waitFor();
            lab.page().keyboard().press("Escape"); // nothing is on its way: it does nothing
            lab.call("train", Map.of("epochs", 20));
            assertTrue(lab.number("steep.history().then(h => h.at(-1).val_accuracy)") > 0.9);
            lab.call("set", "data.size", 24);
            assertEquals(24, lab.number("steep.recipe('object').then(r => r.data.size)"));
            assertEquals(24.0, lab.number("steep.set('data.fit', 'crop').then(o => o.data.shape[0])"));
        }
    }

    /** As a person does it: the page hears of files that are dropped on it. */
    private static void drop(LabPage lab, String name, byte[] bytes) {
        lab.page()
                .evaluate(
                        "([name, text]) => {"
                                + " const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));"
                                + " const dropped = new DataTransfer();"
                                + " dropped.items.add(new File([bytes], name));"
                                + " document.body.dispatchEvent("
                                + "   new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));"
                                + "}",
                        List.of(name, Base64.getEncoder().encodeToString(bytes)));
    }

    @ParameterizedTest
    @EnumSource
    void foldersOfAScriptDecideOnTheTestPartWhichIsOpenedOnce(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            List<Object> files = new ArrayList<>();
            for (String part : List.of("train/", "test/")) {
                pets("pets/" + part, 40)
                        .forEach((path, bytes) ->
                                files.add(List.of(path, Base64.getEncoder().encodeToString(bytes))));
            }
            Object data = lab.page()
                    .evaluate(
                            "files => steep.loadFiles(files.map(([name, text]) => ({name,"
                                    + " blob: new Blob([Uint8Array.from(atob(text), c => c.charCodeAt(0))])})))"
                                    + ".then(o => [o.data.name, o.data.training + o.data.validation, o.data.test].join())",
                            files);
            assertEquals("pets,40,40", data);
            assertFalse((Boolean) lab.eval("steep.evaluate().then(parts => 'test' in parts)"));
            lab.call("train", Map.of("epochs", 100));
            lab.find("#result-test-tab").click();
            lab.page().getByText("Open the test part").click();
            lab.page().getByText("Opened 1 time.").waitFor();
            assertEquals(2, lab.number("steep.openTest().then(test => test.opened)"));
            assertTrue(
                    lab.number("steep.openTest().then(test => test.accuracy)") > 0.9,
                    String.valueOf(lab.eval("steep.openTest().then(JSON.stringify)")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataOnTheirWayAreShownAndStoppedByEscape(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            Object before = lab.call("recipe");
            lab.eval("void (window.given = steep.load('1/data=digits(20000)/Flatten/Dense(10,softmax)')"
                    + ".then(() => 'opened', e => e.message))");
            lab.page().getByText("of 20,000 images").waitFor();
            lab.page().keyboard().press("Escape");
            String sentence = (String) lab.eval("window.given");
            assertTrue(sentence.startsWith("You stopped"), sentence);
            assertEquals(before, lab.call("recipe"));
            lab.call("train", Map.of("steps", 2));
        }
    }

    /** Bright and dark squares, each in a folder of its own. */
    private static Map<String, byte[]> pets(String folder, int count) {
        dev.steep.math.Random random = new dev.steep.math.Random(count);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            boolean bright = i % 2 == 0;
            files.put(
                    folder + (bright ? "bright/" : "dark/") + i + (i % 4 < 2 ? ".png" : ".jpg"),
                    JvmImages.noisy(i % 4 < 2 ? "png" : "jpg", 20, 16, false, bright ? 200 : 60, random));
        }
        return files;
    }

    /** Four classes: which quarter of a noisy image is bright. */
    private static FilePayload[] squares(int count) throws IOException {
        Random random = new Random(1);
        ByteBuffer images = ByteBuffer.allocate(16 + count * 144);
        images.putInt(0x803).putInt(count).putInt(12).putInt(12);
        ByteBuffer labels = ByteBuffer.allocate(8 + count);
        labels.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            int quarter = i % 4;
            labels.put((byte) quarter);
            for (int p = 0; p < 144; p++) {
                boolean bright = (p / 12 / 6) * 2 + (p % 12) / 6 == quarter;
                images.put((byte) (random.nextInt(100) + (bright ? 120 : 0)));
            }
        }
        return new FilePayload[] {
            new FilePayload("squares-images-idx3-ubyte.gz", "application/gzip", zipped(images.array())),
            new FilePayload("squares-labels-idx1-ubyte.gz", "application/gzip", zipped(labels.array()))
        };
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Three kinds of flowers around three points of the plane. */
    private static FilePayload birds(int count) {
        StringBuilder csv = new StringBuilder("length_mm,body_mass_g,species\n");
        Random random = new Random(3);
        for (int i = 0; i < count; i++) {
            double length = 150 + 100 * random.nextDouble();
            csv.append(length).append(',').append(Math.rint(20 * length)).append(',');
            csv.append(length > 200 ? "gull" : "tern").append('\n');
        }
        return new FilePayload("birds.csv", "text/csv", csv.toString().getBytes(UTF_8));
    }

    private static FilePayload flowers(int count) {
        Random random = new Random(2);
        String[] kinds = {"rose", "tulip", "iris"};
        StringBuilder text = new StringBuilder("petal,stem,kind\n");
        for (int i = 0; i < count; i++) {
            int kind = i % 3;
            double petal = (kind == 0 ? 0 : 5) + random.nextGaussian();
            double stem = 10 + (kind == 2 ? 5 : 0) + random.nextGaussian();
            text.append(petal)
                    .append(',')
                    .append(stem)
                    .append(',')
                    .append(kinds[kind])
                    .append('\n');
        }
        return new FilePayload("flowers.csv", "text/csv", text.toString().getBytes(UTF_8));
    }
}
