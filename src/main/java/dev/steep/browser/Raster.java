package dev.steep.browser;

import elemental2.core.Global;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLImageElement;
import java.util.Base64;
import java.util.function.Consumer;
import jsinterop.base.Js;

/** Has the browser draw an SVG file, and gives its pixels. */
public final class Raster {
    private static final String HEAD = "data:image/png;base64,";

    private Raster() {}

    /**
     * A PNG file of this size.
     *
     * @param failed called if the browser cannot
     */
    public static void png(String svg, double width, double height, Consumer<byte[]> then, Runnable failed) {
        HTMLImageElement image = (HTMLImageElement) DomGlobal.document.createElement("img");
        image.onload = event -> {
            HTMLCanvasElement canvas = (HTMLCanvasElement) DomGlobal.document.createElement("canvas");
            canvas.width = (int) width;
            canvas.height = (int) height;
            CanvasRenderingContext2D context = Js.uncheckedCast(canvas.getContext("2d"));
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            String address = canvas.toDataURL("image/png");
            if (address.startsWith(HEAD)) {
                then.accept(Base64.getDecoder().decode(address.substring(HEAD.length())));
            } else {
                failed.run();
            }
            return null;
        };
        image.onerror = event -> {
            failed.run();
            return null;
        };
        // the page's policy allows images from data addresses, not from blobs
        image.src = "data:image/svg+xml;charset=utf-8," + Global.encodeURIComponent(svg);
    }
}
