package dev.steep.ui;

import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TileSheet;
import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A tensor as one matrix of coloured squares: a dense layer's weights, a row of activations, a dropout mask. */
final class MatrixGlimpse implements Glimpse {
    /** How its numbers are coloured, and what they are called. */
    record Reading(Function<float[], Scale> scale, String row, String column) {
        /** Weights: inputs down, units across. */
        static final Reading WEIGHTS =
                new Reading(values -> Scale.signed(Range.robust(values).most(), Theme.dark()), "input ", ", unit ");

        /** Activations, wrapped into rows. */
        static final Reading UNITS = new Reading(MapsGlimpse::scale, "row ", ", ");

        /** Which numbers were kept: any but 0. */
        static final Reading KEPT = new Reading(
                values -> Scale.magnitude(new Range(0, Range.of(values).high())), "row ", ", ");
    }

    private static final int LARGEST_SIDE = 108;

    private final String tensor;
    private final Reading reading;
    private final int count;
    private final TilePicture picture;
    private float[] shown = new float[0];

    MatrixGlimpse(String caption, String tensor, int rows, int columns, int count, Reading reading) {
        this.tensor = tensor;
        this.reading = reading;
        this.count = count;
        int zoom = Math.max(1, Math.min(12, LARGEST_SIDE / Math.max(rows, columns)));
        picture = new TilePicture(new TileSheet(1, 1, rows, columns, zoom), caption, caption, this::number);
    }

    /** So many numbers in rows of a width that makes them about square, a little taller. */
    static MatrixGlimpse wrapped(String caption, String tensor, int count, Reading reading) {
        int columns = Math.max(1, (int) Math.sqrt(count / 2.0));
        return new MatrixGlimpse(caption, tensor, (count + columns - 1) / columns, columns, count, reading);
    }

    @Override
    public HTMLElement element() {
        return picture.element();
    }

    @Override
    public List<Wish> wishes() {
        return List.of(Wish.tensor(tensor));
    }

    @Override
    public void draw(List<float[]> numbers) {
        float[] values = numbers.get(0);
        if (values.length < count) {
            return;
        }
        TileSheet sheet = picture.sheet();
        shown = new float[sheet.height() * sheet.width()];
        System.arraycopy(values, 0, shown, 0, count);
        byte[] pixels = sheet.blank();
        sheet.paint(pixels, 0, shown, 0, sheet.width(), 1, reading.scale().apply(values));
        picture.draw(pixels);
    }

    private Optional<String> number(TileSheet.Spot spot) {
        int at = spot.row() * picture.sheet().width() + spot.column();
        return at >= Math.min(count, shown.length)
                ? Optional.empty()
                : Optional.of(reading.row() + (spot.row() + 1) + reading.column() + (spot.column() + 1) + ": "
                        + Figures.of(shown[at]));
    }
}
