package dev.steep.protocol.look;

import dev.steep.math.statistics.Histogram;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * How a tensor's numbers were spread, from the start of training to now: a list of histograms, each with its moment. Weights and the
 * last step's gradients are whole tensors; of what a layer gives, the numbers for the first validation samples.
 */
public record HistogramsLook(String tensor) implements Look {
    static final String KIND = "histograms";

    /** They grow once in an epoch; a few times a second is often enough. */
    private static final double SELDOM = 300;

    /** Steps are written as two numbers, since a float counts to 16 million only. */
    private static final int HALF = 1 << 16;

    /** A histogram, and when its numbers were there. */
    public record Entry(int epoch, int step, Histogram histogram) {}

    static HistogramsLook unpack(Unpacker from) {
        return new HistogramsLook(from.word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(tensor);
    }

    @Override
    public double rest() {
        return SELDOM;
    }

    @Override
    public Answering begin(Source source) {
        return new Collecting(source, tensor, source.now());
    }

    /** Reads an answer. */
    public static List<Entry> read(float[] numbers) {
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < numbers.length; ) {
            Histogram.Read read = Histogram.read(numbers, at + 3);
            entries.add(new Entry(
                    (int) numbers[at], (int) numbers[at + 1] * HALF + (int) numbers[at + 2], read.histogram()));
            at = read.next();
        }
        return entries;
    }

    private static final class Collecting implements Answering {
        private final Source source;
        private final String tensor;
        private final Moment moment;
        private float[] numbers = {};

        Collecting(Source source, String tensor, Moment moment) {
            this.source = source;
            this.tensor = tensor;
            this.moment = moment;
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            List<float[]> parts = new ArrayList<>();
            for (Entry entry : source.histograms(tensor)) {
                parts.add(new float[] {entry.epoch, entry.step / HALF, entry.step % HALF});
                entry.histogram.write(parts);
            }
            numbers = Histogram.join(parts);
            return true;
        }

        @Override
        public float[] numbers() {
            return numbers;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
