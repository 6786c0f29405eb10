package dev.steep.engine;

import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    public enum Resource {
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
        for (Value weights : model.weights()) {
            drawn = Math.max(drawn, weights.count(1));
        }
        double bytes = (double) backend.bytes(program, supply, batch)
                + data(supply)
                + (double) SHOWN_BYTES * shown
                + (double) DRAWN_BYTES * drawn;
        return new Need(
                (long) bytes,
                Work.of(program.training(), batch) / backend.speed(),
                model.drawn(model.weights()) / DRAWN,
                shown);
    }

    private static double data(Supply supply) {
        double numbers = (double) supply.x().count() * supply.x().size();
        return numbers * (supply.keepsBytes() ? 1 : 4) + 4.0 * supply.y().count();
    }

    /** What is too much, if anything. */
    public Optional<Resource> excess() {
        for (Resource part : Resource.values()) {
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

    /** Which layer takes most of a part, and how much of it. */
    public static Share largest(Model model, int batch, Resource part) {
        double[] shares = shares(model, batch, part);
        int most = 0;
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            most = shares[i] > shares[most] ? i : most;
        }
        return new Share(most, sum > 0 ? shares[most] / sum : 0);
    }

    /**
     * A layer's share.
     *
     * @param layer counted from 0
     * @param share from 0 to 1, of what all layers take
     */
    public record Share(int layer, double share) {}

    private static double[] shares(Model model, int batch, Resource part) {
        List<ModelLayer> layers = model.layers();
        return switch (part) {
            case SHOWN ->
                layers.stream().mapToDouble(layer -> layer.output().count(1)).toArray();
            case OPENING ->
                layers.stream()
                        .mapToDouble(layer -> model.drawn(layer.weights()))
                        .toArray();
            case BYTES -> memory(model, batch);
            case STEP -> work(model, batch);
        };
    }

    private static double[] memory(Model model, int batch) {
        double[] shares = new double[model.layers().size()];
        Map<String, Integer> places = places(model);
        Set<Value> seen = new HashSet<>();
        for (Tape tape : List.of(model.program().training(), model.program().prediction())) {
            for (Value value : tape.values()) {
                add(shares, places, value, seen.add(value) ? value.count(batch) : 0);
            }
        }
        return shares;
    }

    private static double[] work(Model model, int batch) {
        double[] shares = new double[model.layers().size()];
        Map<String, Integer> places = places(model);
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : model.program().training().steps(phase)) {
                add(shares, places, step.output(), step.work(batch));
            }
        }
        return shares;
    }

    private static Map<String, Integer> places(Model model) {
        Map<String, Integer> places = new HashMap<>();
        for (ModelLayer layer : model.layers()) {
            places.put(layer.planned().name(), places.size());
        }
        return places;
    }

    /** A value belongs to the layer whose name it begins with. */
    private static void add(double[] shares, Map<String, Integer> places, Value value, double amount) {
        int end = value.name().indexOf('/');
        int place = places.getOrDefault(value.name().substring(0, Math.max(end, 0)), -1);
        if (place >= 0) {
            shares[place] += amount;
        }
    }
}
