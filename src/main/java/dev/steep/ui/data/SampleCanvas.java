package dev.steep.ui.data;

import dev.steep.picture.SampleImage;
import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.PixelCanvas;
import elemental2.dom.HTMLCanvasElement;

/**
 * A sample of an image data set as a small picture. Light ink on a dark ground, such as handwriting, is shown the other
 * way round on a light page; the style sheet does that, so nothing is drawn anew when the page turns dark.
 */
public final class SampleCanvas {
    private SampleCanvas() {}

    /**
     * The picture of one sample, for a button that says in words which it is.
     *
     * @param facts of an image data set
     * @param raw its numbers before preparation
     * @param pixels how many page pixels it may be wide and high; it is drawn at the largest whole-number zoom
     */
    public static HTMLCanvasElement of(DataFacts facts, float[] raw, int pixels) {
        double[] ranges = facts.ranges();
        double low = ranges.length < 2 ? 0 : ranges[0];
        double high = ranges.length < 2 ? 1 : ranges[1];
        HTMLCanvasElement canvas =
                draw(blank(facts, pixels), facts, raw, low, high).element();
        canvas.setAttribute("aria-hidden", "true");
        return canvas;
    }

    /** An empty picture of the right size. */
    public static PixelCanvas blank(DataFacts facts, int pixels) {
        int height = facts.shape()[0];
        int width = facts.shape()[1];
        int zoom = pixels / Math.max(height, width);
        PixelCanvas canvas = new PixelCanvas(width, height, Math.max(1, zoom), "the chosen sample");
        if (zoom == 0) { // larger than its place: shrink it, whole-number zoom or not
            int longer = Math.max(height, width);
            canvas.element().style.setProperty("width", width * pixels / longer + "px");
            canvas.element().style.setProperty("height", height * pixels / longer + "px");
        }
        return canvas;
    }

    /** Draws numbers, raw or prepared, that reach from low to high. */
    public static PixelCanvas draw(PixelCanvas canvas, DataFacts facts, float[] values, double low, double high) {
        int channels = facts.shape()[2];
        canvas.draw(SampleImage.pixels(values, facts.shape()[0], facts.shape()[1], channels, low, high));
        canvas.element().classList.toggle("ink", channels != 3 && SampleImage.ink(values, low));
        return canvas;
    }
}
