package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures that are saved, and weights of before beside those of now. */
class FiguresIT {
    private static final String RECIPE =
            "1/data=digits(60)/Conv2D(3,3,activation=relu)/Flatten/Dense(10,softmax)/fit(20,4)/seed=3";

    private static byte[] save(LabPage lab, String button, String format) throws IOException {
        Locator save = lab.find(button).first();
        save.locator("summary").click();
        Download file = lab.page().waitForDownload(() -> save.locator("button")
                .getByText(format, new Locator.GetByTextOptions().setExact(true))
                .click());
        assertTrue(file.suggestedFilename().startsWith("steep-"), file.suggestedFilename());
        String data = ("" + lab.eval("steep.recipe()")).replaceAll("^1/data=(\\w+).*", "$1");
        long epoch = Math.round(lab.number("steep.history().then(h => h.length)"));
        String end = "-" + data + "-epoch-" + epoch + (format.equals("SVG") ? ".svg" : ".png");
        assertTrue(file.suggestedFilename().endsWith(end), file.suggestedFilename() + " ends with " + end);
        return Files.readAllBytes(file.path());
    }

    private static Document svg(LabPage lab, String button) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document svg = factory.newDocumentBuilder().parse(new ByteArrayInputStream(save(lab, button, "SVG")));
        String link = svg.getElementsByTagNameNS("*", "source").item(0).getTextContent();
        assertTrue(link.endsWith("#" + lab.eval("steep.recipe()")), link);
        assertEquals(
                "#fff",
                svg.getElementsByTagName("rect")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("fill")
                        .getNodeValue());
        return svg;
    }

    private static String words(Document svg) {
        return svg.getDocumentElement().getTextContent();
    }

    @ParameterizedTest
    @EnumSource
    void picturesAreSavedWithCaptionAndLink(Build build) throws Exception {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE)) {
            lab.eval("steep.ready");
            lab.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            lab.call("train", Map.of("epochs", 3));
            Document loss = svg(lab, "#result-curves .chart .figure-save");
            assertTrue(words(loss).contains("After epoch 3"), words(loss));
            assertTrue(loss.getElementsByTagName("path").getLength() >= 3);
            assertEquals(true, lab.eval("document.documentElement.dataset.bsTheme === 'dark'"));

            lab.call("show", "confusion");
            lab.find(".confusion-note").getByText("Counted after").waitFor();
            Document confusion = svg(lab, ".result-head .figure-save");
            for (Object cell : (Iterable<?>)
                    lab.eval("[...document.querySelectorAll('.class-scores td')].map(e => e.textContent)")) {
                assertTrue(words(confusion).contains((String) cell), (String) cell);
            }
            byte[] png = save(lab, ".result-head .figure-save", "PNG");
            assertTrue(ImageIO.read(new ByteArrayInputStream(png)).getWidth() > 1000);
            assertTrue(new String(png, StandardCharsets.UTF_8).contains("iTXtSource"));
        }
    }

    private static final String RINGS =
            "1/data=circle(60)/split(0.2,0.2)/Dense(4,tanh)/Dense(1,sigmoid)/loss=bce/fit(16,4)";

    /** How many of its circles are as small as most of them: the chosen sample has a larger one around it. */
    private static long dots(Document figure) {
        NodeList circles = figure.getElementsByTagNameNS("*", "circle");
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < circles.getLength(); i++) {
            sizes.merge(((Element) circles.item(i)).getAttribute("r"), 1, Integer::sum);
        }
        return sizes.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    /** All bars together, in units of the highest one. */
    private static double bars(Document figure) {
        double sum = 0;
        double most = 0;
        NodeList plots = figure.getElementsByTagNameNS("*", "svg");
        for (int i = 0; i < plots.getLength(); i++) {
            Element plot = (Element) plots.item(i);
            NodeList rects = plot.getElementsByTagNameNS("*", "rect");
            for (int k = 0; k < rects.getLength() && rects.item(k).getParentNode() == plot && i > 0; k++) {
                double height = Double.parseDouble(((Element) rects.item(k)).getAttribute("height"));
                sum += height;
                most = Math.max(most, height);
            }
        }
        return sum / most;
    }

    @ParameterizedTest
    @EnumSource
    void figuresOfTheDataHaveEachSampleThatIsShown(Build build) throws Exception {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RINGS)) {
            lab.eval("steep.ready");
            int shown = 48; // the test part is closed
            lab.call("show", "scatter");
            lab.waitFor("document.querySelector('.scatter .confusion-note').textContent === '48 samples.'");
            assertEquals(shown, dots(svg(lab, ".result-head .figure-save")));

            lab.button("all pairs").click();
            lab.waitFor("document.querySelectorAll('.scatter-pair').length === 2");
            assertEquals(2 * shown, dots(svg(lab, ".result-head .figure-save")));

            lab.call("show", "distribution");
            lab.waitFor(
                    "/The highest bar holds/.test(document.querySelector('#result-distribution .confusion-note').textContent)");
            double most = lab.number("+document.querySelector('#result-distribution .confusion-note').textContent"
                    + ".match(/highest bar holds ([0-9]+)/)[1]");
            Document histogram = svg(lab, ".result-head .figure-save");
            assertEquals(shown, most * bars(histogram), 0.2);
            assertTrue(words(histogram).contains("inside") || words(histogram).contains("ring"), words(histogram));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFilmStripHasTheWeightsOfEachEpochAndTheSliderPlaysThem(Build build) throws Exception {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE)) {
            lab.eval("steep.ready");
            lab.call("train", Map.of("epochs", 3));
            openFilm(lab);
            lab.waitFor("document.querySelectorAll('.film-table thead th').length === 4");
            lab.waitFor("document.querySelector('.film-table thead th:last-child').textContent === 'now'");
            String first = "steep.tensor('conv2d/kernel').then(t => t.values[0])";
            for (int epoch = 0; epoch <= 3; epoch++) {
                assertFirstWeight(lab, epoch, epoch);
            }
            lab.find("dialog[open] .figure-save summary").click();
            lab.find("dialog[open] .figure-grey input").check();
            lab.find("dialog[open] .figure-save summary").click();
            assertGrey(svg(lab, "dialog[open] .figure-save"));
            lab.page().keyboard().press("Escape");
            double present = lab.number(first);
            lab.eval("""
                    (() => {
                        const word = document.querySelector('.epoch-shown');
                        window.shown = [];
                        new MutationObserver(() => shown.push(word.textContent)).observe(word, {childList: true});
                    })()""");
            lab.find(".epoch-play").click();
            lab.waitFor("shown.length > 3 && shown.at(-1) === 'Epoch 3, the present'"
                    + " && document.querySelector('.epoch-play').ariaPressed === 'false'");
            assertEquals(
                    List.of("Looking at epoch 0 of 3", "Looking at epoch 1 of 3", "Looking at epoch 2 of 3"),
                    lab.eval("[...new Set(shown)].filter(word => word.startsWith('Looking'))"));
            assertEquals(present, lab.number(first));
        }
    }

    /** Each column is of the epoch above it, however quickly epochs end, and pictures are not put up anew for each. */
    @ParameterizedTest
    @EnumSource
    void theFilmStripFollowsTraining(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE)) {
            lab.eval("steep.ready");
            lab.call("train", Map.of("epochs", 12));
            openFilm(lab);
            lab.waitFor("document.querySelectorAll('.film-table thead th').length === 8");
            lab.eval("window.canvas = document.querySelector('.film-table canvas'); 0");
            String heads = "[...document.querySelectorAll('.film-table thead th')].map(e => e.textContent).join()";
            Object before = lab.eval(heads);
            lab.eval("window.run = steep.train({epochs: 100, seconds: 4}); 0");
            lab.waitFor(heads + " !== '" + before + "'");
            lab.eval("steep.pause().then(() => run)");
            assertEquals(true, lab.eval("canvas.isConnected"), "All pictures were put up anew.");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor(
                    "steep.history().then(all => " + heads + ".split(',').slice(0, -1).map(each => each.match(/\\d+/))"
                            + ".map(each => each ? +each[0] : 0).every((epoch, i, some) => epoch === Math.floor(i * all.length / 7)))");
            for (int column = 0; column < 7; column++) {
                String head = lab.find(".film-table thead th").nth(column).innerText();
                int epoch = head.equals("at first") ? 0 : Integer.parseInt(head.replace("epoch ", ""));
                String said = assertFirstWeight(lab, column, epoch);
                assertTrue(said.contains(head + ": "), said + " below " + head);
            }
        }
    }

    private static void openFilm(LabPage lab) {
        lab.eval("[...document.querySelectorAll('.glimpse-open')].find(e => /kernels/.test(e.ariaLabel)).click()");
        lab.find(".film-choice [data-word='film strip']").click();
    }

    /** A column of the film strip says of its first pixel what the weight was at the end of an epoch. Returns what it says. */
    private static String assertFirstWeight(LabPage lab, int column, int epoch) {
        Locator picture =
                lab.find(".film-table tbody tr").first().locator("canvas").nth(column);
        picture.hover(new Locator.HoverOptions().setPosition(2, 2));
        String said = picture.getAttribute("title");
        double number =
                Double.parseDouble(said.substring(said.lastIndexOf(' ') + 1).replace('−', '-'));
        double truth =
                lab.number("steep.at(" + epoch + ").then(() => steep.tensor('conv2d/kernel')).then(t => t.values[0])");
        assertEquals(truth, number, 0.006 * Math.abs(truth) + 6e-5, said);
        lab.eval("steep.at()");
        return said;
    }

    /** No pixel of its pictures has a colour, and they are not all the same grey. */
    private static void assertGrey(Document figure) throws IOException {
        NodeList images = figure.getElementsByTagName("image");
        assertTrue(images.getLength() > 0);
        Set<Integer> greys = new HashSet<>();
        for (int i = 0; i < images.getLength(); i++) {
            String data = ((Element) images.item(i)).getAttribute("href");
            BufferedImage image = ImageIO.read(
                    new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, 0);
                assertTrue((pixel >> 16 & 255) == (pixel & 255), Integer.toHexString(pixel));
                greys.add(pixel);
            }
        }
        assertTrue(greys.size() > 3);
    }
}
