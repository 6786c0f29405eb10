package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.steep.e2e.LabPage;
import dev.steep.e2e.Site;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link Lzma} packs, {@code web/lzma.js} unpacks; what is damaged ends with an error or with other bytes, and ends. */
class LzmaIT {
    private static final Random RANDOM = new Random(5);

    private static LabPage page;

    @BeforeAll
    static void open() {
        page = LabPage.blank(new NewContextOptions());
        page.visit(Site.shared(), "icon.svg");
        page.eval("fetch('lzma.js').then(answer => answer.text()).then(text => { const all = new Function(text"
                + " + '; return {unpackLzma, joinModule};')(); window.unpack = all.unpackLzma;"
                + " window.join = all.joinModule; })");
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static byte[] unpacked(byte[] file) {
        return made("unpack(file)", file);
    }

    /** What an expression in the page makes of a file. */
    private static byte[] made(String expression, byte[] given) {
        Object text =
                page.page().evaluate("""
                        given => {
                            const file = Uint8Array.from(atob(given), c => c.charCodeAt(0));
                            const bytes =\s""" + expression + """
                            ;
                            let text = '';
                            for (let i = 0; i < bytes.length; i += 4096) {
                                text += String.fromCharCode(...bytes.subarray(i, i + 4096));
                            }
                            return btoa(text);
                        }""", Base64.getEncoder().encodeToString(given));
        return Base64.getDecoder().decode((String) text);
    }

    private static byte[] random(int size, int values) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) RANDOM.nextInt(values);
        }
        return bytes;
    }

    /** Words again and again, near and far apart, so that all kinds of copies occur. */
    private static byte[] prose(int size) {
        String[] words = "the loss of a step is what the network has yet to learn from this batch".split(" ");
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(words[RANDOM.nextInt(words.length)])
                    .append(RANDOM.nextInt(40) == 0 ? Integer.toString(RANDOM.nextInt()) : " ");
            if (RANDOM.nextInt(50) == 0) {
                int from = RANDOM.nextInt(text.length());
                text.append(text, from, Math.min(text.length(), from + RANDOM.nextInt(400)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        contents.put("nothing", new byte[0]);
        contents.put("one byte", new byte[] {-1});
        contents.put("zeros", new byte[100_000]);
        contents.put("noise", random(70_000, 256));
        contents.put("two values", random(70_000, 2));
        contents.put("prose", prose(200_000));
        byte[] far = random(300_000, 256);
        System.arraycopy(far, 7, far, 250_000, 40_000);
        contents.put("a copy from far away", far);
        return contents;
    }

    @Test
    void everyContentComesBack() {
        contents().forEach((name, content) -> assertArrayEquals(content, unpacked(Lzma.pack(content)), name));
    }

    /** The WebAssembly build is packed so. */
    @Test
    void codeThatWasTakenApartIsPutTogether() {
        byte[] module = CodeStreamsTest.module();
        assertArrayEquals(module, made("join(unpack(file))", CodeStreams.pack(module)));
    }

    @Test
    void everySettingIsUnderstood() {
        byte[] content = prose(60_000);
        for (int context = 0; context <= 4; context++) {
            for (int place = 0; place <= 4; place++) {
                byte[] file = Lzma.pack(content, context, Math.min(place, 4 - context), place);
                assertArrayEquals(content, unpacked(file), context + " " + place);
            }
        }
    }

    @Test
    void whatIsDamagedEnds() {
        byte[] content = prose(20_000);
        byte[] file = Lzma.pack(content);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = file.clone();
            int at = i % 2 == 0 ? 18 + RANDOM.nextInt(file.length - 18) : i / 2 % 9;
            damaged[at] ^= (byte) (1 << RANDOM.nextInt(8));
            refused += refuses(i % 5 == 0 ? Arrays.copyOf(file, RANDOM.nextInt(file.length - 5)) : damaged) ? 1 : 0;
        }
        assertTrue(refused > 60, refused + " of 200 were refused");
    }

    private static boolean refuses(byte[] file) {
        return (boolean) page.page().evaluate("""
                        file => {
                            try {
                                unpack(Uint8Array.from(atob(file), c => c.charCodeAt(0)));
                                return false;
                            } catch (error) {
                                return true;
                            }
                        }""", Base64.getEncoder().encodeToString(file));
    }
}
