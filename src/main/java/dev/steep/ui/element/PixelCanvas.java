package dev.steep.ui.element;

import dev.steep.browser.TypedArrays;
import dev.steep.protocol.look.Look;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.ImageData;
import elemental2.dom.MouseEvent;
import java.util.Optional;
import jsinterop.base.Js;

/** Pixels on the page, each a whole number of page pixels wide. Pointing at one says what it stands for. */
public final class PixelCanvas {
    /** Says what a pixel stands for. */
    public interface Meaning {
        Optional<String> at(int x, int y);
    }

    private final HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    private Meaning meaning = (x, y) -> Optional.empty();
    private int pointedX;
    private int pointedY;

    /**
     * @param zoom page pixels to a pixel
     * @param about what the picture shows, for those who cannot see it
     */
    public PixelCanvas(int width, int height, int zoom, String about) {
        canvas = Html.canvas(width, height, "pixels");
        canvas.style.setProperty("width", width * zoom + "px");
        canvas.style.setProperty("height", height * zoom + "px");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", about);
        context = Js.uncheckedCast(canvas.getContext("2d"));
        canvas.addEventListener("pointermove", event -> explain(Js.uncheckedCast(event), zoom));
        canvas.addEventListener("pointerdown", event -> explain(Js.uncheckedCast(event), zoom));
    }

    public HTMLCanvasElement element() {
        return canvas;
    }

    /** Draws red, green, blue and alpha bytes for the whole canvas. */
    public void draw(byte[] rgba) {
        context.putImageData(new ImageData(TypedArrays.clamped(rgba), canvas.width, canvas.height), 0, 0);
        if (!canvas.title.isEmpty()) { // the pointer rests while numbers change
            explain();
        }
    }

    /** Nothing, where the numbers do not exist. */
    public void clear() {
        context.clearRect(0, 0, canvas.width, canvas.height);
        canvas.title = "";
    }

    /** Says on the page what is drawn here, as {@link Html#shows}. */
    public void shows(String kind, Look look) {
        Html.shows(canvas, kind, look);
    }

    /** What its pixels stand for, from now on. */
    public void means(Meaning other) {
        meaning = other;
    }

    private void explain(MouseEvent event, int zoom) {
        pointedX = (int) (event.offsetX / zoom);
        pointedY = (int) (event.offsetY / zoom);
        explain();
    }

    private void explain() {
        canvas.title = meaning.at(pointedX, pointedY).orElse("");
    }
}
