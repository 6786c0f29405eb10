package dev.steep.engine;

import dev.steep.data.ByteSamples;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an experiment takes of a computer, counted from its tapes before anything is allocated.
 *
 * @param bytes memory for all that worker and page keep of it
 * @param step how long a training step takes on a slow computer, in seconds
 * @param opening how long the first weights take to be drawn there, in seconds
 * @param shown numbers that the layers give for one sample
 */
public record Need(long bytes, double step, double opening, long shown) {
    /** What may be too much. */
    public enum Part {
        SHOWN,
        OPENING,
        BYTES,
        STEP
    }

    /** Bytes for each number that is shown: in the worker, in the page, and as two pictures of it. */
    private static final int SHOWN_BYTES = 16;

    /** Bytes for each number of the largest weights while they are drawn and put in their places. */
    private static final int DRAWN_BYTES = 12;

    /** Numbers that a slow computer draws in a second. */
    private static final double DRAWN = 10e6;

    /** Of a model on samples of a supply. */
    public static Need of(Model model, Supply supply, int batch, Backend backend) {
        Program program = model.program();
        long shown = 0;
        for (ModelLayer layer : model.layers()) {
            shown += layer.output().count(1);
        }
        long drawn = 0;
        for (Value weights : model.parameters()) {
            drawn = Math.max(drawn, weights.count(1));
        }
        double bytes = (double) backend.bytes(program, supply, batch)
                + data(supply)
                + (double) SHOWN_BYTES * shown
                + (double) DRAWN_BYTES * drawn;
        return new Need(
                (long) bytes,
                Work.of(program.training(), batch) / backend.speed(),
                model.drawn(model.parameters()) / DRAWN,
                shown);
    }

    private static double data(Supply supply) {
        double numbers = (double) supply.x().count() * supply.x().size();
        return numbers * (supply.x() instanceof ByteSamples ? 1 : 4)
                + 4.0 * supply.y().count();
    }

    /** What is too much, if anything. */
    public Optional<Part> excess() {
        for (Part part : Part.values()) {
            boolean over =
                    switch (part) {
                        case SHOWN -> shown > Budget.SHOWN;
                        case OPENING -> opening > Budget.OPENING;
                        case BYTES -> bytes > Budget.BYTES;
                        case STEP -> step > Budget.STEP;
                    };
            if (over) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Which layer, counted from 0, takes most of a part; and how much of it: of 1, all. */
    public static Share largest(Model model, int batch, Part part) {
        int most = 0;
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < model.layers().size(); i++) {
            double share = share(model, model.layers().get(i), batch, part);
            sum += share;
            if (share > largest) {
                largest = share;
                most = i;
            }
        }
        return new Share(most, sum > 0 ? largest / sum : 0);
    }

    /**
     * A layer's share.
     *
     * @param layer counted from 0
     * @param share from 0 to 1, of what all layers take
     */
    public record Share(int layer, double share) {}

    private static double share(Model model, ModelLayer layer, int batch, Part part) {
        return switch (part) {
            case SHOWN -> layer.output().count(1);
            case OPENING -> model.drawn(layer.weights());
            case BYTES -> numbers(model.program(), layer.planned().name(), batch);
            case STEP -> work(model.program().training(), layer.planned().name(), batch);
        };
    }

    /** Numbers of all values that carry a layer's name. */
    private static double numbers(Program program, String layer, int batch) {
        Set<Value> seen = new HashSet<>();
        double sum = 0;
        for (Tape tape : List.of(program.training(), program.prediction())) {
            for (Value value : tape.values()) {
                if (isOf(layer, value) && seen.add(value)) {
                    sum += value.count(batch);
                }
            }
        }
        return sum;
    }

    private static double work(Tape tape, String layer, int batch) {
        double sum = 0;
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                sum += isOf(layer, step.output()) ? Work.of(step, batch) : 0;
            }
        }
        return sum;
    }

    private static boolean isOf(String layer, Value value) {
        return value.name().startsWith(layer + "/");
    }
}
