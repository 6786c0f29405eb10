package dev.steep.e2e;

import com.microsoft.playwright.options.FilePayload;
import dev.steep.data.Archives;
import dev.steep.data.Npy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of other formats, read by the worker from the disk, kept in the browser, and pasted. */
class FormatsIT {
    private static FilePayload arrays() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x_train.npy", Npy.bytes("", 40, 9, 9).bytes());
        files.put("x_test.npy", Npy.bytes("", 8, 9, 9).bytes());
        files.put("y_train.npy", labels(40));
        files.put("y_test.npy", labels(8));
        return new FilePayload(
                "digits.npz", "application/zip", Archives.zip("", files, true).bytes());
    }

    private static byte[] labels(int count) {
        return Npy.write("", "<i8", false, new int[] {count}, (out, i) -> out.putLong(i % 4))
                .bytes();
    }

    @ParameterizedTest
    @EnumSource
    void ownFilesOpenAgainAfterAReloadUntilTheyAreForgotten(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.find(".drop-zone input[type=file]").first().setInputFiles(arrays());
            lab.waitFor("document.querySelector('.kept-open')?.textContent === 'digits'");
            lab.waitFor("document.querySelector('.side-data').innerText.includes('8 test')");
            lab.reload();
            lab.waitFor("document.querySelector('.kept-open')?.textContent === 'digits'");
            lab.waitFor("document.querySelector('.side-data').innerText.includes('8 test')");
            lab.find(".kept-files .btn-close").click();
            lab.waitFor("document.querySelector('.kept-files').hidden");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsPastedIsOpened(Build build) {
        StringBuilder text = new StringBuilder("mass\tsize\tkind\n");
        for (int i = 0; i < 40; i++) {
            text.append(i / 2.0)
                    .append('\t')
                    .append(i % 7)
                    .append('\t')
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        try (LabPage lab = LabPage.lent(build)) {
            lab.page()
                    .evaluate(
                            "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                                    + " document.body.dispatchEvent(new ClipboardEvent('paste',"
                                    + " {clipboardData: data, bubbles: true, cancelable: true})); }",
                            text.toString());
            lab.waitFor("document.querySelector('select.dataset').selectedOptions[0].textContent === 'pasted.csv'");
        }
    }
}
