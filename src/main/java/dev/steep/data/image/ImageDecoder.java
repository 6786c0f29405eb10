package dev.steep.data.image;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns PNG and JPEG files into pixels. Browsers do that well, and nobody else has to: this is the door to it.
 * {@code browser.BrowserImages} is the one of the browser.
 */
public interface ImageDecoder {
    /**
     * Pictures come at their own size, turned as their EXIF orientation says; if their shorter side has more pixels than this, they
     * may come smaller, but not smaller than this. No data set here needs more.
     */
    int ENOUGH = 256;

    /** Where nothing can be decoded. */
    ImageDecoder NONE = new ImageDecoder() {
        @Override
        public boolean works() {
            return false;
        }

        @Override
        public void decode(byte[] file, Consumer<Optional<Pixels>> then) {
            then.accept(Optional.empty());
        }
    };

    /** Whether pictures can be decoded at all. */
    default boolean works() {
        return true;
    }

    /** Decodes a file; {@code then} is called once, now or later, with nothing if the file is broken. */
    void decode(byte[] file, Consumer<Optional<Pixels>> then);
}
