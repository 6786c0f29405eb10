package dev.steep.data;

import dev.steep.math.Shape;
import java.util.List;

/**
 * What a network learns from: samples, each of one shape, and what is to be said about each of them. Immutable, and the
 * numbers stay as they came: scaling happens when a batch is gathered, and splitting only chooses rows.
 *
 * @param name what a person calls it
 * @param shape the shape of one sample: 28 × 28 × 1 for an image, 4 for a row of a table
 * @param x the samples
 * @param y what belongs to each sample, in the same order
 * @param features names of the columns of a table or of the coordinates of a point; empty for images
 */
public record Dataset(String name, Shape shape, Samples x, Target y, List<String> features) {
    public Dataset {
        if (x.size() != shape.size()) {
            throw new IllegalArgumentException("A sample of " + x.size() + " numbers is not of shape " + shape);
        }
        if (x.count() != y.count()) {
            throw new IllegalArgumentException(x.count() + " samples have " + y.count() + " targets");
        }
        if (!features.isEmpty() && features.size() != x.size()) {
            throw new IllegalArgumentException(features.size() + " names for " + x.size() + " features");
        }
        features = List.copyOf(features);
    }

    /** How many samples. */
    public int count() {
        return x.count();
    }

    /** Whether a sample is a picture (height × width × channels) rather than a list of features. */
    public boolean isImage() {
        return shape.rank() >= 2;
    }
}
