package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * What a simple model says on a grid, as {@link GridLook} asks of the network: it is fitted to the training part first. For each point
 * the probability of each class, or the numbers that are predicted, in their own unit; none where the model is not for these data.
 *
 * @param model its place among the simple models, the simplest first
 */
public record BaselineLook(int model, GridLook grid) implements Look {
    static final String KIND = "baseline";

    private static final int MOST_POINTS = 1 << 16;

    static BaselineLook unpack(Unpacker from) {
        return new BaselineLook(from.whole(), GridLook.unpack(from));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(model);
        grid.pack(to);
    }

    @Override
    public Answering begin(Source source) {
        int inputs = source.inputs();
        int down = inputs == 1 ? 1 : grid.rows();
        boolean fits = inputs > 0
                && inputs <= 2
                && grid.columns() > 0
                && down > 0
                && (double) grid.columns() * down <= MOST_POINTS;
        return source.simple(fits ? model : -1)
                .<Answering>map(
                        simple -> new Asking(source.now(), simple, grid.points(inputs, grid.columns(), down), inputs))
                .orElseGet(() -> new Known(source.now(), new float[0]));
    }

    private static final class Asking implements Answering {
        private final Moment moment;
        private final Simple simple;
        private final float[] points;
        private final float[] raw;
        private float[] said = {};
        private boolean fitted;
        private int done;

        Asking(Moment moment, Simple simple, float[] points, int inputs) {
            this.moment = moment;
            this.simple = simple;
            this.points = points;
            raw = new float[inputs];
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            int count = points.length / raw.length;
            while (!fitted || done < count && simple.width() > 0) {
                if (fitted) {
                    System.arraycopy(points, done * raw.length, raw, 0, raw.length);
                    simple.says(raw, said, done * simple.width());
                    done++;
                } else {
                    fitted = simple.advance(over);
                    said = new float[fitted ? count * simple.width() : 0];
                }
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return fitted && (done == count || simple.width() == 0);
        }

        @Override
        public float[] numbers() {
            return said;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
