package dev.steep.data;

import dev.steep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a network learns from: samples, each of one shape, and what is to be said about each of them. Immutable, and the
 * numbers stay as they came: scaling happens when a batch is gathered, and splitting only chooses rows.
 *
 * @param name what a person calls it
 * @param shape the shape of one sample: 28 × 28 × 1 for an image, 4 for a row of a table
 * @param x the samples
 * @param y what belongs to each sample, in the same order
 * @param features names of the columns of a table or of the coordinates of a point; empty for images
 * @param parts for each sample, the part that its file says it is of; empty if the files say nothing of that
 * @param origin the table that they come from, if they come from one
 */
public record Dataset(
        String name,
        Shape shape,
        Samples x,
        Target y,
        List<String> features,
        List<GivenPart> parts,
        Optional<Origin> origin) {
    /** Samples of no table. */
    public Dataset(String name, Shape shape, Samples x, Target y, List<String> features, List<GivenPart> parts) {
        this(name, shape, x, y, features, parts, Optional.empty());
    }

    /** The same samples of a table. */
    public Dataset from(Origin table) {
        return new Dataset(name, shape, x, y, features, parts, Optional.of(table));
    }

    /** Samples of which nobody has said what they are for. */
    public Dataset(String name, Shape shape, Samples x, Target y, List<String> features) {
        this(name, shape, x, y, features, List.of());
    }

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
        if (!parts.isEmpty() && parts.size() != x.count()) {
            throw new IllegalArgumentException(parts.size() + " samples of " + x.count() + " are in parts");
        }
        features = List.copyOf(features);
        parts = List.copyOf(parts);
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
