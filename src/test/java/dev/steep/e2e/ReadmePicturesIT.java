package dev.steep.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README, from the lab as it is: {@code mvn verify -Ppictures}. */
@Tag("pictures")
class ReadmePicturesIT {
    private static final Path FOLDER = Path.of(".github/pictures");

    private static final String DIGITS = "1/data=digits/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
            + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)/Dense(10,softmax)";

    private static final String SPIRAL = "1/data=spiral/prepare(signed)/Dense(32,relu)/Dense(1,sigmoid)"
            + "/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,150)";

    @Test
    void theLabOnAWideScreen() throws IOException {
        take(
                "lab",
                "index.html#" + DIGITS,
                1400,
                900,
                ColorScheme.LIGHT,
                lab -> lab.call("train", Map.of("epochs", 4)));
    }

    @Test
    void theLabInTheDark() throws IOException {
        take("lab-dark", "index.html?view=boundary#" + SPIRAL, 1400, 900, ColorScheme.DARK, lab -> {
            lab.call("train");
            lab.call("show", "boundary");
        });
    }

    @Test
    void theLabInAPage() throws IOException {
        take("embed", "embed.html?view=boundary#" + SPIRAL, 640, 480, ColorScheme.LIGHT, lab -> lab.call("train"));
    }

    @Test
    void theLabOnAPhone() throws IOException {
        take(
                "phone",
                "index.html#" + DIGITS,
                390,
                844,
                ColorScheme.LIGHT,
                lab -> lab.call("train", Map.of("epochs", 3)));
    }

    private interface Doing {
        void in(LabPage lab);
    }

    private static void take(String name, String address, int width, int height, ColorScheme scheme, Doing doing)
            throws IOException {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
        try (LabPage lab = LabPage.blank(options)) {
            lab.start(Site.shared(), address);
            lab.eval("steep.ready");
            doing.in(lab);
            lab.page().waitForTimeout(600); // pictures and charts follow a moment later
            byte[] picture = lab.page().screenshot();
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".webp"), webp(lab, picture));
        }
    }

    /** A third of the PNG. */
    private static byte[] webp(LabPage lab, byte[] png) {
        String text = (String) lab.page().evaluate("""
                async png => {
                    const image = new Image();
                    image.src = 'data:image/png;base64,' + png;
                    await image.decode();
                    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
                    canvas.getContext('2d').drawImage(image, 0, 0);
                    return canvas.toDataURL('image/webp', 0.9).split(',')[1];
                }""", Base64.getEncoder().encodeToString(png));
        return Base64.getDecoder().decode(text);
    }
}
