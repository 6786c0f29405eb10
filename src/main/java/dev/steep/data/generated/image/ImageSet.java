package dev.steep.data.generated.image;

import dev.steep.catalog.Choice;
import dev.steep.data.ByteSamples;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.set.Balanced;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Builds sets of square grey images, equally many of each class, one after the other. */
public final class ImageSet {
    private ImageSet() {}

    /** Draws one image. */
    public interface Artist {
        /**
         * @param label its class
         * @param random its own: an image does not depend on those before
         * @param bytes receives the pixels from {@code at} on
         */
        void draw(int label, Random random, byte[] bytes, int at);
    }

    /** Makes the set, an image to a slice. @param side pixels of an image, across and down */
    public static DataJob<Dataset> job(Choice choice, int side, List<String> classes, Random random, Artist artist) {
        int count = choice.get(SharedKnobs.SIZE);
        int[] labels = Balanced.labels(count, classes.size(), random.fork("labels"));
        Random drawing = random.fork("drawing");
        byte[] bytes = new byte[count * side * side];
        return DataJob.of(
                "Drawing",
                count,
                "image",
                i -> artist.draw(labels[i], drawing.fork(i), bytes, i * side * side),
                () -> new Dataset(
                        choice.kind().title(),
                        Shape.of(side, side, 1),
                        new ByteSamples(bytes, side * side),
                        new Target.Classes(labels, classes),
                        List.of()));
    }
}
