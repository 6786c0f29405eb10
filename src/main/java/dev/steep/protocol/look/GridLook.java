package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/**
 * The network's outputs on a grid over the plane of its two inputs, row after row from low y, or over the line of its one: at
 * columns × rows points, the corners included; raw coordinates, before preparation.
 */
public record GridLook(double x0, double x1, int columns, double y0, double y1, int rows) implements Look {
    static final String KIND = "grid";

    private static final int MOST_POINTS = 1 << 18;

    /** Over the line of one input. */
    public static GridLook line(double x0, double x1, int columns) {
        return new GridLook(x0, x1, columns, 0, 0, 1);
    }

    static GridLook unpack(Unpacker from) {
        return new GridLook(from.number(), from.number(), from.whole(), from.number(), from.number(), from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(x0).number(x1).number(columns).number(y0).number(y1).number(rows);
    }

    /** If all points take too long, fewer of them, each for several places. */
    @Override
    public Answering begin(Source source) {
        return begin(source, source.outputs(), source::outputs);
    }

    /** Has some raw samples, one after the other from this one on, go through the network; returns how many it did. */
    interface Sampler {
        int some(float[] raw, int from, int most, float[] into);
    }

    /** The same of other numbers than the network's answer, so many for each point. */
    Answering begin(Source source, int width, Sampler sampler) {
        int down = source.inputs() == 1 ? 1 : rows;
        if (width == 0 || source.inputs() > 2 || columns < 1 || down < 1 || (double) columns * down > MOST_POINTS) {
            return new Known(source.now(), new float[0]);
        }
        int step = 1;
        while (places(columns, step) > 1 && (double) places(columns, step) * places(down, step) > source.affordable()) {
            step++;
        }
        return new Filling(source, this, down, step, width, sampler);
    }

    private static int places(int length, int step) {
        return (length + step - 1) / step;
    }

    /** Raw samples, one after the other. */
    float[] points(int inputs, int across, int down) {
        float[] points = new float[across * down * inputs];
        int next = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                points[next++] = (float) between(x0, x1, column, across);
                if (inputs == 2) {
                    points[next++] = (float) between(y0, y1, row, down);
                }
            }
        }
        return points;
    }

    private static double between(double low, double high, int place, int places) {
        return places == 1 ? low : low + (high - low) * place / (places - 1);
    }

    private static final class Filling implements Answering {
        private final Sampler sampler;
        private final Moment moment;
        private final int columns;
        private final int rows;
        private final int step;
        private final int across;
        private final float[] points;
        private final float[] outputs;
        private final int count;
        private int done;

        Filling(Source source, GridLook grid, int rows, int step, int width, Sampler sampler) {
            this.sampler = sampler;
            this.rows = rows;
            this.step = step;
            moment = source.now();
            columns = grid.columns;
            across = places(columns, step);
            count = across * places(rows, step);
            points = grid.points(source.inputs(), across, places(rows, step));
            outputs = new float[count * width];
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            while (done < count) { // complete already, if it is asked again for the sake of others
                done += sampler.some(points, done, count - done, outputs);
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return done == count;
        }

        @Override
        public float[] numbers() {
            if (step == 1) {
                return outputs;
            }
            int width = outputs.length / count;
            float[] all = new float[columns * rows * width];
            for (int i = 0; i < columns * rows; i++) {
                int from = i / columns / step * across + i % columns / step;
                System.arraycopy(outputs, from * width, all, i * width, width);
            }
            return all;
        }

        @Override
        public Moment moment() {
            return moment;
        }
    }
}
