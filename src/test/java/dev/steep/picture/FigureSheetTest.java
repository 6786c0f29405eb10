package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Figures as files: well-formed, whatever their texts are, with the link inside. */
class FigureSheetTest {
    private static final String HOSTILE = "a <b> & \"c\" ]]> \u0007 \ud800 \ud83d\ude00 </svg><script>x</script>";
    private static final String LINK = "https://example.org/index.html#1/data=xor/Dense(2,\"<&>\")";

    static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document svg, String tag) {
        return svg.getElementsByTagNameNS("*", tag).item(0).getTextContent();
    }

    private static List<String> texts(Document svg) {
        NodeList all = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static LineDrawing lines(boolean decades) {
        return new LineDrawing(
                new LineDrawing.Axis("epoch", new Range(0, 10), false, tick -> "" + tick),
                new LineDrawing.Axis("", new Range(decades ? 0.01 : 0, 1), decades, tick -> "" + tick));
    }

    private static LineDrawing.Line line(String name, String dash, int mark, double... y) {
        return new LineDrawing.Line(name, new LineDrawing.Pen("#0f5f55", 2, dash, 0, false, mark), y);
    }

    @Test
    void aLineOfOneNumberIsADot() throws Exception {
        LineDrawing one = lines(false).line(new double[] {1, 2, 3}, line("", "", -1, Double.NaN, 0.5, Double.NaN));
        LineDrawing two = lines(false).line(new double[] {1, 2, 3}, line("", "", -1, 0.4, 0.5, Double.NaN));
        assertEquals(1, dots(one));
        assertEquals(0, dots(two));
    }

    private static int dots(LineDrawing lines) throws Exception {
        return parse(new FigureSheet("", "", LINK, lines.drawing()).svg())
                .getElementsByTagName("circle")
                .getLength();
    }

    @Test
    void holdsTitleCaptionAndLinkWhateverTheySay() throws Exception {
        Document svg = parse(new FigureSheet(HOSTILE, HOSTILE, LINK, new Drawing(100, 50, "<g/>")).svg());
        String safe = "a <b> & \"c\" ]]>   \ud83d\ude00 </svg><script>x</script>";
        assertEquals(safe, text(svg, "title"));
        assertEquals(LINK, text(svg, "source"));
        assertTrue(text(svg, "desc").endsWith(LINK));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertEquals(safe, texts(svg).get(0));
    }

    @Test
    void paperIsWhiteAndWideEnough() throws Exception {
        FigureSheet sheet = new FigureSheet("t", "some words ".repeat(40), LINK, new Drawing(900, 50, "<g/>"));
        Document svg = parse(sheet.svg());
        assertEquals(
                "#fff",
                svg.getElementsByTagName("rect")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("fill")
                        .getNodeValue());
        assertTrue(sheet.width() >= 900);
        assertTrue(sheet.height() > 50 + 16 * texts(svg).size());
    }

    @Test
    void captionsAreWrappedBetweenWords() {
        assertEquals(
                List.of("one two", "three", "unbreakableword", "x"),
                FigureSheet.wrapped("one two three unbreakableword x", 8));
    }

    @Test
    void linesKeepTheirNumbersAndGapsAndNames() throws Exception {
        double[] x = {0, 5, 10};
        String body = lines(false)
                .line(x, line("first", "", 0, 0, Double.NaN, 1))
                .line(x, line("second & third", "6 4", 1, 1, 0.5, Double.POSITIVE_INFINITY))
                .mark(5, "best\nepoch", true)
                .tint(new Range(5, 10))
                .band(x, new double[] {1, 1, 1}, new double[] {0, Double.NaN, 0})
                .drawing()
                .body();
        Document svg = parse(new FigureSheet("t", "c", LINK, new Drawing(1, 1, body)).svg());
        assertTrue(body.contains("d=\"M48 260L628 8\""), body);
        assertTrue(body.contains("d=\"M48 8L338 134\""), body);
        assertTrue(body.contains("stroke-dasharray=\"6 4\""));
        assertTrue(
                texts(svg).containsAll(List.of("first", "second & third", "best", "epoch")),
                texts(svg).toString());
        assertTrue(svg.getElementsByTagName("polygon").getLength() >= 4);
    }

    @Test
    void nothingToDrawIsStillAFigure() throws Exception {
        Drawing none = lines(true).line(new double[] {1}, line("x", "", -1, -1)).drawing();
        parse(new FigureSheet("", "", "", none).svg());
    }

    @Test
    void ticksAreRound() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0), LineDrawing.ticks(axis(0, 10, false)));
        assertEquals(List.of(0.01, 0.1, 1.0), LineDrawing.ticks(axis(0.01, 1, true)));
        assertEquals(7, LineDrawing.ticks(axis(-3e-4, 3e-4, false)).size());
    }

    private static LineDrawing.Axis axis(double low, double high, boolean decades) {
        return new LineDrawing.Axis("", new Range(low, high), decades, tick -> "");
    }

    @Test
    void pngGetsItsTextsAndStaysAnImage() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", plain);
        byte[] png = PngNotes.with(plain.toByteArray(), Map.of("Source", LINK + " ü"));
        assertEquals(3, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        String text = new String(png, StandardCharsets.UTF_8);
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("iTXt");
        assertTrue(text.contains("iTXtSource\0\0\0\0\0" + LINK + " ü"));
        int length = (png[at - 2] & 255) << 8 | png[at - 1] & 255;
        CRC32 check = new CRC32();
        check.update(png, at, 4 + length);
        byte[] kept = Arrays.copyOfRange(png, at + 4 + length, at + 8 + length);
        long value = check.getValue();
        assertArrayEquals(
                new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value}, kept);
    }
}
