package dev.steep.browser;

import dev.steep.data.image.ImageDecoder;
import dev.steep.data.image.Pixels;
import elemental2.core.Uint8Array;
import elemental2.core.Uint8ClampedArray;
import elemental2.promise.Promise;
import java.util.Optional;
import java.util.function.Consumer;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/** The browser's own decoder, off the page: pictures lie the way that their EXIF orientation says, colours as the file has them. */
public final class BrowserImages implements ImageDecoder {
    private final Runnable decoded;

    /** @param decoded called after each image: somebody waits for it */
    public BrowserImages(Runnable decoded) {
        this.decoded = decoded;
    }

    @Override
    public boolean works() {
        return isThere();
    }

    @JSBody(script = "return typeof OffscreenCanvas !== 'undefined' && typeof createImageBitmap !== 'undefined';")
    private static native boolean isThere();

    @Override
    public void decode(byte[] file, Consumer<Optional<Pixels>> then) {
        bitmap(TypedArrays.of(file), ENOUGH)
                .then(
                        picture -> {
                            then.accept(Optional.of(pixels(picture)));
                            decoded.run();
                            return null;
                        },
                        broken -> {
                            then.accept(Optional.empty());
                            decoded.run();
                            return null;
                        });
    }

    private static Pixels pixels(JsPropertyMap<Object> picture) {
        Uint8ClampedArray data = Js.uncheckedCast(picture.get("data"));
        return new Pixels(Js.asInt(picture.get("width")), Js.asInt(picture.get("height")), TypedArrays.bytes(data));
    }

    @JSBody(
            params = {"bytes", "enough"},
            script = "var type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';"
                    + "var options = {premultiplyAlpha: 'none', colorSpaceConversion: 'none'};"
                    + "return createImageBitmap(new Blob([bytes], {type: type}), options).then(function(image) {"
                    + "  var fold = Math.max(1, Math.min(image.width, image.height) / enough);"
                    + "  var width = Math.max(1, Math.round(image.width / fold));"
                    + "  var height = Math.max(1, Math.round(image.height / fold));"
                    + "  var canvas = new OffscreenCanvas(width, height);"
                    + "  var pen = canvas.getContext('2d', {willReadFrequently: true});"
                    + "  pen.imageSmoothingQuality = 'high';"
                    + "  pen.drawImage(image, 0, 0, width, height);"
                    + "  image.close();"
                    + "  return {width: width, height: height, data: pen.getImageData(0, 0, width, height).data};"
                    + "});")
    private static native Promise<JsPropertyMap<Object>> bitmap(Uint8Array bytes, int enough);
}
