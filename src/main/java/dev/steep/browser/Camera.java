package dev.steep.browser;

import elemental2.core.Uint8ClampedArray;
import elemental2.dom.Blob;
import elemental2.dom.HTMLElement;
import elemental2.promise.Promise;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/** The camera, seen in a video element, and pictures of it as small squares. It is asked for when somebody presses a button, and never before. */
public final class Camera {
    private final HTMLElement video;

    /** @param video element that shows it */
    public Camera(HTMLElement video) {
        this.video = video;
    }

    /** Asks for it. {@code failed} takes a sentence with what to do. */
    public void start(Runnable then, Consumer<String> failed) {
        begin(video)
                .then(
                        started -> {
                            then.run();
                            return null;
                        },
                        failure -> {
                            failed.accept(sentence(trouble(video)));
                            return null;
                        });
    }

    /** A sentence for what the browser calls the trouble (W3C, Media Capture and Streams, 9.3). */
    static String sentence(String trouble) {
        return switch (trouble) {
            case "NotAllowedError", "SecurityError" ->
                "The camera was not allowed. Allow it for this page beside its address, then press the button again; drawings and"
                        + " image files work without.";
            case "NotFoundError", "OverconstrainedError" ->
                "There is no camera on this machine. Drawings and image files work without.";
            case "NotReadableError", "AbortError" ->
                "The camera does not answer. Another program may be using it: close that, then press the button again.";
            case "" ->
                "Browsers give pages a camera only over https, or from this machine itself (localhost). Drawings and image files"
                        + " work without.";
            default -> "The camera does not work here (" + trouble + "). Drawings and image files work without.";
        };
    }

    /** Switches it off. */
    public void stop() {
        end(video);
    }

    /** The middle square of what it shows now, in RGBA; nothing before it shows anything. */
    public Optional<byte[]> picture(int side) {
        Uint8ClampedArray pixels = square(video, side);
        return pixels.length == 0 ? Optional.empty() : Optional.of(TypedArrays.bytes(pixels));
    }

    /** The middle square of an image file, in RGBA; nothing of what is no image. */
    public static void picture(Blob file, int side, Consumer<Optional<byte[]>> then) {
        decode(file, side)
                .then(
                        pixels -> {
                            then.accept(Optional.of(TypedArrays.bytes(pixels)));
                            return null;
                        },
                        broken -> {
                            then.accept(Optional.empty());
                            return null;
                        });
    }

    @JSBody(
            params = "video",
            script = "video.trouble = '';"
                    + "if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return Promise.reject(); }"
                    + "return navigator.mediaDevices.getUserMedia({video: {width: {ideal: 320}, height: {ideal: 240}}}).then("
                    + "  function(stream) { video.srcObject = stream; return video.play(); })"
                    + "  .catch(function(fault) { video.trouble = fault.name || 'unknown'; throw fault; });")
    private static native Promise<Object> begin(HTMLElement video);

    @JSBody(params = "video", script = "return video.trouble || '';")
    private static native String trouble(HTMLElement video);

    @JSBody(
            params = "video",
            script = "if (video.srcObject) {"
                    + "  video.srcObject.getTracks().forEach(function(track) { track.stop(); });"
                    + "  video.srcObject = null;"
                    + "}")
    private static native void end(HTMLElement video);

    /** Large pictures are halved first: browsers look at four pixels only. */
    private static final String SQUARE = "function square(image, width, height, side) {"
            + "  var edge = Math.min(width, height), from = image, x = (width - edge) / 2, y = (height - edge) / 2;"
            + "  while (true) {"
            + "    var next = Math.max(side, Math.ceil(edge / 2)), canvas = document.createElement('canvas');"
            + "    if (edge < 2 * side) { next = side; }"
            + "    canvas.width = canvas.height = next;"
            + "    var pen = canvas.getContext('2d', {willReadFrequently: next === side});"
            + "    pen.imageSmoothingQuality = 'high';"
            + "    pen.drawImage(from, x, y, edge, edge, 0, 0, next, next);"
            + "    if (next === side) { return pen.getImageData(0, 0, side, side).data; }"
            + "    from = canvas; edge = next; x = y = 0;"
            + "  }"
            + "}";

    @JSBody(
            params = {"video", "side"},
            script = SQUARE
                    + "return video.srcObject && video.videoWidth"
                    + " ? square(video, video.videoWidth, video.videoHeight, side) : new Uint8ClampedArray(0);")
    private static native Uint8ClampedArray square(HTMLElement video, int side);

    @JSBody(
            params = {"file", "side"},
            script = SQUARE
                    + "return createImageBitmap(file).then(function(image) {"
                    + "  var data = square(image, image.width, image.height, side);"
                    + "  image.close();"
                    + "  return data;"
                    + "});")
    private static native Promise<Uint8ClampedArray> decode(Blob file, int side);
}
