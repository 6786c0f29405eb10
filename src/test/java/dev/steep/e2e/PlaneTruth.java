package dev.steep.e2e;

import dev.steep.picture.Boundary;
import dev.steep.picture.ClassColours;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What is to be seen in the plane of two inputs: the network's answers, and every sample where it lies. */
final class PlaneTruth {
    private final Function<GridLook, Look> look;
    private final Mirror mirror;
    private final Drawn.Picture picture;
    private final int paper;
    private final double[] edges;
    private final int grid;
    private final double size;
    private final Report.Samples training;
    private final Report.Samples validation;

    PlaneTruth(Mirror mirror, Drawn.Picture picture, boolean dark) {
        this(mirror, picture, dark, grid -> grid);
    }

    /** @param look what is asked on the grid of the picture */
    PlaneTruth(Mirror mirror, Drawn.Picture picture, boolean dark, Function<GridLook, Look> look) {
        this.look = look;
        this.mirror = mirror;
        this.picture = picture;
        paper = dark ? 0x212529 : 0xffffff;
        edges = Arrays.stream(picture.look().split(" "))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        grid = (int) edges[2];
        size = Math.max(1.5, picture.width() / 200.0) * 2;
        training = mirror.samples(DataPart.TRAINING);
        validation = mirror.samples(DataPart.VALIDATION);
    }

    Optional<String> fault() {
        return ground().or(() -> dots(training, false)).or(() -> dots(validation, true));
    }

    private double across(float x) {
        return (x - edges[0]) / (edges[1] - edges[0]) * picture.width();
    }

    private double down(float y) {
        return (1 - (y - edges[3]) / (edges[4] - edges[3])) * picture.height();
    }

    private Optional<String> ground() {
        float[] outputs = mirror.look(look.apply(new GridLook(edges[0], edges[1], grid, edges[3], edges[4], grid)));
        byte[] expected = outputs.length == 0
                ? new byte[4 * grid * grid]
                : Boundary.classes(outputs, grid, grid, outputs.length / (grid * grid), paper);
        int seen = 0;
        for (int row = 1; row < grid - 1; row++) {
            for (int column = 1; column < grid - 1; column++) {
                double x = (column + 0.5) * picture.width() / grid;
                double y = (row + 0.5) * picture.height() / grid;
                if (!free(x, y, training, 0) || !free(x, y, validation, 0)) {
                    continue;
                }
                seen++;
                int at = 4 * ((int) y * picture.width() + (int) x);
                for (int channel = 0; channel < 4; channel++) {
                    int least = 255;
                    int most = 0;
                    for (int i = 0; i < 9; i++) { // the browser blends neighbours
                        int near = expected[4 * ((row + i / 3 - 1) * grid + column + i % 3 - 1) + channel] & 255;
                        least = Math.min(least, near);
                        most = Math.max(most, near);
                    }
                    int actual = picture.pixels()[at + channel] & 255;
                    if (actual < least - 2 || actual > most + 2) {
                        return Optional.of("has another colour at " + column + ", " + row + ": channel " + channel
                                + " is " + actual + ", not " + least + " to " + most);
                    }
                }
            }
        }
        return seen > grid ? Optional.empty() : Optional.of("is covered by samples");
    }

    /** Whether no sample from this one on is drawn there. */
    private boolean free(double x, double y, Report.Samples samples, int from) {
        for (int i = from; i < samples.rows().length; i++) {
            double dx = across(samples.x()[2 * i]) - x;
            double dy = down(samples.x()[2 * i + 1]) - y;
            if (Math.hypot(dx, dy) < size + 4) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> dots(Report.Samples samples, boolean rings) {
        int seen = 0;
        for (int i = 0; i < samples.rows().length; i++) {
            double x = across(samples.x()[2 * i]);
            double y = down(samples.x()[2 * i + 1]);
            if (free(x, y, samples, i + 1) && (rings || free(x, y, validation, 0))) {
                seen++;
                int expected = rings ? paper : ClassColours.of((int) samples.y()[i]);
                Optional<Integer> actual = picture.colour((int) x, (int) y);
                if (!actual.equals(Optional.of(expected))) {
                    return Optional.of(
                            "has no " + (rings ? "ring" : "dot") + " where sample " + samples.rows()[i] + " is");
                }
            }
        }
        return seen > 0 || samples.rows().length == 0 ? Optional.empty() : Optional.of("hides all its samples");
    }
}
