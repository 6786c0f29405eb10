package dev.steep.data.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.data.file.OwnFile;
import java.util.List;
import java.util.Locale;

/** How a Keras script reads a folder of images, with Pillow, which Keras needs for images too. */
final class ImageScript {
    private ImageScript() {}

    /** Statements that make {@code x} and {@code y}. */
    static String of(Choice choice, Python script) {
        script.needs("from pathlib import Path");
        script.needs("from PIL import Image, ImageOps");
        String side = "(" + choice.get(ImageKnobs.SIZE) + ", " + choice.get(ImageKnobs.SIZE) + ")";
        String color = Python.text(choice.get(ImageKnobs.BACKGROUND));
        String square =
                switch (choice.get(ImageKnobs.FIT)) {
                    case "crop" -> "ImageOps.fit(image, " + side + ")";
                    case "pad" -> "ImageOps.pad(image, " + side + ", color=" + color + ")";
                    default -> "image.resize(" + side + ")";
                };
        boolean rgb = ImageKnobs.channels(choice) == 3;
        String function = script.function(
                "read_images",
                "folder",
                List.of(
                        "# PNG and JPEG files that lie in a folder for each class, and the number of each one's class.",
                        "kinds = {\".png\", \".jpg\", \".jpeg\"}",
                        "paths = sorted(path for path in Path(folder).rglob(\"*\") if path.suffix.lower() in kinds)",
                        "classes = sorted({path.parent.name for path in paths})",
                        "x = []",
                        "for path in paths:",
                        "    image = ImageOps.exif_transpose(Image.open(path)).convert(\"RGBA\")",
                        "    behind = Image.new(\"RGBA\", image.size, " + color + ")",
                        "    image = Image.alpha_composite(behind, image).convert(\"RGB\")",
                        "    image = " + square,
                        "    x.append(np.asarray(image" + (rgb ? "" : ".convert(\"L\"))[:, :, np.newaxis")
                                + (rgb ? "))" : "])"),
                        "return np.array(x), np.array([classes.index(path.parent.name) for path in paths])"));
        script.note("Put the folder of images beside this script, unpacked.");
        String name = choice.get(OwnFile.NAME);
        return "x, y = " + function + "(" + Python.text(folder(name.isEmpty() ? "images" : name)) + ")\n";
    }

    /** An archive's name without its ending. */
    private static String folder(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }
}
