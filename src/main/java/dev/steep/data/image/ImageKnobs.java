package dev.steep.data.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.data.file.OwnFile;
import java.util.List;

/** What can be set for images from files: all of it changes without opening them again. */
public final class ImageKnobs {
    static final int SMALLEST = 8;
    static final int LARGEST = 128;

    /** Pixels per side of what the network sees. */
    static final Knob<Integer> SIZE = Knob.whole(
            "size",
            32,
            SMALLEST,
            LARGEST,
            "Every image becomes a square of so many pixels per side: what the network sees.");

    /** How an image that is no square becomes one. */
    static final Knob<String> FIT = Knob.word(
            "fit",
            "stretch",
            List.of("stretch", "crop", "pad"),
            "What becomes of an image that is no square: stretched, the middle of it, or all of it with a border.");

    /** Keras' names. */
    static final Knob<String> COLOR = Knob.word(
            "color_mode",
            "rgb",
            List.of("rgb", "grayscale"),
            "Three channels, red, green and blue, or one of brightness: a third of the numbers.");

    /** Behind transparent pixels, and around an image that is padded. */
    static final Knob<String> BACKGROUND = Knob.word(
            "background",
            "white",
            List.of("white", "black"),
            "What lies behind transparent pixels, and around an image that is padded.");

    /** What a learner picks. */
    public static final Kind KIND = Kind.of(
                    "images",
                    "Your own images",
                    "Images from a folder or a ZIP that you opened, a folder for each class; they never leave this page.",
                    OwnFile.NAME,
                    SIZE,
                    FIT,
                    COLOR,
                    BACKGROUND)
            .withOptions(OwnFile.CONTENT, OwnFile.ADDRESS)
            .inKeras(ImageScript::of);

    private ImageKnobs() {}

    /** How many channels a choice asks for. */
    static int channels(Choice choice) {
        return choice.get(COLOR).equals("rgb") ? 3 : 1;
    }

    /** Bytes of one image. */
    static int bytes(Choice choice) {
        return choice.get(SIZE) * choice.get(SIZE) * channels(choice);
    }
}
