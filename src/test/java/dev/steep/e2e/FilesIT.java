package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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
        try (LabPage lab = LabPage.open(build)) {
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
        try (LabPage lab = LabPage.open(build)) {
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
    void aFileThatIsNoneIsRefusedAndTheExperimentKept(Build build) {
        try (LabPage lab = LabPage.open(build)) {
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
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            lab.find("input[type=file]").first().setInputFiles(flowers(60));
            lab.waitFor("steep.recipe().then(text => text.includes('flowers.csv'))");
            lab.page().getByText("rose").first().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidOfOneFileGoesWithTheNext(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            Locator files = lab.find("input[type=file]").first();
            files.setInputFiles(new FilePayload("empty.csv", "text/csv", new byte[0]));
            lab.page().getByText("empty.csv is empty").first().waitFor();
            files.setInputFiles(flowers(60));
            lab.waitFor("steep.recipe().then(text => text.includes('flowers.csv'))");
            assertEquals(0, lab.page().getByText("empty.csv is empty").count());
        }
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
